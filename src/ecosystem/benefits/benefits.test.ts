import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { toPublicId } from "#platform/ids.ts";
import { benefits } from "../../../test/world/program-benefits.ts";
import { race, tally } from "../../../test/world/race.ts";
import { program } from "../../../test/world/seed.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { enterFact } from "../facts/contract.ts";
import { termsForEveryone } from "../programs/document.ts";
import * as contract from "./contract.ts";
import { jobs } from "./index.ts";

/* Birch is Gold and Fir Silver in the second quarter of 2026; see test/world/program-benefits.ts for what that gives. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-06-15T09:00:00Z"));

type Asker = "birch-admin" | "fir-admin" | "elm-admin" | "delta-admin";
const key = () => ({ idempotencyKey: randomUUID() });
const ask = (who: Asker, benefit: string, quantity?: string) =>
  world.as(who).call(contract.requestBenefit, {
    body: { programId: program.id, benefit, purpose: "A demonstration", ...(quantity && { quantity }) },
  });
const grant = (requestId: string, body: object = {}) =>
  world.as("channel-manager").call(contract.grantBenefit, { params: { requestId }, body });
const refusal = async (who: Asker, body: object) => {
  const answer = await world
    .as(who)
    .post("/benefit-requests", { programId: program.id, purpose: "A trial", ...body }, key());
  return [answer.status, answer.body.errors?.[0]?.pointer, answer.body.detail];
};
const linesOf = async (
  partner: "birch" | "fir" | "elm" | "delta",
  who: Parameters<World["as"]>[0] = `${partner}-admin`,
) => {
  const { items } = await world.as(who).call(contract.listEntitlements, {
    params: { partnerId: world.partners[partner].id },
    query: { programId: program.id },
  });
  return new Map(items.map((line) => [line.key, line]));
};
const tick = async () => {
  for (const job of jobs(world.hanse)) await job.run?.((await world.principal("admin")).vendor, {});
};
/** What is given away is, in every counter, what the grants of it hold. */
const heldTwice = async () => {
  const { rows } = await world.admin.query(
    `select a.benefit_key, a.held, coalesce(sum(r.held), 0)::bigint as by_grants from benefit_allowance a
     left join benefit_request r on (r.vendor_id, r.partner_id, r.program_id, r.benefit_key, r.counted_in, r.period_from)
       = (a.vendor_id, a.partner_id, a.program_id, a.benefit_key, a.counted_in, a.period_from)
     group by a.vendor_id, a.partner_id, a.program_id, a.benefit_key, a.counted_in, a.period_from, a.held`,
  );
  for (const row of rows) expect(row.held, row.benefit_key).toBe(row.by_grants);
};

describe("what a partner is entitled to", () => {
  test("follows from its level, says why and what the next one adds", async () => {
    const birch = await linesOf("birch");
    expect(birch.get("discount")).toMatchObject({
      program: { id: program.id },
      level: "Gold",
      levelSince: "2026-04-01",
      value: "15",
      from: { kind: "global", reason: null },
      next: { level: "Platinum", value: "20" },
      left: null,
      canAsk: false,
    });
    expect(birch.get("demo-licences")).toMatchObject({
      value: "8",
      given: "0",
      left: "8",
      period: { from: "2026-01-01", until: "2027-01-01" },
      canAsk: true,
    });
    const fir = await linesOf("fir");
    expect(fir.get("sandbox")).toMatchObject({
      value: null,
      left: "0",
      canAsk: false,
      next: { level: "Gold", value: "yes" },
    });
  });

  test("is told to those who see the partner's money alone", async () => {
    const path = `/partners/${world.partners.birch.id}/benefits`;
    expect((await linesOf("birch", "finance")).size).toBe(5);
    expect((await linesOf("birch", "birch-earnings")).size).toBe(5);
    expect((await world.as("birch-seller").get(path)).status).toBe(403);
    for (const who of ["cedar-admin", "alpine-admin"] as const)
      expect((await world.as(who).get(path)).status, who).toBe(404);
  });

  test("follows what a region says otherwise, with the reason, until its last day", async () => {
    const { vendors, people, admin, partners } = world;
    const vendor = vendors.nordwind.uuid;
    const location = randomUUID();
    await admin.query(
      `insert into partner_location (vendor_id, id, partner_id, name, country, effective_from, created_at)
       values ($1, $2, $3, 'Head office', 'DE', '2026-01-01', now())`,
      [vendor, location, partners.elm.uuid],
    );
    await admin.query(
      `insert into partner_main_location (vendor_id, partner_id, location_id, effective_from)
       values ($1, $2, $3, '2026-01-01')`,
      [vendor, partners.elm.uuid, location],
    );
    await admin.query(
      `insert into program_override (vendor_id, id, program_id, scope_kind, scope_key, scope_label, parameter, value, reason,
         state, effective_from, effective_until, proposed_by, proposed_at, decided_by, decided_at, holds_from)
       values ($1, gen_random_uuid(), $2, 'country', 'DE', 'DE', 'benefit:discount:Silver', '{"kind": "benefit", "value": "12"}',
         'Prices are compared more there.', 'approved', '2026-06-01', '2026-07-01', $3, now(), $3, now(), '2026-06-01')`,
      [vendor, program.uuid, people.admin.uuid],
    );
    expect((await linesOf("elm")).get("discount")).toMatchObject({
      value: "12",
      programSays: "10",
      from: { kind: "country", label: "DE", reason: "Prices are compared more there.", until: "2026-07-01" },
    });
    world.clock.set("2026-07-01T00:00:00Z");
    expect((await linesOf("elm")).get("discount")).toMatchObject({ value: "10", from: { kind: "global" } });
  });
});

