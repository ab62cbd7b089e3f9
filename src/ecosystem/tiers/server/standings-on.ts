import type { Tx } from "#platform/database/tx.ts";
import type { Day } from "#platform/time/day.ts";
import { type Compared, comparedOf, reachGoodStanding, writeAmounts } from "../../ladders/contract.ts";
import { evaluate, type Judged } from "./evaluate.ts";
import { levelsOn } from "./tiers.ts";

/** A partner's level on a day, and whether it may have what the level gives. */
export interface StandingOn {
  level: string;
  /** The day on which the level came into force; null where people gave it otherwise than the rules. */
  since: string | null;
  /** As the last review that is in force found it, which was decided on `reviewedOn`. */
  inGoodStanding: boolean;
  reviewedOn: string;
  /** What it lacked, such as "Overdue balance at most 0". */
  missing: readonly string[];
}

/** Where partners stand in a program on a day. Who has no entry is in no review yet, and so has the base. */
export async function standingsOn(
  tx: Tx,
  programId: string,
  day: Day,
  partnerIds: readonly string[],
): Promise<Map<string, StandingOn>> {
  const levels = await levelsOn(tx, programId, day, partnerIds);
  const until = day.add({ days: 1 }).toString();
  const { histories } = await evaluate(tx, { programId, until, partnerIds });
  const standings = new Map<string, StandingOn>();
  for (const { partnerId, judged } of histories) {
    const last = judged.at(-1);
    const level = levels.get(partnerId);
    if (last === undefined || level === undefined || !last.unit.main) continue;
    const { standing, inGoodStanding } = last.decision;
    const since = standing.level === level ? standing.since : null;
    standings.set(partnerId, {
      level,
      since,
      inGoodStanding,
      reviewedOn: last.review.decidedOn,
      missing: inGoodStanding ? [] : missingOf(last),
    });
  }
  return standings;
}

function missingOf({ version, decision }: Judged): string[] {
  const { rules } = version;
  const lacking = reachGoodStanding(rules, decision.measured).filter(({ met }) => !met);
  return lacking
    .flatMap(comparedOf)
    .filter(({ met }) => !met)
    .map((one) => `${rules.measures.get(one.measure)?.label ?? one.measure} ${asked(one)}`);
}

function asked({ operator, need }: Compared): string {
  const amounts = Object.entries(writeAmounts(need)).map(([currency, amount]) =>
    `${amount} ${currency}`.trim(),
  );
  return `${operator === ">=" ? "at least" : "at most"} ${amounts.join(" or ")}`;
}
