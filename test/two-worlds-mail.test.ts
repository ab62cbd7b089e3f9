import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeBook } from "#app/features.ts";
import { listNotices } from "#ecosystem/notices/contract.ts";
import { handlers as noticeHandlers, jobs as noticeJobs } from "#ecosystem/notices/index.ts";
import { createMailer } from "#platform/mail/mail.ts";
import { askDeal, rejectDeal } from "#sell/deals/contract.ts";
import { keepTime } from "#sell/deals/server/clock.ts";
import { createMailServer, type MailServer } from "./world/mail-server.ts";
import { contestedCustomer, submitOne } from "./world/played.ts";
import { tellEverybody } from "./world/told.ts";
import { createWorld, type World } from "./world/world.ts";

/*
 * Two worlds over a real mail server: in one, somebody else asked for the same customer before. Until a person's decision
 * is told, the partner's people have the same notices and get the same mails, at the same moments.
 */

interface Side {
  world: World;
  server: MailServer;
  tick: () => Promise<void>;
}

let free: Side;
let contested: Side;
beforeAll(async () => {
  free = await side();
  contested = await side();
});
afterAll(async () => {
  for (const { world, server } of [free, contested]) {
    await world.close();
    await server.close();
  }
});

async function side(): Promise<Side> {
  const server = await createMailServer();
  const world = await createWorld();
  const mailer = createMailer({ smtpUrl: server.url, from: "Hanse <hanse@hanse.example>" });
  const services = {
    door: world.hanse.door,
    mailer,
    publicUrl: () => "https://partners.example",
    enqueue: async () => {},
  };
  const handlers = noticeHandlers(noticeBook, services);
  const [send] = noticeJobs(noticeBook, services);
  const { uuid, ...vendor } = world.vendors.nordwind;
  const nordwind = { ...vendor, id: uuid };
  return {
    world,
    server,
    tick: async () => {
      await keepTime(world.hanse.door, nordwind);
      await tellEverybody(world, handlers);
      await send?.run?.(nordwind, {});
    },
  };
}

const birch = ["birch-admin", "birch-seller", "birch-earnings"] as const;

/** What Birch's people have been told by now, without the ids of this world. */
async function toldTo({ world, server }: Side) {
  const plain = (text: string) => text.replaceAll(/[0-9a-f]{32}/g, "<id>");
  const notices = await Promise.all(
    birch.map(async (who) => {
      const { items } = await world.as(who).call(listNotices, { query: { limit: 200 } });
      return items.map(({ id: _id, ...rest }) => plain(JSON.stringify(rest)));
    }),
  );
  const mails = server.received
    .filter((mail) => mail.to?.some(({ address }) => address?.startsWith("birch-")))
    .map(({ to, subject, text, headers }) =>
      plain(JSON.stringify([to, subject, text, headers.map(({ key }) => key)])),
    );
  return { notices, mails: mails.sort() };
}

test("who was not first has the same notices and mails as who was, until a decision is told", async () => {
  await submitOne(contested.world, contested.world.as("cedar-admin"), contestedCustomer);
  const deals = new Map<Side, { id: string; version: number }>();
  for (const one of [free, contested]) {
    deals.set(one, await submitOne(one.world, one.world.as("birch-seller"), contestedCustomer));
  }
  const both = async (act: (one: Side, dealId: string) => Promise<unknown>) => {
    for (const one of [free, contested]) await act(one, deals.get(one)?.id ?? "");
    expect(await toldTo(contested)).toEqual(await toldTo(free));
  };
  // The clock runs past everything that the vendor owes.
  for (const now of ["2026-06-15T09:01:00Z", "2026-06-17T13:00:00Z", "2026-06-19T09:00:00Z"]) {
    await both(async ({ world, tick }) => {
      world.clock.set(now);
      await tick();
    });
  }
  // What a person asks is told, and what it means that nobody answers.
  await both(({ world }, dealId) =>
    world
      .as("channel-manager")
      .call(askDeal, { params: { dealId }, body: { question: "Which of their sites is it for?" } }),
  );
  for (const now of ["2026-06-19T09:01:00Z", "2026-07-01T17:00:00Z"]) {
    await both(async ({ world, tick }) => {
      world.clock.set(now);
      await tick();
    });
  }
  // A decision that can still be taken back is told to nobody.
  await both(({ world }, dealId) =>
    world.as("channel-manager").call(rejectDeal, {
      params: { dealId },
      ifMatch: 3,
      body: { reasonKey: "already-protected", reason: "Somebody else registered it before." },
    }),
  );
  await both(({ tick }) => tick());
  const { notices, mails } = await toldTo(contested);
  expect(notices.map((some) => some.length)).toEqual([3, 3, 0]);
  expect(mails).toHaveLength(6);

  for (const { world, tick } of [free, contested]) {
    world.clock.advance({ minutes: 2 });
    await tick();
  }
  const told = await toldTo(contested);
  expect(told).toEqual(await toldTo(free));
  expect(told.mails.some((mail) => mail.includes("Somebody else registered it before."))).toBe(true);
});