test("rests while its partner is not in good standing, says what is missing, and stands where it was granted", async () => {
  const { admin, vendors, partners } = world;
  const programId = randomUUID();
  const ladder = {
    format: "hanse-ladder/2",
    name: "service-tiers",
    label: "Service tiers",
    currency: "USD",
    base: "Member",
    measuredAt: "entity",
    reviews: { everyMonths: 3, demoteEveryMonths: 3, decidedAfterDays: 0, inForceAfterDays: 0 },
    graceDays: 0,
    warnDays: 0,
    minimumStayMonths: 0,
    measures: [
      {
        key: "won",
        label: "Won value",
        kind: "fact",
        fact: "won_value",
        window: { kind: "previous-quarter" },
      },
      {
        key: "overdue",
        label: "Overdue balance",
        kind: "fact",
        fact: "overdue_balance",
        window: { kind: "as-of" },
      },
    ],
    goodStanding: ["overdue <= 0"],
    levels: [{ level: "Advanced", requires: "won >= 50000 USD" }],
  };
  const sandbox = { ...benefits[3], values: { Member: "yes", Advanced: "yes" } };
  const lab = { ...sandbox, key: "lab", label: "Lab" };
  const terms = { ...termsForEveryone("Service"), benefits: [sandbox, lab] };
  await admin.query(
    "insert into program (vendor_id, id, name, first_published_at) values ($1, $2, 'Service', '2026-01-01')",
    [vendors.nordwind.uuid, programId],
  );
  await admin.query(
    `insert into program_version (vendor_id, id, program_id, version, effective_from, ladder, terms, published_at)
     values ($1, gen_random_uuid(), $2, 1, '2026-01-01', $3, $4, '2026-01-01')`,
    [vendors.nordwind.uuid, programId, JSON.stringify(ladder), JSON.stringify(terms)],
  );
  const asked = (purpose: string, benefit = "sandbox") => ({
    programId: toPublicId("prg", programId),
    benefit,
    purpose,
  });
  const birch = world.as("birch-admin");
  const first = await birch.call(contract.requestBenefit, { body: asked("Before") });
  const waits = await birch.call(contract.requestBenefit, { body: asked("After", "lab") });
  await grant(first.id);
  await world.as("channel-manager").call(enterFact, {
    body: {
      partnerId: partners.birch.id,
      kind: "overdue_balance",
      value: "1200.00",
      currency: "USD",
      countsOn: "2026-06-20",
      note: "Ageing list",
    },
  });
  world.clock.set("2026-07-02T09:00:00Z");
  const { items } = await birch.call(contract.listEntitlements, {
    params: { partnerId: partners.birch.id },
    query: { programId: asked("").programId },
  });
  expect(items).toMatchObject([
    {
      key: "sandbox",
      rests: true,
      missing: ["Overdue balance at most 0"],
      reviewedOn: "2026-07-01",
      canAsk: false,
    },
    { key: "lab", rests: true },
  ]);
  const late = await world.as("channel-manager").post(`/benefit-requests/${waits.id}/grant`, {}, key());
  expect([late.status, late.body.detail]).toEqual([
    409,
    "Lab rests while the partner is not in good standing. Missing: Overdue balance at most 0.",
  ]);
  const again = await birch.post("/benefit-requests", asked("Again"), key());
  expect([again.status, again.body.errors?.[0]?.pointer]).toEqual([422, "/benefit"]);
  const params = { requestId: first.id };
  expect(await birch.call(contract.getBenefitRequest, { params })).toMatchObject({
    state: "granted",
    can: { use: true },
  });
});

