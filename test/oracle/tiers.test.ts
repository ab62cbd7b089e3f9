import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Decision, type LadderTwo, rulesOf } from "#ecosystem/ladders/contract.ts";
import { termsForEveryone } from "#ecosystem/programs/document.ts";
import { type Evaluation, type EvaluationWanted, evaluate } from "#ecosystem/tiers/server/evaluate.ts";
import { newId } from "#platform/ids.ts";
import { parseMinor } from "#platform/money/money.ts";
import { people, vendors } from "../world/cast.ts";
import { plant } from "../world/plant.ts";
import { program, programVersion } from "../world/seed.ts";
import { seed, size } from "../world/size.ts";
import { createWorld, type World } from "../world/world.ts";
import { type NaivePartner, naiveTiers } from "./naive-tiers.ts";
import { history, randomLadders, randomPartners } from "./random-ladders.ts";

/*
 * Random ladders are published and random histories recorded; what the server finds in one go for everybody, live and as
 * a back-test, is what somebody finds who lives through each partner's days with the ladder's words in hand.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const vendor = vendors.nordwind.uuid;
const aside = { vendor_id: vendor, reason: "As the dice fell", granted_at: "2026-06-15T09:00:00Z" };
const manager = people["channel-manager"].uuid;

const whys = new Set<string>();
const ladders = randomLadders.chain((ladder) =>
  fc.record({
    ladder: fc.constant(ladder),
    partners: fc.array(randomPartners(ladder), { minLength: 8, maxLength: 8 }),
    firstMonth: fc.integer({ min: 1, max: 12 }),
  }),
);
/** Three that are the same in every run, so that it is known what occurs among them, and others by chance. */
const samples = [
  ...fc.sample(ladders, { seed: 1, numRuns: 3 }),
  ...fc.sample(ladders, { seed, numRuns: size({ small: 3, nightly: 200 }) }),
];

test.each(samples.map((sample, index) => ({ ...sample, index })))(
  `ladder $index of the seed ${seed}`,
  async ({ ladder, partners, firstMonth, index }) => {
    const programId = await publish({ ...ladder, name: `random-${index}` });
    await world.admin.query("update vendor set fiscal_year_start_month = $1 where vendor_id = $2", [
      firstMonth,
      vendor,
    ]);
    const ids: string[] = [];
    for (const partner of partners)
      ids.push(await recordPartner(programId, partner, `${index} ${ids.length}`));

    const live = await evaluated({ programId, until: history.until });
    const some = await evaluated({ programId, until: history.until, partnerIds: ids.slice(0, 3) });
    const draft = {
      effectiveFrom: history.played,
      ruled: {
        id: null,
        version: 9,
        document: { ...termsForEveryone("A draft"), ladder },
        rules: rulesOf(ladder, { fiscalYearStartMonth: firstMonth }),
      },
    };
    const played = await evaluated({ programId, until: history.until, versions: [draft] });

    for (const [place, partner] of partners.entries()) {
      const id = ids[place] ?? "";
      const naive = naiveTiers(ladder, firstMonth, partner, history.played, history.until).decisions;
      for (const { why } of naive) whys.add(why);
      expect(decisionsOf(live, id)).toEqual(naive);
      expect(decisionsOf(played, id)).toEqual(naive);
      expect(decisionsOf(some, id)).toEqual(place < 3 ? naive : []);
    }
  },
);

test("partners rise, fall and are kept by rules and by people", () => {
  expect(whys.size, `with the seed ${seed}`).toBeGreaterThan(4);
});

async function evaluated(wanted: EvaluationWanted): Promise<Evaluation> {
  return world.hanse.door.withPrincipal(await world.principal("finance"), (tx) => evaluate(tx, wanted));
}

function decisionsOf({ histories }: Evaluation, partnerId: string) {
  const found = histories.find((one) => one.partnerId === partnerId)?.judged ?? [];
  return found.map(({ decision }) => asNaive(decision));
}

function asNaive({ review, earned, level, why, standing }: Decision) {
  const { on, decidedOn, inForceFrom } = review;
  return {
    on,
    decidedOn,
    inForceFrom,
    earned,
    level,
    why,
    since: standing.since,
    graceUntil: standing.graceUntil,
  };
}

/** A program for everyone with this ladder, in force from the first day that is played. */
async function publish(ladder: LadderTwo): Promise<string> {
  const id = newId();
  await world.admin.query(
    `insert into program (vendor_id, id, name, first_published_at) select vendor_id, $2, $3, first_published_at from program where id = $1`,
    [program.uuid, id, ladder.name],
  );
  await world.admin.query(
    `insert into program_version (vendor_id, id, program_id, version, effective_from, ladder, terms, published_by, published_at)
      select vendor_id, $2, $3, 1, $4, $5, terms, published_by, published_at from program_version where id = $1`,
    [programVersion.uuid, newId(), id, history.played, JSON.stringify(ladder)],
  );
  return id;
}

/** Puts a partner with its history into the database, in the order in which it was written down. */
async function recordPartner(programId: string, partner: NaivePartner, name: string): Promise<string> {
  const id = newId();
  const given = ({ level, from, until }: NaivePartner["floors"][number]) => ({
    ...aside,
    id: newId(),
    partner_id: id,
    program_id: programId,
    level,
    effective_from: from,
    effective_until: until,
    granted_by: manager,
  });
  await plant(world.admin, {
    partner: [{ vendor_id: vendor, id, name: `Partner ${name}` }],
    fact: partner.facts.map((fact, index) => ({
      vendor_id: vendor,
      id: newId(),
      partner_id: id,
      kind: fact.kind,
      counts_on: fact.countsOn,
      amount_minor: parseMinor(fact.amount, fact.currency ?? "KWD"),
      currency: fact.currency,
      country: fact.country,
      rated_on: fact.ratedOn,
      valid_until: fact.validUntil,
      source_kind: "test",
      source_id: id,
      recorded_at: `2026-06-15T09:00:${String(index).padStart(2, "0")}Z`,
    })),
    tier_exception: partner.exceptions.map(given),
    tier_grandfather: partner.floors.map((floor) => ({ ...given(floor), clause_id: newId() })),
  });
  return id;
}
