import { type Amounts, windowOf, writeAmounts } from "#ecosystem/ladders/contract.ts";
import type { QuarterTier } from "#ecosystem/tiers/index.ts";
import { toPublicId } from "#platform/ids.ts";
import type { CompiledPlan } from "../../plans/compile.ts";
import type { TierDecision } from "../../plans/decision.ts";
import type { TierFacts } from "../../plans/facts.ts";

type Held = NonNullable<QuarterTier["held"]>;

/** A partner's tier in a quarter as the engine takes it: measured by a bound, or decided by a review. */
export function tierFacts(tier: QuarterTier, plan: CompiledPlan, quarterFrom: string): TierFacts {
  const { level, how, held } = tier;
  const ladderVersionId = toPublicId("prv", held?.judged.version.id ?? tier.programVersionId);
  const ladder = plan.ladders.get(ladderVersionId)?.version.ladder;
  if (ladder?.format !== "hanse-ladder/2") {
    return {
      level,
      how,
      basisMinor: tier.basis.minor,
      window: { from: tier.window.from.toString(), until: tier.window.until.toString() },
      ladderVersionId: toPublicId("prv", tier.programVersionId),
    };
  }
  if (held === null) return { level, how: "unreviewed", ladderVersionId, stood: how === "stood" };
  const why = how === "stood" ? "stood" : held.why;
  return { level, how: "decided", decision: decisionOf(held, why, quarterFrom), ladderVersionId };
}

/** Members stand in the order of their names, as a receipt writes them. */
function decisionOf({ judged }: Held, why: Held["why"], quarterFrom: string): TierDecision {
  const { decision, review, version, circumstances } = judged;
  const { rules } = version;
  const { level: standing, since, graceUntil } = decision.standing;
  return {
    decidedOn: review.decidedOn,
    earned: decision.earned,
    fiscalYearStartMonth: rules.calendar.fiscalYearStartMonth,
    graceUntil,
    inForceFrom: review.inForceFrom,
    measured: rules.ladder.measures.map(({ key }) => {
      const { from, until } = windowOf(rules, key, review.on);
      return { amounts: inOrder(decision.measured[key] ?? {}), from, measure: key, until };
    }),
    on: review.on,
    quarterFrom,
    since,
    standing,
    thresholds: Object.keys(decision.sources)
      .sort()
      .flatMap((name) => {
        // A level's name may hold a colon, a measure's key does not.
        const colon = name.lastIndexOf(":");
        const [level, measure] = [name.slice(0, colon), name.slice(colon + 1)];
        const set = circumstances.thresholds(level, measure);
        if (set === null) return [];
        const { key, kind } = set.scope;
        return [{ amounts: inOrder(set.amounts), level, measure, scope: { key, kind } }];
      }),
    why,
  };
}

function inOrder(amounts: Amounts): Record<string, string> {
  const written = writeAmounts(amounts);
  return Object.fromEntries(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1)));
}
