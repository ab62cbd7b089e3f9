import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changeNoticePreferences,
  countNotices,
  getNoticePreferences,
  listNotices,
  type Notice,
  readNotice,
  readNotices,
  unreadNotice,
} from "#ecosystem/notices/contract.ts";
import type { PersonName } from "../../../test/world/cast.ts";
import type { Client } from "../../../test/world/client.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { getOpportunity } from "../opportunities/contract.ts";
import {
  answerDeal,
  approveDeal,
  askDeal,
  beginDeal,
  type DealDetail,
  decideExtension,
  decideOutcome,
  getDeal,
  proposeOutcome,
  rejectDeal,
  requestExtension,
  submitDeal,
  tellDecision,
  withdrawDeal,
} from "./contract.ts";
import { keepTime } from "./server/clock.ts";

/* Whom the life of a registration is told, what the clock tells and how often, and what one does with one's notices. */

let world: World;
let manager: Client;
let seller: Client;
beforeAll(async () => {
  world = await createWorld();
  manager = world.as("channel-manager");
  seller = world.as("birch-seller");
});
afterAll(() => world.close());

/** The clock's minute, and everybody told. */
async function tick(): Promise<void> {
  const { uuid, ...vendor } = world.vendors.nordwind;
  await keepTime(world.hanse.door, { ...vendor, id: uuid });
  await tellEverybody(world);
}

async function noticesOf(who: PersonName, deal: Pick<DealDetail, "id">): Promise<Notice[]> {
  const { items } = await world.as(who).call(listNotices, { query: { limit: 200 } });
  return items.filter((one) => one.link.includes(deal.id)).toReversed();
}

/** What somebody was told of a registration, the first first. */
async function told(who: PersonName, deal: Pick<DealDetail, "id">): Promise<string[]> {
  await tellEverybody(world);
  return (await noticesOf(who, deal)).map(({ kind }) => kind);
}

async function submitted(client: Client, customerName: string, behalf: object = {}): Promise<DealDetail> {
  const draft = await client.call(beginDeal, {
    body: {
      customerName,
      customerCountry: "NO",
      expectedCloseOn: "2027-06-01",
      lines: [{ productId: world.products.gust.id, quantity: 3 }],
      ...behalf,
    },
  });
  const { deal } = await client.call(submitDeal, { params: { dealId: draft.id }, ifMatch: draft.version });
  return deal;
}

async function approved(customer: string, protectedUntil?: string): Promise<DealDetail> {
  const deal = await submitted(seller, customer);
  const params = { dealId: deal.id };
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: { protectedUntil } });
  return manager.call(tellDecision, { params });
}

