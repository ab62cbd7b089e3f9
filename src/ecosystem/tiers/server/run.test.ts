import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { race, tally } from "../../../../test/world/race.ts";
import { program, programVersion } from "../../../../test/world/seed.ts";
import { tellEverybody } from "../../../../test/world/told.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { expand } from "../../ladders/contract.ts";
import { listNotices } from "../../notices/contract.ts";
import * as programs from "../../programs/contract.ts";
import * as contract from "../contract.ts";
import { decide as decideTiers, fact, programWith } from "./programs.fixture.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-06-15T09:00:00Z"));

const { templateKeys } = programs;
const decide = () => decideTiers(world);

async function count(what: string, values: unknown[] = []): Promise<number> {
  const { rows } = await world.admin.query<{ n: number }>(`select count(*)::int as n from ${what}`, values);
  return rows[0]?.n ?? 0;
}

const decisionsOf = async (name: "birch" | "elm" | "fir", who: "finance" | "birch-admin" = "finance") => {
  const params = { partnerId: world.partners[name].id };
  return (await world.as(who).call(contract.listTierDecisions, { params, query: {} })).items;
};

describe("reviews", () => {
  test("are decided once for everybody, however many servers decide at once", async () => {
    await race(4, decide);
    const reviews = await count("tier_review where program_id = $1", [program.uuid]);
    const partners = await count("partner where vendor_id = $1", [world.vendors.nordwind.uuid]);
    expect(reviews).toBeGreaterThan(4);
    expect(await count("tier_decision")).toBe(reviews * partners);
    expect(await count("event where type = 'tier.reviewed'")).toBe(reviews);
    await decide();
    expect(await count("tier_decision")).toBe(reviews * partners);
    const [last] = await decisionsOf("birch", "birch-admin");
    expect(last).toMatchObject({
      reviewOn: "2026-04-01",
      decidedOn: "2026-04-01",
      inForceFrom: "2026-04-01",
      level: "Gold",
      why: "promoted",
      n: 1,
      measured: { won: { USD: "80000.00" } },
    });
  });

  test("are amended by facts that come late, and keep what was decided before", async () => {
    await decide();
    await fact(world, "fir", { kind: "won_value", day: "2026-02-10", amount: 70_000_00n });
    await decide();
    const late = (await decisionsOf("fir")).filter(({ reviewOn }) => reviewOn === "2026-04-01");
    expect(late.map(({ n, level }) => [n, level])).toEqual([
      [2, "Gold"],
      [1, "Silver"],
    ]);
  });

  test("promote and demote, and say so to the partner's own people alone", async () => {
    await fact(world, "elm", { kind: "won_value", day: "2026-06-20", amount: 90_000_00n });
    await decide();
    world.clock.set("2026-07-01T06:00:00Z");
    await decide();
    await tellEverybody(world);
    const of = async (who: "elm-admin" | "birch-admin" | "birch-seller") =>
      (await world.as(who).call(listNotices, { query: { topic: "tiers" } })).items.map(({ title, link }) => [
        title,
        link,
      ]);
    expect(await of("elm-admin")).toEqual([["Promoted to Gold in agent-tiers", "/standing"]]);
    expect(await of("birch-admin")).toEqual([["Silver instead of Gold in agent-tiers", "/standing"]]);
    expect(await of("birch-seller")).toEqual([]);
  });
});

describe("an exception", () => {
  const grant = (over: object = {}) =>
    world.as("channel-manager").post(`/programs/${program.id}/tier-exceptions`, {
      partnerId: world.partners.cedar.id,
      level: "Platinum",
      reason: "It opens a new country.",
      until: "2026-12-01",
      ...over,
    });
  const standing = async () => {
    const params = { partnerId: world.partners.cedar.id };
    const { items } = await world.as("cedar-admin").call(contract.listStandings, { params, query: {} });
    return items[0]?.current;
  };

  test("holds at once, with its reason, until it is ended; of two at once one is granted", async () => {
    expect((await standing())?.level).toBe("Silver");
    expect(tally(await race(4, () => grant()))).toEqual({ 201: 1, 409: 3 });
    expect(await standing()).toMatchObject({
      level: "Platinum",
      why: "exception",
      exception: { until: "2026-12-01", reason: "It opens a new country." },
    });
    const params = { programId: program.id };
    const { items } = await world.as("finance").call(contract.listExceptions, { params, query: {} });
    expect(items).toMatchObject([{ level: "Platinum", state: "in-force", can: { end: false } }]);
    const exceptionId = items[0]?.id ?? "";
    await world.as("admin").call(contract.endException, { params: { exceptionId } });
    expect((await standing())?.level).toBe("Silver");
  });

  test("is refused for a level that is not there, days out of order, and those who may not", async () => {
    const answers = [await grant({ level: "Diamond" }), await grant({ until: "2026-06-15" })];
    expect(answers.map(({ status, body }) => [status, body.errors[0].pointer])).toEqual([
      [422, "/level"],
      [422, "/until"],
    ]);
    expect((await world.as("finance").post(`/programs/${program.id}/tier-exceptions`, {})).status).toBe(403);
  });
});

