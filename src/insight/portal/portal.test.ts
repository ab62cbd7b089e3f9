import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSettings, getSettings } from "#ecosystem/vendors/contract.ts";
import { confirmTouchpoint, logTouchpoint } from "#sell/touchpoints/contract.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { readPortal } from "./contract.ts";

/* Alpine is the master of Birch and Cedar. On 15 June 2026 each of them has won something this quarter and last. */
let world: World;
beforeAll(async () => {
  world = await createWorld({ played: true });
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });

test("a master sees its own deals and those of the partners below it", async () => {
  const { own, all, above, below, deals } = await world.as("alpine-admin").call(readPortal);
  expect(above).toEqual([]);
  expect(own).toMatchObject({
    partner: { name: "Alpine Trade" },
    open: 1,
    openValue: usd("26768.00"),
    now: usd("1200.00"),
    deals: 1,
    last: usd("5000.00"),
  });
  // Three sales in progress, and two that Birch registered, of 1,650.00 each.
  // 1,200.00 + 14,200.00 + 11,533.33, and 5,000.00 + 80,000.00 + 30,000.00.
  expect(all).toEqual({
    open: 5,
    openValue: usd("36768.00"),
    now: usd("26933.33"),
    deals: 5,
    last: usd("115000.00"),
  });
  expect(
    below.map(({ partner, now, deals, last }) => [partner.name, now.amount, deals, last.amount]),
  ).toEqual([
    ["Birch Sales", "14200.00", 2, "80000.00"],
    ["Cedar Reps", "11533.33", 2, "30000.00"],
  ]);
  expect(deals).toMatchObject({ open: 5, overdue: 0, value: usd("36768.00") });
});

test("an agent's seller sees the agent's deals, of its master the name, and nothing of its sibling", async () => {
  const answer = await world.as("birch-seller").get("/portal");
  expect(answer.body).toMatchObject({
    own: { partner: { name: "Birch Sales" }, now: usd("14200.00") },
    above: [{ name: "Alpine Trade", kind: "master of" }],
    below: [],
    deals: {
      open: 3,
      next: [
        { account: "Kvarner Marine", expectedCloseOn: "2026-07-10" },
        { account: "Approved for birch" },
        { account: "Second for birch" },
      ],
    },
  });
  expect(answer.text).not.toMatch(/Cedar/);
  expect((await world.as("birch-seller").get(`/partners/${world.partners.alpine}`)).status).toBe(404);
});

test("the vendor's people have a home of their own", async () => {
  expect((await world.as("admin").get("/portal")).status).toBe(403);
  expect((await world.as("birch-admin").get("/home")).status).toBe(403);
});

test("where a partner helped it is told its own touches and customers, and nothing of what was sold", async () => {
  const seller = world.as("birch-seller");
  const before = await seller.call(readPortal);
  expect(before.influenced).toEqual({ touchpoints: 0, customers: 0 });
  for (const occurredOn of ["2026-05-11", "2026-05-12"]) {
    const { id } = await seller.call(logTouchpoint, {
      body: {
        kind: "introduction",
        accountId: world.accounts.kvarner.id,
        occurredOn,
        withWhom: "Their board",
        purpose: "A new line",
      },
    });
    const body = { opportunityId: world.opportunities.cedarWon.id };
    await world.as("channel-manager").call(confirmTouchpoint, { params: { touchpointId: id }, body });
  }
  const after = await seller.call(readPortal);
  expect(after).toEqual({ ...before, influenced: { touchpoints: 2, customers: 1 } });
});

test("its quarter is one of the vendor's year", async () => {
  const admin = world.as("admin");
  const yearFrom = async (fiscalYearStartMonth: number) => {
    const { version } = await admin.call(getSettings);
    await admin.call(changeSettings, { body: { fiscalYearStartMonth }, ifMatch: version });
    return (await world.as("alpine-admin").call(readPortal)).quarter;
  };
  expect(await yearFrom(2)).toEqual({ from: "2026-05-01", until: "2026-08-01" });
  expect(await yearFrom(1)).toEqual({ from: "2026-04-01", until: "2026-07-01" });
});

test("what waits is one's own company's: a question, an end of protection, a draft; of those below it, nothing", async () => {
  const waits = async (who: "birch-seller" | "alpine-admin") => (await world.as(who).call(readPortal)).waits;
  const kinds = async () => (await waits("birch-seller")).map(({ kind, count }) => [kind, count]);
  const [first] = await waits("birch-seller");
  expect(first).toMatchObject({
    kind: "questions-to-answer",
    count: 1,
    record: expect.stringMatching(/^deal_/),
  });
  expect(await waits("alpine-admin")).not.toContainEqual(expect.objectContaining({ record: first?.record }));
  expect(await kinds()).toContainEqual(["touchpoints-contested", 1]);
  // Only who acts for the company acknowledges a program's year.
  const year = { kind: "years-to-acknowledge", count: 1, since: "2026-01-01" };
  expect(await waits("alpine-admin")).toContainEqual(expect.objectContaining(year));
  expect(await kinds()).not.toContainEqual(["years-to-acknowledge", 1]);

  const drafts = () => kinds().then((all) => all.find(([kind]) => kind === "registrations-to-finish")?.[1]);
  const before = Number((await drafts()) ?? 0);
  const draft = await world.as("birch-seller").post("/deals", { customerName: "Later Ltd" });
  expect(draft.status, draft.text).toBe(201);
  expect(await drafts()).toBe(before + 1);

  // Of its protections of 90 days one has less than 14 left; the question is long past its time.
  world.clock.advance({ hours: 24 * 70 });
  expect(await kinds()).toContainEqual(["protections-ending", 1]);
  expect(await kinds()).not.toContainEqual(["questions-to-answer", 1]);
});