describe("what happens is told", () => {
  test("to who submitted it and the company's administrators, to the vendor's deciders, and to nobody else", async () => {
    const deal = await submitted(seller, "Told Timber");
    await tellEverybody(world);
    await tellEverybody(world);
    expect(await told("birch-seller", deal)).toEqual(["deal.received"]);
    expect(await told("birch-admin", deal)).toEqual(["deal.received"]);
    expect(await told("channel-manager", deal)).toEqual(["deal.to_decide"]);
    expect(await told("admin", deal)).toEqual(["deal.to_decide"]);
    for (const who of [
      "birch-earnings",
      "alpine-admin",
      "cedar-admin",
      "finance",
      "direct-seller",
      "south-admin",
    ] as const) {
      expect(await told(who, deal), who).toEqual([]);
    }
    const [received] = await noticesOf("birch-admin", deal);
    expect(received).toMatchObject({
      title: `Registration ${deal.number} received: Told Timber`,
      said: { number: deal.number, customer: "Told Timber" },
      link: `/deals/${deal.id}`,
      readAt: null,
    });
    expect((await noticesOf("admin", deal))[0]).toMatchObject({
      title: "New registration: Told Timber, of Birch Sales",
      link: `/deals/${deal.id}/decide`,
    });
  });

  test("to everybody but the one who did it; what is withdrawn by somebody is no news", async () => {
    const deal = await submitted(seller, "Asked Asphalt");
    const params = { dealId: deal.id };
    const asked = await manager.call(askDeal, { params, body: { question: "Which plant?" } });
    const questionId = asked.questions[0]?.id ?? "";
    await seller.call(answerDeal, { params: { ...params, questionId }, body: { answer: "The old one." } });
    await seller.call(withdrawDeal, { params, body: {} });
    expect(await told("birch-seller", deal)).toEqual(["deal.received", "deal.question"]);
    expect(await told("birch-admin", deal)).toEqual(["deal.received", "deal.question"]);
    expect(await told("admin", deal)).toEqual(["deal.to_decide", "deal.answer_came"]);
    const [, question] = await noticesOf("birch-admin", deal);
    expect(question).toMatchObject({ severity: "act", title: "Question about Asked Asphalt" });
    expect(question?.text).toContain("Which plant?");
  });

  test("when it is told and not when it is decided, with the reason", async () => {
    const deal = await submitted(seller, "Refused Rail");
    const params = { dealId: deal.id };
    const body = { reasonKey: "incomplete" as const, reason: "Nobody knows the customer." };
    await manager.call(rejectDeal, { params, ifMatch: deal.version, body });
    expect(await told("birch-seller", deal)).toEqual(["deal.received"]);
    world.clock.advance({ minutes: 2 });
    await tick();
    expect(await told("birch-seller", deal)).toEqual(["deal.received", "deal.rejected"]);
    expect((await noticesOf("birch-seller", deal))[1]?.text).toContain(body.reason);
  });

  test("of what is asked for, and of what becomes of it; a report that is taken over is told once", async () => {
    const deal = await approved("Longer Lumber");
    const params = { dealId: deal.id };
    const asking = await seller.call(requestExtension, { params, body: { reason: "Autumn." } });
    const extensionId = asking.extensions[0]?.id ?? "";
    await manager.call(decideExtension, {
      params: { ...params, extensionId },
      body: { granted: false, note: "Too early." },
    });
    const report = async () => {
      const said = await seller.call(proposeOutcome, {
        params,
        body: { outcome: "lost", closedOn: "2026-06-15", reason: "They chose another one." },
      });
      return said.outcomes.find(({ accepted }) => accepted === null)?.id ?? "";
    };
    const first = await report();
    await manager.call(decideOutcome, {
      params: { ...params, outcomeId: first },
      body: { accepted: false, note: "They still talk to us." },
    });
    const second = await report();
    await manager.call(decideOutcome, {
      params: { ...params, outcomeId: second },
      body: { accepted: true },
    });
    expect(await told("birch-seller", deal)).toEqual([
      "deal.received",
      "deal.approved",
      "deal.not_extended",
      "deal.outcome_refused",
      "deal.outcome_accepted",
    ]);
    expect(await told("admin", deal)).toEqual([
      "deal.to_decide",
      "deal.extension_asked",
      "deal.outcome_proposed",
      "deal.outcome_proposed",
    ]);
    expect((await seller.call(getDeal, { params })).state).toBe("closed");
  });

  test("entered in a partner's place: confirmed to who did it, told to the company's administrators", async () => {
    const behalf = { partnerId: world.partners.birch.id, reason: "Told us on the phone." };
    const draft = await submitted(manager, "Proxy Pipes", behalf);
    expect(await told("channel-manager", draft)).toEqual(["deal.entered"]);
    expect(await told("admin", draft)).toEqual(["deal.to_decide"]);
    expect(await told("birch-admin", draft)).toEqual(["deal.received"]);
    expect(await told("birch-seller", draft)).toEqual([]);
  });
});