test("a grandfather clause keeps a level for those who have it, and for nobody else", async () => {
  const clause = await world.as("admin").call(contract.grantClause, {
    params: { programId: program.id },
    body: { level: "Gold", reason: "The program asks more.", until: "2026-12-01" },
  });
  expect(clause.partners).toBe(await count("tier_grandfather"));
  world.clock.set("2026-07-02T09:00:00Z");
  const read = async (name: "birch" | "cedar") => {
    const params = { partnerId: world.partners[name].id };
    return (await world.as("finance").call(contract.listStandings, { params, query: {} })).items[0]?.current;
  };
  expect(await read("birch")).toMatchObject({ level: "Gold", why: "grandfathered", earned: "Silver" });
  expect((await read("cedar"))?.grandfathered).toBeNull();
});

test("the next review says who moves and who is near a threshold; partners are not told of others", async () => {
  const params = { programId: program.id };
  const review = await world.as("channel-manager").call(contract.getNextReview, { params });
  expect(review).toMatchObject({ review: { on: "2026-07-01" }, hasTiers: true });
  const all = await world
    .as("finance")
    .call(contract.listOutlook, { params, query: { view: "all", limit: 2 } });
  expect(all.items).toHaveLength(2);
  expect(all.nextCursor).not.toBeNull();
  expect((await world.as("birch-admin").get(`/programs/${program.id}/tier-outlook`)).status).toBe(403);
});

describe("a back-test", () => {
  beforeAll(() => world.admin.query("delete from tier_grandfather"));
  const tried = (ladder: object) =>
    world.as("channel-manager").call(contract.backTest, {
      params: { programId: program.id },
      body: { tried: { kind: "ladder", ladder: ladder as never }, from: "2026-01-01", until: "2026-06-15" },
    });
  const published = async () => {
    const { rows } = await world.admin.query("select ladder from program_version where id = $1", [
      programVersion.uuid,
    ]);
    return rows[0].ladder;
  };

  test("of what is published moves nobody", async () => {
    expect(await tried(await published())).toMatchObject({
      moves: [],
      moved: { up: 0, down: 0 },
      unmeasured: [],
    });
  });

  test("says which of its measures nothing is recorded of", async () => {
    const ladder = expand(await published());
    const heads = { ...ladder.measures[0], key: "heads", label: "Certified people", fact: "certified_heads" };
    const measures = [...ladder.measures, { ...heads, window: { kind: "as-of" } }];
    const { unmeasured } = await tried({ ...ladder, measures });
    expect(unmeasured).toEqual([{ key: "heads", label: "Certified people" }]);
  });

  test("of a ladder that asks more says who would move, when, and what it saves in benefits", async () => {
    const ladder = await published();
    const [gold, ...above] = ladder.levels;
    const result = await tried({ ...ladder, levels: [{ ...gold, from: "85000.00" }, ...above] });
    expect(result.moves).toContainEqual({
      partner: { id: world.partners.birch.id, name: "Birch Sales" },
      on: "2026-04-01",
      live: "Gold",
      draft: "Silver",
      direction: "down",
    });
    const licences = result.benefits.find(({ key }) => key === "demo-licences");
    expect(Number(licences?.total?.draft)).toBeLessThan(Number(licences?.total?.live));
    expect(result.near).toContainEqual(
      expect.objectContaining({ side: "below", level: "Gold", by: { USD: "5000.00" } }),
    );
  });
});

test.each(templateKeys)(
  "the template %s is published as it is, and whoever is in it is reviewed",
  async (template) => {
    const admin = world.as("admin");
    const { id: programId } = await admin.call(programs.beginProgram, {
      body: { name: `Begun with ${template}`, template },
    });
    const params = { programId };
    const draft = await admin.call(programs.getProgramDraft, { params });
    expect(draft.errors).toEqual([]);
    const { version } = await admin.call(programs.writeProgramDraft, {
      params,
      body: { document: draft.document, effectiveFrom: "2026-01-01" },
      ifMatch: draft.version,
    });
    await admin.call(programs.publishProgram, { params, ifMatch: version });
    await admin.call(programs.enrolPartner, {
      params,
      body: {
        partnerId: world.partners.birch.id,
        kind: "included",
        reason: "To try it",
        effectiveFrom: "2026-01-01",
      },
    });
    const { members } = await admin.call(programs.getProgram, { params });
    const { reviews, levels, moves } = await admin.call(contract.backTest, {
      params,
      body: { tried: { kind: "version", version: 1 }, from: "2026-01-01" },
    });
    const document = programs.ProgramDocument.parse(draft.document);
    expect(reviews).not.toEqual([]);
    expect(levels.map(({ level }) => level)).toEqual(programs.levelsOf(document));
    expect(levels.reduce((sum, { draft: stands }) => sum + stands, 0)).toBe(members);
    expect(moves).toEqual([]);
  },
);

