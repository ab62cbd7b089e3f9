import type { Tx } from "#platform/database/tx.ts";
import { roundRational } from "#platform/money/rounding.ts";
import {
  type FactKindSpec,
  type Measurement,
  measureLatest,
  measureSums,
  measureWeighted,
} from "../../facts/index.ts";
import {
  type LadderTwo,
  type Measure,
  type Measured,
  pointWeights,
  windowOf,
} from "../../ladders/contract.ts";
import type { Counts } from "../../programs/contract.ts";
import type { Unit } from "./units.ts";
import type { PlannedReview } from "./versions.ts";

/** What was measured of a unit at a review, by its place in the list of reviews. */
export type MeasuredOf = (unit: Unit, review: number) => Measured;

/** Measures that count alike, in however many versions they stand: they are asked for in one statement. */
interface Asked {
  measure: Measure;
  split: "none" | "country" | "location";
  periods: { from: string | null; until: string }[];
  /** The period of each review that asks. */
  periodOf: Map<number, number>;
}

/** Measures all partners, or some, at all of the reviews: one statement for each measure. */
export async function measureAll(
  tx: Tx,
  kinds: ReadonlyMap<string, FactKindSpec>,
  {
    reviews,
    countryOf,
  }: { reviews: readonly PlannedReview[]; countryOf: (locationId: string) => string | null },
  partnerIds: readonly string[] | undefined,
): Promise<MeasuredOf> {
  const asked = new Map<string, Asked>();
  const keysOf = reviews.map(({ review, version: { rules, document } }, index) =>
    rules.ladder.measures.map((measure) => {
      const split = splitFor(rules.ladder.measuredAt, document.counts.tiers);
      const { key: _, label: __, ...counted } = measure;
      const same = JSON.stringify([split, rules.calendar, counted]);
      const one = asked.get(same) ?? {
        measure,
        split,
        periods: [],
        periodOf: new Map<number, number>(),
      };
      asked.set(same, one);
      one.periodOf.set(index, one.periods.push(windowOf(rules, measure.key, review.on)) - 1);
      return { key: measure.key, same };
    }),
  );
  const answers = new Map<string, AmountsOf>();
  for (const [same, one] of asked) answers.set(same, await answer(tx, { kinds, countryOf, partnerIds }, one));
  return (unit, review) => {
    const measured: Record<string, Record<string, bigint>> = {};
    for (const { key, same } of keysOf[review] ?? []) measured[key] = answers.get(same)?.(unit, review) ?? {};
    return measured;
  };
}

/** Which country a fact counts for: the end customer's, or that of the partner's location which it is about. */
function splitFor(measuredAt: LadderTwo["measuredAt"], tiers: Counts["tiers"]): Asked["split"] {
  if (measuredAt === "location") return "location";
  if (measuredAt !== "country") return "none";
  return tiers === "customer-site" ? "country" : "location";
}

/** What there is of one measure of a unit at a review, by currency. */
type AmountsOf = (unit: Unit, review: number) => Record<string, bigint>;

interface About {
  kinds: ReadonlyMap<string, FactKindSpec>;
  countryOf: (locationId: string) => string | null;
  partnerIds: readonly string[] | undefined;
}

async function answer(
  tx: Tx,
  { kinds, countryOf, partnerIds }: About,
  { measure, split, periods, periodOf }: Asked,
): Promise<AmountsOf> {
  const wanted = { periods, split, partnerIds };
  const points = measure.kind === "points" ? pointWeights(measure) : null;
  const isLatest = measure.kind === "fact" && kinds.get(measure.fact)?.counts === "latest";
  const found =
    points !== null
      ? await measureWeighted(tx, points.weights, wanted)
      : await (isLatest ? measureLatest : measureSums)(
          tx,
          measure.kind === "fact" ? measure.fact : "",
          wanted,
        );
  const byPeriod = Map.groupBy(found, (one) => one.period);
  const byPartner = new Map([...byPeriod].map(([of, all]) => [of, Map.groupBy(all, (one) => one.partnerId)]));
  const rate = measure.kind === "fact" && ratings.has(measure.fact) ? lowest : add;
  return (unit, review) => {
    const period = periodOf.get(review);
    const amounts: Record<string, bigint> = {};
    const ofAll = period === undefined ? undefined : byPartner.get(period);
    for (const member of isLatest ? unit.bearers : unit.members) {
      for (const one of ofAll?.get(member) ?? []) {
        if (counts(one, unit, isLatest, countryOf))
          amounts[one.currency] = rate(amounts[one.currency], one.amount);
      }
    }
    if (points === null) return amounts;
    return { "": roundRational(amounts[""] ?? 0n, points.divisor, "down") };
  };
}

/** Of several in a group, the weakest speaks for all: nobody's satisfaction or signature adds to another's. */
const ratings: ReadonlySet<string> = new Set([
  "satisfaction",
  "audit_passed",
  "agreement_signed",
  "due_diligence_cleared",
]);

function add(sum: bigint | undefined, amount: bigint): bigint {
  return (sum ?? 0n) + amount;
}

function lowest(least: bigint | undefined, amount: bigint): bigint {
  return least === undefined || amount < least ? amount : least;
}

/** What names no place counts at the main one; what is so of the whole partner, such as an agreement, at each. */
function counts(
  { place }: Measurement,
  unit: Unit,
  isLatest: boolean,
  countryOf: About["countryOf"],
): boolean {
  if (unit.place === "" || place === unit.place) return true;
  if (place === null) return isLatest || unit.main;
  return countryOf(place) === unit.place;
}