describe("the vendor's clocks", () => {
  test("are told four hours before, when over, and to administrators a business day later; each once", async () => {
    world.clock.set("2026-06-22T09:00:00Z");
    const deal = await submitted(seller, "Slow Steel");
    // A first answer is due on Tuesday at 17:00.
    const expected: [string, string[], string[]][] = [
      ["2026-06-23T12:59:00Z", [], []],
      ["2026-06-23T13:00:00Z", ["deal.due_soon"], ["deal.due_soon"]],
      ["2026-06-23T16:59:00Z", ["deal.due_soon"], ["deal.due_soon"]],
      ["2026-06-23T17:00:00Z", ["deal.due_soon", "deal.overdue"], ["deal.due_soon", "deal.overdue"]],
      ["2026-06-24T16:59:00Z", ["deal.due_soon", "deal.overdue"], ["deal.due_soon", "deal.overdue"]],
      [
        "2026-06-24T17:00:00Z",
        ["deal.due_soon", "deal.overdue"],
        ["deal.due_soon", "deal.overdue", "deal.escalated"],
      ],
    ];
    for (const [now, ofManager, ofAdmin] of expected) {
      world.clock.set(now);
      await Promise.all([tick(), keepTime(world.hanse.door, nordwind())]);
      await tick();
      expect(await told("channel-manager", deal), now).toEqual(["deal.to_decide", ...ofManager]);
      expect(await told("admin", deal), now).toEqual(["deal.to_decide", ...ofAdmin]);
    }
    expect(await told("birch-admin", deal)).toEqual(["deal.received"]);
  });

  test("stand while the partner has the ball, and while a decision waits to be told", async () => {
    world.clock.set("2026-06-29T09:00:00Z");
    const asked = await submitted(seller, "Paused Paper");
    await manager.call(askDeal, { params: { dealId: asked.id }, body: { question: "Who decides?" } });
    const decided = await submitted(seller, "Decided Dairy");
    world.clock.set("2026-07-03T16:59:30Z");
    await manager.call(rejectDeal, {
      params: { dealId: decided.id },
      ifMatch: decided.version,
      body: { reasonKey: "incomplete", reason: "No answer from them." },
    });
    await tick();
    expect(await told("admin", asked)).toEqual(["deal.to_decide"]);
    expect(await told("admin", decided)).toEqual(["deal.to_decide"]);
  });

  test("of a job that paused: what is over is told, what would have come before is not", async () => {
    world.clock.set("2026-07-06T09:00:00Z");
    const deal = await submitted(seller, "Forgotten Foundry");
    world.clock.set("2026-07-08T09:00:00Z");
    await tick();
    expect(await told("channel-manager", deal)).toEqual(["deal.to_decide", "deal.overdue"]);
    expect(await told("admin", deal)).toEqual(["deal.to_decide", "deal.overdue"]);
    world.clock.set("2026-07-10T09:00:00Z");
    await tick();
    expect((await told("admin", deal)).filter((kind) => kind === "deal.escalated")).toHaveLength(1);
  });
});

describe("a question", () => {
  test("is reminded of a business day before, once, and told when it was not answered in time", async () => {
    world.clock.set("2026-08-03T09:00:00Z");
    const deal = await submitted(seller, "Quiet Quarry");
    await manager.call(askDeal, { params: { dealId: deal.id }, body: { question: "Which site?" } });
    // Ten business days: to be answered by Friday a week later, at 17:00.
    for (const [now, kinds] of [
      ["2026-08-13T16:59:00Z", []],
      ["2026-08-13T17:00:00Z", ["deal.question_due"]],
      ["2026-08-14T16:59:00Z", ["deal.question_due"]],
      ["2026-08-14T17:00:00Z", ["deal.question_due", "deal.lapsed"]],
    ] as const) {
      world.clock.set(now);
      await tick();
      await tick();
      expect(await told("birch-seller", deal), now).toEqual(["deal.received", "deal.question", ...kinds]);
    }
  });
});

