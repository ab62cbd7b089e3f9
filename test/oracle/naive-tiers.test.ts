import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Amounts,
  type Decision,
  whys as everyWhy,
  type LadderTwo,
  type Measured,
  noThresholds,
  play,
  pointsOf,
  type Review,
  reviewsBetween,
  rulesOf,
  windowOf,
} from "#ecosystem/ladders/contract.ts";
import { parseMinor } from "#platform/money/money.ts";
import { seed, size } from "../world/size.ts";
import { dayAfter, monthsLater } from "./naive-days.ts";
import { type NaiveFact, type NaivePartner, naiveTiers, stocks } from "./naive-tiers.ts";
import { history, randomLadders, randomPartners } from "./random-ladders.ts";

const ladderAndPartners = randomLadders.chain((ladder) =>
  fc.record({
    ladder: fc.constant(ladder),
    partners: fc.array(randomPartners(ladder), { minLength: 4, maxLength: 4 }),
    firstMonth: fc.integer({ min: 1, max: 12 }),
  }),
);

/** Lives that are the same in every run, and among which every reason for a level occurs. */
const known = { seed: 2, numRuns: 100 };

test("the engine decides what somebody finds who lives through the days and reads the ladder's words", () => {
  expect([...agree(known)].sort()).toEqual(everyWhy.filter((why) => why !== "stood").sort());
});

test(`so it does in lives that nobody has seen yet (SEED=${seed})`, () => {
  agree({ seed, numRuns: size({ small: 30, nightly: 5_000 }) });
});

/** Holds the engine against the naive one in random lives; answers the reasons that occurred. */
function agree(lives: { seed: number; numRuns: number }): Set<string> {
  const whys = new Set<string>();
  fc.assert(
    fc.property(ladderAndPartners, ({ ladder, partners, firstMonth }) => {
      for (const partner of partners) {
        const naive = naiveTiers(ladder, firstMonth, partner, history.played, history.until);
        const decisions = engines(ladder, firstMonth, partner);
        expect(decisions.map(asNaive)).toEqual(naive.decisions);
        for (const { why } of decisions) whys.add(why);
        expect(levelsByDay(decisions)).toEqual(naive.levelOn);
      }
    }),
    lives,
  );
  return whys;
}

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-03-31", -1, "2024-02-29"],
  ["2026-11-15", 3, "2027-02-15"],
])("paper: %s and %s months is %s", (day, months, then) => {
  expect(monthsLater(day, months)).toBe(then);
});

function engines(ladder: LadderTwo, fiscalYearStartMonth: number, partner: NaivePartner): Decision[] {
  const rules = rulesOf(ladder, { fiscalYearStartMonth });
  const steps = reviewsBetween(rules, history.played, history.until).map((review) => {
    const during = (given: NaivePartner["floors"]) =>
      given.find(({ from, until }) => from <= review.inForceFrom && review.inForceFrom < until) ?? null;
    const circumstances = {
      thresholds: noThresholds,
      exception: partner.exceptions.find(({ from }) => from <= review.inForceFrom) ?? null,
      floor: during(partner.floors)?.level ?? null,
      pinned: null,
    };
    return { rules, review, measured: measuredAt(ladder, rules, review, partner.facts), circumstances };
  });
  return play(steps, null);
}

/** The level on each day from the first decision on. */
function levelsByDay(decisions: readonly Decision[]): Map<string, string> {
  const levels = new Map<string, string>();
  for (const [index, { review, level }] of decisions.entries()) {
    const until = decisions[index + 1]?.review.inForceFrom ?? history.until;
    for (let day = review.inForceFrom; day < until; day = dayAfter(day)) levels.set(day, level);
  }
  return levels;
}

function measuredAt(
  ladder: LadderTwo,
  rules: ReturnType<typeof rulesOf>,
  { on }: Review,
  facts: readonly NaiveFact[],
): Measured {
  return Object.fromEntries(
    ladder.measures.map((measure): [string, Amounts] => {
      const { from, until } = windowOf(rules, measure.key, on);
      const within = facts.filter(({ countsOn }) => countsOn < until && (from === null || countsOn >= from));
      if (measure.kind === "points") {
        const counted = within.map((fact) => ({
          ...fact,
          fact: fact.kind,
          ratedOn: fact.ratedOn ?? fact.countsOn,
          amount: minorOf(fact),
        }));
        return [measure.key, { "": pointsOf(measure, counted) }];
      }
      const amounts: Record<string, bigint> = {};
      const ofKind = within.filter(({ kind }) => kind === measure.fact);
      const isStock = stocks.includes(measure.fact);
      const holding = ofKind.filter(
        ({ validUntil }) => !isStock || validUntil === null || validUntil > lastDayBefore(until),
      );
      for (const fact of isStock
        ? holding.toSorted((a, b) => (a.countsOn < b.countsOn ? -1 : a.countsOn > b.countsOn ? 1 : 0))
        : holding) {
        const currency = fact.currency ?? "";
        amounts[currency] = (isStock ? 0n : (amounts[currency] ?? 0n)) + minorOf(fact);
      }
      return [measure.key, amounts];
    }),
  );
}

function minorOf({ amount, currency }: NaiveFact): bigint {
  // A plain number counts thousandths, as a currency with three digits does.
  return parseMinor(amount, currency ?? "KWD");
}

function lastDayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
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