test("by the template for master agents, a master stands where what its sub-agents won takes it", async () => {
  const { items } = await world.as("admin").call(programs.listProgramTemplates, {});
  const ladder = items.find(({ key }) => key === "master-agent")?.document.ladder;
  if (ladder?.format !== "hanse-ladder/2") throw new Error("The template has a ladder.");
  const own = await programWith(world, { ...ladder, name: "masters-tried" });
  for (const name of ["delta", "elm"] as const) {
    await fact(world, name, { kind: "agreement_signed", amount: 1_000n, currency: null });
  }
  await fact(world, "delta", { kind: "won_value", amount: 20_000_00n });
  await fact(world, "elm", { kind: "won_value", amount: 85_000_00n });
  const levelOf = async (name: "delta" | "elm") => {
    const params = { partnerId: world.partners[name].id };
    const read = { params, query: { programId: own.id } };
    return (await world.as("finance").call(contract.listStandings, read)).items[0]?.current?.level;
  };
  expect(await levelOf("delta")).toBe("Preferred");
  expect(await levelOf("elm")).toBe("Agent");
});

test("who would lose its level is warned once, the ladder's days ahead", async () => {
  const own = await programWith(world, {
    reviews: { everyMonths: 3, demoteEveryMonths: 3, decidedAfterDays: 5, inForceAfterDays: 10 },
    warnDays: 30,
    measures: [
      {
        key: "managed",
        label: "Won value",
        kind: "fact",
        fact: "won_value",
        window: { kind: "previous-quarter" },
      },
    ],
  });
  const warned = () =>
    count("tier_warning where program_id = $1 and partner_id = $2", [own.uuid, world.partners.birch.uuid]);
  await decide();
  expect(await warned()).toBe(0);
  world.clock.set("2026-06-16T09:00:00Z");
  await decide();
  await decide();
  expect(await warned()).toBe(1);
  expect(
    await count("event where type = 'tier.warned' and partner_id = $1", [world.partners.birch.uuid]),
  ).toBe(1);
  const { items } = await world.as("finance").call(contract.listOutlook, {
    params: { programId: own.id },
    query: { view: "warned" },
  });
  const birch = items.find(({ partner }) => partner.name === "Birch Sales");
  expect(birch?.toward).toMatchObject({
    level: "High",
    requirement: [{ compare: { need: { USD: "60000.00" }, missing: { USD: "50000.00" } } }],
  });
});

test("the grace that the next review begins is counted, listed and dated as the one that runs", async () => {
  const own = await programWith(world, {
    graceDays: 30,
    measures: [
      {
        key: "won",
        label: "Won value",
        kind: "fact",
        fact: "won_value",
        window: { kind: "previous-quarter" },
      },
    ],
    levels: [{ level: "High", requires: "won >= 60000.00 USD" }],
  });
  const params = { programId: own.id };
  const staff = world.as("channel-manager");
  const read = async () => {
    const { counts, levels } = await staff.call(contract.getNextReview, { params });
    const { items } = await staff.call(contract.listOutlook, { params, query: { view: "grace" } });
    expect(counts.grace).toBe(items.length);
    return {
      today: counts.graceToday,
      high: levels[1]?.now,
      graces: items.map(({ graceUntil }) => graceUntil),
    };
  };
  const before = await read();
  expect(before).toMatchObject({ today: 0 });
  expect(new Set(before.graces)).toEqual(new Set(["2026-07-31"]));
  world.clock.set("2026-07-02T09:00:00Z");
  const begun = await read();
  expect(begun).toMatchObject({ today: before.graces.length });
  const out = { kind: "excluded", reason: "It sells elsewhere.", effectiveFrom: "2026-07-02" };
  const partnerId = world.partners.birch.id;
  await staff.post(`/programs/${own.id}/enrolments`, { ...out, partnerId });
  expect(await read()).toMatchObject({ today: begun.today - 1, high: Number(begun.high) - 1 });
});