describe("the end of a protection", () => {
  test("is told 14 and 3 days before and at its end, once each, whatever runs twice", async () => {
    world.clock.set("2026-09-01T09:00:00Z");
    const deal = await approved("Ending Engines", "2026-09-30");
    // Protected through the 30th: until 1 October, 00:00.
    for (const [now, kinds] of [
      ["2026-09-16T23:59:59Z", []],
      ["2026-09-17T00:00:00Z", ["deal.ending"]],
      ["2026-09-27T23:59:59Z", ["deal.ending"]],
      ["2026-09-28T00:00:00Z", ["deal.ending", "deal.ending"]],
      ["2026-10-01T00:00:00Z", ["deal.ending", "deal.ending", "deal.expired"]],
    ] as const) {
      world.clock.set(now);
      await Promise.all([tick(), keepTime(world.hanse.door, nordwind())]);
      await tick();
      expect(await told("birch-admin", deal), now).toEqual(["deal.received", "deal.approved", ...kinds]);
    }
    const said = (await noticesOf("birch-admin", deal)).filter(({ kind }) => kind === "deal.ending");
    expect(said.map(({ title }) => title)).toEqual([
      "14 days of protection left: Ending Engines",
      "3 days of protection left: Ending Engines",
    ]);
  });

  test("after missed days is told once, by the days that are left; after its end only that it ended", async () => {
    world.clock.set("2026-10-05T09:00:00Z");
    const missed = await approved("Missed Motors", "2026-10-30");
    const over = await approved("Over Oxides", "2026-10-20");
    world.clock.set("2026-10-29T12:00:00Z");
    await tick();
    expect((await told("birch-admin", missed)).slice(2)).toEqual(["deal.ending"]);
    expect((await noticesOf("birch-admin", missed)).at(-1)?.title).toBe(
      "2 days of protection left: Missed Motors",
    );
    expect((await told("birch-admin", over)).slice(2)).toEqual(["deal.expired"]);
    await tick();
    expect((await told("birch-admin", missed)).slice(2)).toEqual(["deal.ending"]);
  });

  test("that is put off is reminded of by its new date; what was about to be told of the old one is not", async () => {
    world.clock.set("2026-11-02T09:00:00Z");
    const deal = await approved("Extended Elevators", "2026-11-30");
    const params = { dealId: deal.id };
    world.clock.set("2026-11-17T00:00:00Z");
    await tick();
    const asking = await seller.call(requestExtension, { params, body: { reason: "Budget." } });
    const extensionId = asking.extensions[0]?.id ?? "";
    world.clock.set("2026-11-28T00:00:00Z");
    // The clock has noted that three days are left, and then more time is granted before anybody is told.
    await keepTime(world.hanse.door, nordwind());
    await manager.call(decideExtension, { params: { ...params, extensionId }, body: { granted: true } });
    await tick();
    expect((await told("birch-admin", deal)).slice(2)).toEqual(["deal.ending", "deal.extended"]);
    world.clock.set("2026-12-17T00:00:00Z");
    await tick();
    world.clock.set("2026-12-28T00:00:00Z");
    await tick();
    expect((await told("birch-admin", deal)).slice(2)).toEqual([
      "deal.ending",
      "deal.extended",
      "deal.ending",
      "deal.ending",
    ]);
  });
});

