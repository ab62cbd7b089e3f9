import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mailInvitation } from "#ecosystem/people/server/mail.ts";
import { handle } from "#platform/events/handlers.ts";
import { createMailer } from "#platform/mail/mail.ts";
import { createWorld, type World } from "./world/world.ts";

/* The invitation's mail, over a real socket to a mail server that keeps what it gets. */

let world: World;
let server: SMTPServer;
const received: Email[] = [];
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      received.push(await PostalMime.parse(Buffer.concat(chunks)));
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

test("the invited person gets one mail, whose link is good for joining once", async () => {
  const { port } = server.server.address() as AddressInfo;
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "Hanse <hanse@hanse.example>" });
  const handler = mailInvitation({
    mailer,
    secret: world.hanse.secret,
    publicUrl: () => "https://partners.example",
  });
  const invited = await world
    .as("admin")
    .post("/invitations", { email: "new.person@hanse.example", roles: ["finance"] });
  expect(invited.status, invited.text).toBe(201);
  const event = await world.admin.query<{ id: string }>(
    "select id from event where type = 'person.invited' order by id desc limit 1",
  );
  const vendor = world.vendors.nordwind;
  const context = {
    id: vendor.uuid,
    name: vendor.name,
    timezone: vendor.timezone,
    currency: vendor.currency,
  };
  const eventId = event.rows[0]?.id ?? "";
  await handle(world.hanse.door, context, handler, eventId);
  await handle(world.hanse.door, context, handler, eventId);

  expect(received).toHaveLength(1);
  const [mail] = received;
  expect(mail?.to?.map(({ address }) => address)).toEqual(["new.person@hanse.example"]);
  expect(mail?.subject).toBe("Invitation to Nordwind Systems");
  expect(mail?.text).toContain("Ada Nordström invites you to Nordwind Systems");
  const token = /https:\/\/partners\.example\/invitation#(\S+)/.exec(mail?.text ?? "")?.[1];
  const joining = { token, name: "New Person", password: "a long enough one" };
  expect((await world.as("anonymous").post("/invitation-acceptances", joining)).status).toBe(201);
  expect((await world.as("anonymous").post("/invitation-acceptances", joining)).body.type).toBe(
    "invitation-gone",
  );
});
