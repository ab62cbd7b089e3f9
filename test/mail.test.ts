import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noticeBook } from "#app/features.ts";
import {
  changeNoticePreferences,
  dropMailText,
  getNoticePreferences,
  listNotices,
  setMailText,
  tryMailAgain,
} from "#ecosystem/notices/contract.ts";
import { handlers as noticeHandlers, jobs as noticeJobs } from "#ecosystem/notices/index.ts";
import { changeMe, listPeople } from "#ecosystem/people/contract.ts";
import { mailInvitation } from "#ecosystem/people/server/mail.ts";
import { approveVariant, listTexts } from "#ecosystem/texts/contract.ts";
import { changeSettings, getSettings } from "#ecosystem/vendors/contract.ts";
import type { Handler } from "#platform/events/handlers.ts";
import { createMailer } from "#platform/mail/mail.ts";
import { createMailServer, type MailServer } from "./world/mail-server.ts";
import { submitOne } from "./world/played.ts";
import { tellEverybody } from "./world/told.ts";
import { createWorld, type World } from "./world/world.ts";

/* Mails of invitations and notices, over a real socket to a mail server that keeps what it gets. */

let world: World;
let server: MailServer;
let handlers: Handler[];
/** The job that sends, as the queue runs it each minute. */
let send: () => Promise<void>;
const publicUrl = () => "https://partners.example";
const enqueued: string[] = [];

beforeAll(async () => {
  server = await createMailServer();
  world = await createWorld();
  ({ handlers, send } = mailing(server.url));
});
afterAll(async () => {
  await world.close();
  await server.close();
});
beforeEach(() => {
  server.received.length = 0;
});

function mailing(smtpUrl: string) {
  const mailer = createMailer({ smtpUrl, from: "Hanse <hanse@hanse.example>" });
  const services = {
    door: world.hanse.door,
    mailer,
    publicUrl,
    enqueue: async (job: string) => void enqueued.push(job),
  };
  const { uuid, ...vendor } = world.vendors.nordwind;
  const [job] = noticeJobs(noticeBook, services);
  return {
    handlers: [
      mailInvitation({ mailer, secret: world.hanse.secret, publicUrl }),
      ...noticeHandlers(noticeBook, services),
    ],
    send: async () => job?.run?.({ ...vendor, id: uuid }, {}),
  };
}

/** A registration of Fir's seller, told and mailed: the seller and the administrator are told, and the vendor's deciders. */
async function registered(customer: string): Promise<string> {
  const deal = await submitOne(world, world.as("fir-seller"), customer);
  await tellEverybody(world, handlers);
  await send();
  return deal.id;
}

const to = (address: string) =>
  server.received.filter((mail) => mail.to?.some((one) => one.address === address));
const states = async (address: string) => {
  const found = await world.admin.query<{ state: string; attempts: number; last_error: string | null }>(
    `select q.state, q.attempts, q.last_error from notice_mail q join notice n on n.vendor_id = q.vendor_id and n.id = q.notice_id
     join membership m on m.vendor_id = n.vendor_id and m.id = n.membership_id where m.email = $1 order by n.id desc limit 1`,
    [address],
  );
  return found.rows[0];
};