describe("one's own notices", () => {
  test("are counted, read one by one, by page and all up to one that was seen", async () => {
    const admin = world.as("fir-admin");
    const client = world.as("fir-seller");
    const deals = [
      await submitted(client, "First Fields"),
      await submitted(client, "Second Sands"),
      await submitted(client, "Third Tiles"),
    ];
    await tellEverybody(world);
    const links = deals.map(({ id }) => `/deals/${id}`).toReversed();
    expect(await admin.call(countNotices)).toEqual({ unread: 3, links });
    const { items } = await admin.call(listNotices, { query: { state: "unread" } });
    const [newest, middle, oldest] = items.map(({ id }) => id);
    if (newest === undefined || middle === undefined || oldest === undefined) throw new Error("none");

    expect((await admin.call(readNotice, { params: { noticeId: oldest } })).readAt).not.toBeNull();
    expect((await admin.call(countNotices)).unread).toBe(2);
    await admin.call(unreadNotice, { params: { noticeId: oldest } });
    expect((await admin.call(readNotices, { body: { upToId: middle } })).links).toEqual([links[0]]);
    expect(await admin.call(readNotices, { body: { link: `/deals/${deals[0]?.id}` } })).toEqual({
      unread: 1,
      links: [links[0]],
    });
    expect((await admin.call(readNotices, { body: {} })).unread).toBe(0);
    // The other one's are as they were.
    expect((await client.call(countNotices)).unread).toBe(3);
    expect((await client.post(`/notices/${newest}/reading`, {})).status).toBe(404);
    expect((await client.post("/notice-readings", { upToId: newest })).status).toBe(422);
  });

  test("come in pages, the newest first, nothing twice", async () => {
    const client = world.as("birch-admin");
    const all = (await client.call(listNotices, { query: { limit: 200 } })).items;
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const list = await client.call(listNotices, { query: { limit: 7, ...(cursor && { cursor }) } });
      paged.push(...list.items.map(({ id }) => id));
      cursor = list.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
  });

  test("each side chooses among its own topics alone", async () => {
    const topicsOf = async (who: PersonName) =>
      (await world.as(who).call(getNoticePreferences)).topics.map(({ topic }) => topic);
    const ofPartners = ["received", "questions", "decisions", "endings"];
    const ofStaff = ["requests", "deadlines"];
    for (const who of ["birch-earnings", "birch-seller"] as const) {
      expect(await topicsOf(who), who).toEqual(expect.arrayContaining(ofPartners));
      expect(await topicsOf(who), who).not.toEqual(expect.arrayContaining(ofStaff));
    }
    expect(await topicsOf("birch-seller")).not.toContain("pay-splits");
    expect(await topicsOf("birch-earnings")).not.toContain("touchpoints-contested");
    expect(await topicsOf("channel-manager")).toEqual(expect.arrayContaining(ofStaff));
    expect((await topicsOf("channel-manager")).filter((topic) => ofPartners.includes(topic))).toEqual([]);
    expect((await topicsOf("finance")).filter((topic) => ofStaff.includes(topic))).toEqual([]);
    const client = world.as("fir-earnings");
    const changed = await client.call(changeNoticePreferences, {
      body: { topics: [{ topic: "received", byMail: false }] },
    });
    expect(changed.mail).toEqual({
      address: "fir-earnings@nordwind.example",
      available: false,
      failing: null,
    });
    expect(changed.topics).toContainEqual({ topic: "received", byMail: false });
    const foreign = await client.send("PATCH", "/notice-preferences", {
      topics: [{ topic: "deadlines", byMail: false }],
    });
    expect([foreign.status, foreign.body.errors[0].pointer]).toEqual([422, "/topics/0/topic"]);
  });
});

function nordwind() {
  const { uuid, ...vendor } = world.vendors.nordwind;
  return { ...vendor, id: uuid };
}

test("whoever goes for what is protected is told to those who decide, of the same series alone, and to no partner", async () => {
  const deal = await approved("Guarded Glassworks");
  const params = { dealId: deal.id };
  const { opportunity } = await seller.call(getDeal, { params });
  const { account } = await manager.call(getOpportunity, {
    params: { opportunityId: opportunity?.id ?? "" },
  });
  const open = async (name: string, productId: string) => {
    const body = {
      name,
      accountId: account?.id,
      sellerId: world.people["direct-seller"].id,
      lines: [{ productId, quantity: 1 }],
    };
    const opened = await manager.post("/opportunities", body);
    expect(opened.status, opened.text).toBe(201);
  };
  const before = await told("channel-manager", deal);
  await open("Another series", world.products.gale.id);
  expect(await told("admin", deal)).toEqual(before);
  await open("The day after", world.products.gust.id);
  expect(await told("admin", deal)).toEqual([...before, "deal.rivalled"]);
  expect((await noticesOf("admin", deal)).at(-1)?.text).toContain("The day after");
  expect(await told("birch-admin", deal)).not.toContain("deal.rivalled");
});