describe("a request", () => {
  test("is refused in a sentence where nothing of it can be had", async () => {
    expect(await refusal("fir-admin", { benefit: "sandbox" })).toEqual([
      422,
      "/benefit",
      "Silver does not give Sandbox. Gold does.",
    ]);
    expect(await refusal("fir-admin", { benefit: "discount", quantity: "5" })).toEqual([
      422,
      "/benefit",
      "Discount is given without asking.",
    ]);
    expect(await refusal("fir-admin", { benefit: "yacht" })).toEqual([
      422,
      "/benefit",
      "The program has no such benefit.",
    ]);
    expect(await refusal("fir-admin", { benefit: "demo-licences" })).toEqual([
      422,
      "/quantity",
      "Say how much.",
    ]);
    expect(await refusal("fir-admin", { benefit: "demo-licences", quantity: "6" })).toEqual([
      422,
      "/quantity",
      "5 of 5 is left. Ask for no more than that.",
    ]);
    expect(await refusal("birch-admin", { benefit: "sandbox", quantity: "2" })).toEqual([
      422,
      "/quantity",
      "It is not counted: leave the number out.",
    ]);
    expect(await refusal("birch-admin", { benefit: "launch-fund", quantity: "5000.01" })).toEqual([
      422,
      "/quantity",
      "5000.00 USD of 5000.00 USD is left. Ask for no more than that.",
    ]);
  });

  test("is granted, in part, used in parts by either side, and its mistakes are taken back", async () => {
    const { id } = await ask("birch-admin", "demo-licences", "4");
    const waiting = await world
      .as("channel-manager")
      .call(contract.getBenefitRequest, { params: { requestId: id } });
    expect(waiting).toMatchObject({
      leftAfter: "4",
      endsAt: "2026-09-13T00:00:00Z",
      today: { waiting: "4" },
    });
    const granted = await grant(id, { quantity: "3", reason: "Three will do." });
    expect(granted).toMatchObject({
      state: "granted",
      granted: "3",
      left: "3",
      validUntil: "2026-09-13T00:00:00Z",
      grantedBy: { level: "Gold", value: "8", from: { kind: "global" } },
      today: { left: "5" },
    });
    const use = (who: "birch-earnings" | "channel-manager", quantity: string) =>
      world.as(who).post(`/benefit-requests/${id}/uses`, { quantity, usedOn: "2026-06-15" }, key());
    expect((await use("birch-earnings", "2")).body).toMatchObject({ state: "granted", used: "2", left: "1" });
    expect((await use("channel-manager", "2")).body.detail).toBe(
      "1 of the grant is left. Record no more than that.",
    );
    const last = await use("channel-manager", "1");
    expect(last.body).toMatchObject({ state: "consumed", used: "3", left: null });
    const [theirs, ours] = last.body.uses;
    const back = (who: "birch-admin" | "channel-manager", useId: string) =>
      world
        .as(who)
        .post(`/benefit-requests/${id}/uses/${useId}/reversal`, { reason: "Counted twice." }, key());
    expect((await back("birch-admin", ours.id)).body.type).toBe("not-yours");
    expect((await back("birch-admin", theirs.id)).body).toMatchObject({
      state: "granted",
      used: "1",
      left: "2",
    });
    expect((await back("birch-admin", theirs.id)).body.type).toBe("taken-back");
    const reversed = await world.as("channel-manager").call(contract.reverseBenefit, {
      params: { requestId: id },
      body: { reason: "It was meant for another." },
    });
    // What was used stays used.
    expect(reversed).toMatchObject({ state: "reversed", used: "1", today: { given: "1", left: "7" } });
    await heldTwice();
  });

  test("is declined with a reason, or withdrawn, and then nobody decides it", async () => {
    const one = await ask("birch-admin", "launch-fund", "1200.50");
    const params = { requestId: one.id };
    const declined = await world
      .as("admin")
      .call(contract.declineBenefit, { params, body: { reason: "Not this quarter." } });
    expect(declined).toMatchObject({ state: "declined", reason: "Not this quarter.", granted: null });
    const other = await ask("birch-admin", "launch-fund", "10");
    await world.as("birch-admin").call(contract.withdrawBenefitRequest, { params: { requestId: other.id } });
    for (const { id } of [one, other]) {
      const late = await world.as("channel-manager").post(`/benefit-requests/${id}/grant`, {}, key());
      expect([late.status, late.body.type]).toEqual([409, "not-open"]);
    }
  });

  test("is seen and acted on by nobody else's people", async () => {
    const { id } = await ask("fir-admin", "demo-licences", "1");
    for (const who of ["birch-admin", "elm-admin", "south-admin"] as const) {
      expect((await world.as(who).get(`/benefit-requests/${id}`)).status, who).toBe(404);
    }
    expect((await world.as("birch-admin").post(`/benefit-requests/${id}/withdrawal`, {}, key())).status).toBe(
      404,
    );
    expect((await world.as("fir-admin").post(`/benefit-requests/${id}/grant`, {}, key())).status).toBe(403);
    expect((await world.as("finance").post(`/benefit-requests/${id}/grant`, {}, key())).status).toBe(403);
  });
});