test("the invited person gets one mail, whose link is good for joining once", async () => {
  const invited = await world
    .as("admin")
    .post("/invitations", { email: "new.person@hanse.example", roles: ["finance"] });
  expect(invited.status, invited.text).toBe(201);
  await tellEverybody(world, handlers);
  await tellEverybody(world, handlers);

  expect(server.received).toHaveLength(1);
  const [mail] = server.received;
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

test("mails come from whom the vendor says, answers go where it says, and links lead to its own host", async () => {
  const admin = world.as("admin");
  const { version } = await admin.call(getSettings);
  const body = {
    host: "partners.nordwind.example",
    mailSenderName: "Nordwind Partner Team",
    mailReplyTo: "partners@nordwind.example",
    productName: "Nordwind Partner Hub",
    accentColour: "#a1306b",
  };
  await world.as("fir-admin").call(changeMe, { body: { locale: "ar" } });
  await admin.call(changeSettings, { body, ifMatch: version });
  await admin.post("/invitations", { email: "another@hanse.example", roles: ["finance"] });
  await tellEverybody(world, handlers);
  await registered("Branded Breweries");
  for (const address of ["another@hanse.example", "channel-manager@nordwind.example"]) {
    const [mail] = to(address);
    expect(mail?.from).toMatchObject({ name: "Nordwind Partner Team", address: "hanse@hanse.example" });
    expect(mail?.replyTo).toMatchObject([{ address: "partners@nordwind.example" }]);
    expect(mail?.text).toContain("https://partners.nordwind.example/");
    expect(mail?.text).not.toContain("https://partners.example/");
    expect(mail?.html).toMatch(
      /lang="en" dir="ltr".*#a1306b.*Nordwind Partner Hub.*partners\.nordwind\.example/s,
    );
  }
  const [arabic] = to("fir-admin@nordwind.example");
  expect(arabic?.html).toMatch(/lang="ar" dir="rtl".*#a1306b.*Nordwind Partner Hub.*Branded Breweries.*فتح/s);
  await world.as("fir-admin").call(changeMe, { body: { locale: null } });
  const back = { host: null, mailSenderName: null, mailReplyTo: null, productName: null };
  await admin.call(changeSettings, { body: back, ifMatch: version + 1 });
});

test("deadlines are told in the reader's zone, which is named; who has said none reads them in the vendor's", async () => {
  await world.as("fir-admin").call(changeMe, { body: { timezone: "Asia/Tokyo" } });
  await registered("Zoned Zincworks");
  const deadline = /due by (.+)\./;
  const [own] = to("fir-admin@nordwind.example").map((mail) => deadline.exec(mail.text ?? "")?.[1]);
  const [others] = to("fir-seller@nordwind.example").map((mail) => deadline.exec(mail.text ?? "")?.[1]);
  expect(own).toMatch(/GMT\+9$/);
  expect(others).toMatch(/UTC$/);
  const [notice] = (await world.as("fir-admin").call(listNotices)).items;
  expect(notice?.text).toContain("GMT+9");
  const refused = await world.as("fir-admin").patch("/me", { timezone: "Mars/Olympus" });
  expect(refused.body.errors).toMatchObject([{ pointer: "/timezone" }]);
  await world.as("fir-admin").call(changeMe, { body: { timezone: null } });
});

test("a kind of mail is said in the vendor's own words, in a language where they are approved, else in the product's", async () => {
  const admin = world.as("admin");
  const bad = await admin.put("/mail-texts/deal.received", { title: "Got {custommer}", text: "{number}" });
  expect(bad.body.errors).toMatchObject([
    {
      pointer: "/title",
      message: expect.stringMatching(/^There is no value \{custommer\} here\. There is .*\{customer\}/),
    },
  ]);
  await admin.call(setMailText, {
    params: { kind: "deal.received" },
    body: { title: "We have it: {customer}", text: "Thank you. Number {number}, answer due {answerDueAt}." },
  });
  await world.as("fir-admin").call(changeMe, { body: { locale: "de" } });
  await registered("Worded Woodworks");
  const [english] = to("fir-seller@nordwind.example");
  expect(english?.subject).toBe("Nordwind Systems: We have it: Worded Woodworks");
  expect(english?.text).toMatch(
    /Thank you\. Number \S+, answer due June \d+, 2026 at \d+:\d\d (AM|PM) UTC\./,
  );
  expect(to("fir-admin@nordwind.example")[0]?.subject).toMatch(
    /^Nordwind Systems: Registrierung \S+ eingegangen: Worded/,
  );

  const { items } = await admin.call(listTexts, { query: { ref: "mail:deal.received", language: "de" } });
  for (const { id, field, source } of items) {
    const text =
      field === "title" ? "Wir haben es: {customer}" : "Danke. Nummer {number}, Antwort bis {answerDueAt}.";
    await admin.call(approveVariant, {
      params: { textId: id, language: "de" },
      body: { text, sourceHash: source.hash },
    });
  }
  server.received.length = 0;
  await registered("Worded Weavers");
  expect(to("fir-admin@nordwind.example")[0]?.subject).toBe("Nordwind Systems: Wir haben es: Worded Weavers");

  await admin.call(dropMailText, { params: { kind: "deal.received" } });
  server.received.length = 0;
  await registered("Worded Windmills");
  expect(to("fir-seller@nordwind.example")[0]?.subject).toMatch(/received: Worded Windmills$/);
  await world.as("fir-admin").call(changeMe, { body: { locale: null } });
});

describe("a notice is mailed", () => {
  test("to each in their own language, with where to go and how to get no more, once", async () => {
    await world.as("fir-admin").call(changeMe, { body: { locale: "de" } });
    const dealId = await registered("Mailed Mills");
    await send();
    expect(enqueued).toContain("notices.mail");
    expect(server.received.flatMap((mail) => mail.to?.map(({ address }) => address)).sort()).toEqual([
      "admin@nordwind.example",
      "channel-manager@nordwind.example",
      "fir-admin@nordwind.example",
      "fir-seller@nordwind.example",
    ]);
    const [english] = to("fir-seller@nordwind.example");
    const number = /number (\d+)/.exec(english?.text ?? "")?.[1];
    expect(english?.subject).toBe(`Nordwind Systems: Registration ${number} received: Mailed Mills`);
    expect(english?.text).toContain(`https://partners.example/deals/${dealId}\n`);
    expect(english?.text).toContain("Choose here what comes by mail");
    expect(english?.text).toContain("https://partners.example/profile");
    expect(english?.headers).toContainEqual(
      expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
    );
    const [german] = to("fir-admin@nordwind.example");
    expect(german?.subject).toBe(`Nordwind Systems: Registrierung ${number} eingegangen: Mailed Mills`);
    expect(german?.text).toContain("Guten Tag, Frida Fir,");
    const [forVendor] = to("channel-manager@nordwind.example");
    expect(forVendor?.text).toContain(`https://partners.example/deals/${dealId}/decide`);
    expect(await states("fir-seller@nordwind.example")).toEqual({
      state: "sent",
      attempts: 1,
      last_error: null,
    });
  });

  test("unless they chose otherwise, or it is about something long past", async () => {
    const body = { topics: [{ topic: "received", byMail: false }] };
    await world.as("fir-seller").call(changeNoticePreferences, { body });
    await registered("Chosen Cheese");
    expect(to("fir-seller@nordwind.example")).toEqual([]);
    expect(to("fir-admin@nordwind.example")).toHaveLength(1);
    const late = await submitOne(world, world.as("fir-seller"), "Late Leather");
    world.clock.advance({ hours: 73 });
    server.received.length = 0;
    await tellEverybody(world, handlers);
    await send();
    expect(server.received).toEqual([]);
    const { items } = await world.as("fir-admin").call(listNotices);
    expect(items[0]).toMatchObject({ link: `/deals/${late.id}` });
    await world.as("fir-seller").call(changeNoticePreferences, {
      body: { topics: [{ topic: "received", byMail: true }] },
    });
  });

  test("again after a while, where it was refused for now", async () => {
    server.refused.set("fir-seller@nordwind.example", 451);
    await registered("Greylisted Glass");
    expect(await states("fir-seller@nordwind.example")).toMatchObject({
      state: "queued",
      attempts: 1,
      last_error: expect.stringContaining("451"),
    });
    await send();
    expect((await states("fir-seller@nordwind.example"))?.attempts).toBe(1);
    world.clock.advance({ minutes: 1 });
    await send();
    expect((await states("fir-seller@nordwind.example"))?.attempts).toBe(2);
    server.refused.clear();
    world.clock.advance({ minutes: 1 });
    await send();
    expect(to("fir-seller@nordwind.example")).toEqual([]);
    world.clock.advance({ minutes: 1 });
    await send();
    expect(to("fir-seller@nordwind.example")).toHaveLength(1);
    expect((await states("fir-seller@nordwind.example"))?.state).toBe("sent");
  });

  test("no more where the address takes none: the person and the vendor are told, and no notice is lost", async () => {
    const seller = world.as("fir-seller");
    server.refused.set("fir-seller@nordwind.example", 550);
    await registered("Bounced Bakery");
    expect(await states("fir-seller@nordwind.example")).toMatchObject({ state: "failed", attempts: 1 });
    const preferences = await seller.call(getNoticePreferences);
    expect(preferences.mail.failing).toEqual({
      since: world.clock.now().toString(),
      reason: expect.stringContaining("550"),
    });
    for (const who of ["channel-manager", "fir-admin"] as const) {
      const { items } = await world.as(who).call(listPeople, { query: { search: "Felix Fir" } });
      expect(items[0]?.mailFailing?.since, who).toBe(world.clock.now().toString());
    }
    // The others got theirs.
    expect(to("fir-admin@nordwind.example")).toHaveLength(1);

    server.refused.clear();
    const dealId = await registered("Portal Paints");
    expect(to("fir-seller@nordwind.example")).toEqual([]);
    expect((await seller.call(listNotices)).items[0]).toMatchObject({ link: `/deals/${dealId}` });
    expect((await seller.call(tryMailAgain)).mail.failing).toBeNull();
    await registered("Trusted Tyres");
    expect(to("fir-seller@nordwind.example")).toHaveLength(1);
  });

  test("later, where nobody answers; after three days it is given up, and the notice stays", async () => {
    const away = mailing("smtp://127.0.0.1:1");
    const deal = await submitOne(world, world.as("fir-seller"), "Unheard Umbrellas");
    await tellEverybody(world, away.handlers);
    await away.send();
    const waiting = await world.admin.query(
      "select from notice_mail where state = 'queued' and attempts = 1 and last_error like '%ECONNREFUSED%'",
    );
    expect(waiting.rowCount).toBe(4);
    world.clock.advance({ minutes: 5 });
    await send();
    expect(to("fir-seller@nordwind.example")).toHaveLength(1);
    expect(await states("fir-seller@nordwind.example")).toMatchObject({ state: "sent" });

    await submitOne(world, world.as("fir-seller"), "Given-up Gravel");
    await tellEverybody(world, away.handlers);
    world.clock.advance({ hours: 72 });
    await away.send();
    expect(await states("fir-seller@nordwind.example")).toMatchObject({ state: "failed" });
    const { items } = await world.as("fir-seller").call(listNotices);
    expect(items.map(({ link }) => link)).toContain(`/deals/${deal.id}`);
  });

  test("at worst twice, as one message, where the sender was killed before it had noted it", async () => {
    await registered("Killed Knitwear");
    const [first] = to("fir-seller@nordwind.example");
    // As it stands when the process ends after the server took it: still somebody's, for some minutes.
    await world.admin.query(
      `update notice_mail set state = 'queued', sent_at = null, next_try_at = $1 where state = 'sent' and queued_at = $2`,
      [world.clock.now().add({ minutes: 5 }).toString(), world.clock.now().toString()],
    );
    await send();
    expect(to("fir-seller@nordwind.example")).toHaveLength(1);
    world.clock.advance({ minutes: 5 });
    await Promise.all([send(), send()]);
    await send();
    const both = to("fir-seller@nordwind.example");
    expect(both).toHaveLength(2);
    expect(both[1]?.messageId).toBe(first?.messageId);
  });
});
