import type { Tx } from "#platform/database/tx.ts";
import { dayIn } from "#platform/time/day.ts";
import { type Entitlement, entitlements } from "../entitlement.ts";
import { type Period, periodOn } from "../period.ts";
import { allowanceOf, countedIn } from "../quantity.ts";
import { type From, type PartnerInProgram, situationsOf, type Terms } from "./situations.ts";
import { type CountRow, countsOf } from "./store.ts";

/** One benefit of one partner in one program today: what it is entitled to, why, and what is left of it. */
export interface Line {
  partnerId: string;
  program: PartnerInProgram["program"];
  versionId: string;
  track: string;
  trackKey: string;
  levelSince: string | null;
  missing: readonly string[];
  reviewedOn: string | null;
  entitlement: Entitlement<Terms, From>;
  period: Period;
  /** What the level lets the partner have in the period, in the unit it is counted in. */
  allowance: bigint;
  given: bigint;
  /** Never below nothing: what was granted stands when the level falls. */
  left: bigint;
  /** What is asked for and not decided. */
  waiting: bigint;
  /** What may still be asked for: what is left, less what waits already. */
  free: bigint;
  /** Where all is given: the day from which there is some again; null where that is not known. */
  againOn: string | null;
}

/** All benefits of partners in their programs: as many statements for one partner as for many. */
export async function linesOf(
  tx: Tx,
  wanted: { partnerIds: readonly string[]; programId?: string },
): Promise<Line[]> {
  const situations = await situationsOf(tx, wanted);
  const counts = Map.groupBy(await countsOf(tx, wanted.partnerIds), (row) =>
    keyOf(row.partner_id, row.program_id, row.benefit_key, row.counted_in),
  );
  return situations.flatMap((situation) =>
    entitlements(situation).map((entitlement) => lineFrom(tx, situation, entitlement, counts)),
  );
}

/** One benefit of one partner; null where the partner is not in the program or the program does not know it. */
export async function lineOf(
  tx: Tx,
  { partner_id, program_id, benefit_key }: { partner_id: string; program_id: string; benefit_key: string },
): Promise<Line | null> {
  const lines = await linesOf(tx, { partnerIds: [partner_id], programId: program_id });
  return lines.find(({ entitlement }) => entitlement.benefit.key === benefit_key) ?? null;
}

function lineFrom(
  tx: Tx,
  { partnerId, program, versionId, track, levelSince, missing, reviewedOn }: PartnerInProgram,
  entitlement: Entitlement<Terms, From>,
  counts: ReadonlyMap<string, readonly CountRow[]>,
): Line {
  const { benefit } = entitlement;
  const period = periodOn(benefit.period, tx.today(), tx.vendor.fiscalYearStartMonth);
  const rows = counts.get(keyOf(partnerId, program.id, benefit.key, countedIn(benefit))) ?? [];
  const allowance = allowanceOf(benefit, entitlement.value);
  const inPeriod = rows.filter((row) => row.period_from === period.from.toString());
  const given = sumOf(inPeriod.map(({ held }) => held));
  const left = given < allowance ? allowance - given : 0n;
  const waiting = sumOf(rows.map(({ waiting }) => waiting));
  return {
    partnerId,
    program,
    versionId,
    track: track.label,
    trackKey: track.key,
    levelSince,
    missing,
    reviewedOn,
    entitlement,
    period,
    allowance,
    given,
    left,
    waiting,
    free: waiting < left ? left - waiting : 0n,
    againOn: left > 0n ? null : againOn(tx, period, inPeriod[0]?.first_ends_at ?? null),
  };
}

/** A period's allowance comes with the next one; without periods there is some once the first grant is over. */
function againOn(tx: Tx, { until }: Period, firstEndsAt: Temporal.Instant | null): string | null {
  if (until !== null) return until.toString();
  return firstEndsAt === null ? null : dayIn(tx.vendor.timezone, firstEndsAt).toString();
}

const keyOf = (...parts: string[]) => parts.join(" ");
const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

/** Why nothing of it can be asked for or granted, in a sentence; null where it can. */
export function whyNot({ entitlement, missing }: Line): string | null {
  const { benefit, level, value, next, rests } = entitlement;
  if (!benefit.onRequest) return `${benefit.label} is given without asking.`;
  if (value === null) {
    const above = next === null ? "" : ` ${next.level} does.`;
    return `${level} does not give ${benefit.label}.${above}`;
  }
  if (rests) {
    const what = missing.length === 0 ? "" : ` Missing: ${missing.join("; ")}.`;
    return `${benefit.label} rests while the partner is not in good standing.${what}`;
  }
  return null;
}