describe("the allowance", () => {
  test("is never exceeded, however many requests are granted at once", async () => {
    const requests = await Promise.all(
      Array.from({ length: 5 }, () => ask("elm-admin", "demo-licences", "1")),
    );
    // As where more could be had when they were asked for.
    await world.admin.query("update benefit_request set quantity = 2 where partner_id = $1", [
      world.partners.elm.uuid,
    ]);
    const answers = await race(requests.length, (n) =>
      world
        .as(n % 2 === 0 ? "admin" : "channel-manager")
        .post(`/benefit-requests/${requests[n]?.id}/grant`, {}, key()),
    );
    // Five licences are two grants of two; the last one is too little.
    expect(tally(answers)).toEqual({ 200: 2, 409: 3 });
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body).toMatchObject({
        type: "allowance-exceeded",
        detail: "1 of 5 is left. Ask for no more than that.",
      });
    expect((await linesOf("elm")).get("demo-licences")).toMatchObject({ given: "4", left: "1" });
    const part = requests.find((_one, n) => answers[n]?.status === 409);
    expect(await grant(part?.id ?? "", { quantity: "1" })).toMatchObject({
      granted: "1",
      today: { left: "0" },
    });
    await heldTwice();
  });

  test("is asked for once, however many ask at once, and says so", async () => {
    world.clock.set("2026-04-01T09:00:00Z");
    const wanted = { programId: program.id, benefit: "launch-fund", quantity: "8000.00", purpose: "A fair" };
    const askAtOnce = (times: number) =>
      race(times, () => world.as("delta-admin").post("/benefit-requests", wanted, key()));
    const answers = await askAtOnce(4);
    expect(tally(answers)).toEqual({ 201: 2, 422: 2 });
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({
      detail:
        "20000.00 USD is left, of which 16000.00 USD is asked for and undecided. Ask for no more than 4000.00 USD.",
      errors: [
        { pointer: "/quantity", message: "That is more than is left besides what is asked for already." },
      ],
    });
    expect((await linesOf("delta")).get("launch-fund")).toMatchObject({
      left: "20000.00",
      waiting: "16000.00",
      free: "4000.00",
      canAsk: true,
    });
    const [one, other] = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    await ask("delta-admin", "launch-fund", "4000.00");
    expect((await linesOf("delta")).get("launch-fund")).toMatchObject({ free: "0.00", canAsk: false });
    expect((await refusal("delta-admin", wanted))[2]).toBe(
      "All that is left of Launch fund is asked for already and waits for a decision.",
    );
    // What is not decided any more may be asked for anew.
    await world.as("delta-admin").call(contract.withdrawBenefitRequest, { params: { requestId: other } });
    await grant(one);
    const last = await ask("delta-admin", "launch-fund", "8000.00");
    await grant(last.id);
    expect((await linesOf("delta")).get("launch-fund")).toMatchObject({ left: "4000.00", againOn: null });
  });

  test("that is used up says when it comes again: with the period, or once the first grant is over", async () => {
    const { id } = await ask("birch-admin", "sandbox");
    await grant(id);
    expect((await linesOf("birch")).get("sandbox")).toMatchObject({ left: "0", againOn: "2026-07-15" });
    expect((await linesOf("fir")).get("sandbox")).toMatchObject({ value: null, againOn: null });
    const elm = (await linesOf("elm")).get("demo-licences");
    expect(elm).toMatchObject({ left: "0", againOn: "2027-01-01" });
    await world.as("channel-manager").call(contract.reverseBenefit, {
      params: { requestId: id },
      body: { reason: "It was for the next test." },
    });
  });

  test("of one request that many grant at once, one grant is given", async () => {
    const { id } = await ask("birch-admin", "launch-fund", "700");
    const answers = await race(6, () =>
      world.as("channel-manager").post(`/benefit-requests/${id}/grant`, {}, key()),
    );
    expect(tally(answers)).toEqual({ 200: 1, 409: 5 });
    await heldTwice();
  });

  test("is new with the period, and what was granted stands when the level falls, until it expires", async () => {
    const { id } = await ask("birch-admin", "sandbox");
    const { validUntil } = await grant(id);
    expect(validUntil).toBe("2026-07-15T00:00:00Z");
    const waits = await ask("birch-admin", "launch-fund", "100");
    // In the third quarter Birch is Silver, which gives neither.
    world.clock.set("2026-07-02T09:00:00Z");
    const now = await linesOf("birch");
    expect(now.get("sandbox")).toMatchObject({ level: "Silver", value: null, left: "0" });
    expect(now.get("demo-licences")).toMatchObject({ value: "5", left: "4" });
    const params = { requestId: id };
    const still = await world.as("birch-admin").call(contract.getBenefitRequest, { params });
    expect(still).toMatchObject({ state: "granted", grantedBy: { level: "Gold" }, today: { value: null } });
    const late = await world.as("channel-manager").post(`/benefit-requests/${waits.id}/grant`, {}, key());
    expect(late.body).toMatchObject({
      type: "not-entitled",
      detail: "Silver does not give Launch fund. Gold does.",
    });
    world.clock.set("2026-07-14T23:59:59Z");
    expect(await world.as("birch-admin").call(contract.getBenefitRequest, { params })).toMatchObject({
      state: "granted",
    });
    world.clock.set("2026-07-15T00:00:00Z");
    // By the clock, before anything has noted it.
    expect(await world.as("birch-admin").call(contract.getBenefitRequest, { params })).toMatchObject({
      state: "expired",
      can: { use: false },
    });
    const expired = await world
      .as("birch-admin")
      .post(`/benefit-requests/${id}/uses`, { usedOn: "2026-07-14" }, key());
    expect(expired.body).toMatchObject({ type: "not-open", detail: "It has expired." });
  });
});

describe("the clock", () => {
  test("warns once before the end and tells the end once; what no period limits can be had again", async () => {
    const events = async (id: string) =>
      (
        await world.admin.query<{ type: string }>(
          "select type from event where subject_id = $1 and type like 'benefit.expir%' order by id",
          [`${id.slice(4, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20, 24)}-${id.slice(24)}`],
        )
      ).rows.map(({ type }) => type);
    world.clock.set("2026-04-20T09:00:00Z");
    const { id } = await ask("delta-admin", "sandbox");
    await grant(id);
    const second = await world
      .as("delta-admin")
      .post("/benefit-requests", { programId: program.id, benefit: "sandbox", purpose: "Another" }, key());
    expect(second.body.detail).toBe("Nothing is left of Sandbox in this period.");
    world.clock.set("2026-05-05T23:59:59Z");
    await tick();
    expect(await events(id)).toEqual([]);
    world.clock.set("2026-05-06T00:00:00Z");
    await tick();
    await tick();
    expect(await events(id)).toEqual(["benefit.expiring"]);
    world.clock.set("2026-05-20T00:00:00Z");
    // Free again from that instant on, before the job has run.
    expect((await linesOf("delta")).get("sandbox")).toMatchObject({ given: "0", left: "1" });
    const next = await ask("delta-admin", "sandbox");
    expect(await grant(next.id)).toMatchObject({ state: "granted" });
    await tick();
    await tick();
    expect(await events(id)).toEqual(["benefit.expiring", "benefit.expired"]);
    await heldTwice();
  });
});

test("lists are the same as a file", async () => {
  const page = await world.as("channel-manager").get("/benefit-requests?limit=200");
  const file = await world.as("channel-manager").get("/benefit-requests.csv");
  expect(file.text.trim().split("\n").length - 1).toBe(page.body.items.length);
  const own = await world.as("birch-admin").get(`/partners/${world.partners.birch.id}/benefits.csv`);
  expect(own.text).toContain("Demo licences");
});
