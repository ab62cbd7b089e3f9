import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type Money, money, zero } from "#platform/money/money.ts";
import type { Day, DayRange } from "#platform/time/day.ts";
import { daysOfQuarter, type Quarter, quarterOf } from "#platform/time/quarter.ts";
import { sumFacts, wonValue } from "../../facts/index.ts";
import { boundsOf, levelAt, tierWindow } from "../../programs/contract.ts";
import { type VersionRow, versionsOn } from "../../programs/index.ts";

/** A partner's tier in a quarter and how it came; see the contract for `how`. */
export interface QuarterTier {
  level: string;
  how: "computed" | "stood" | "base";
  basis: Money;
  window: DayRange;
  /** The program version whose ladder gave it. */
  programVersionId: string;
  version: number;
}

/** The tiers of a quarter. Who has no entry, because nothing of theirs counts, has the base. */
export interface TierTable {
  quarter: Quarter;
  version: VersionRow;
  of(partnerId: string): QuarterTier;
  /** Those with a level above the base, by level. */
  above: ReadonlyMap<string, readonly string[]>;
}

/**
 * The tiers in a quarter of all partners, or of some, in three statements: what a posted run has used stands;
 * everything else follows from the facts in the window of the ladder that is in force on the quarter's first day. Null
 * where no ladder is.
 */
export async function tiersFor(
  tx: Tx,
  programId: string,
  wanted: { quarter: Quarter; partnerIds?: readonly string[] },
): Promise<TierTable | null> {
  const firstDay = daysOfQuarter(wanted.quarter).from;
  const [version] = await versionsOn(tx, [programId], firstDay.toString());
  if (version === undefined) return null;
  const { ladder } = version;
  const window = tierWindow(ladder, firstDay);
  const { partnerIds } = wanted;
  const sums = await sumFacts(tx, { kind: wonValue, days: window, currency: ladder.currency, partnerIds });
  const bounds = boundsOf(ladder);
  const tiers = new Map<string, QuarterTier>();
  const by = { window, programVersionId: version.id, version: version.version };
  for (const [partnerId, basis] of sums) {
    const level = levelAt(ladder, bounds, basis.minor);
    tiers.set(partnerId, { level, how: "computed", basis, ...by });
  }
  for (const row of await standingRows(tx, programId, firstDay.toString(), partnerIds)) {
    tiers.set(row.partner_id, {
      level: row.level,
      how: "stood",
      basis: money(row.basis_minor, row.currency),
      window,
      programVersionId: row.program_version_id,
      version: row.version,
    });
  }
  const none: QuarterTier = {
    level: ladder.base,
    how: "base",
    basis: zero(ladder.currency),
    ...by,
  };
  return {
    quarter: wanted.quarter,
    version,
    of: (partnerId) => tiers.get(partnerId) ?? none,
    above: byLevel(tiers, ladder.base),
  };
}

/**
 * The level in force on a day of each of the partners that are asked for, by id, or of everybody who has one above the
 * base; who is missing has the base. Empty where no ladder is in force.
 */
export async function levelsOn(
  tx: Tx,
  programId: string,
  day: Day,
  partnerIds?: readonly string[],
): Promise<Map<string, string>> {
  const table = await tiersFor(tx, programId, { quarter: quarterOf(day), partnerIds });
  if (table === null) return new Map();
  const ids = partnerIds ?? [...table.above.values()].flat();
  return new Map(ids.map((id) => [id, table.of(id).level]));
}

function byLevel(tiers: ReadonlyMap<string, QuarterTier>, base: string): Map<string, string[]> {
  const above = new Map<string, string[]>();
  for (const [partnerId, { level }] of tiers) {
    if (level === base) continue;
    const same = above.get(level);
    if (same === undefined) above.set(level, [partnerId]);
    else same.push(partnerId);
  }
  return above;
}

interface StandingRow {
  partner_id: string;
  level: string;
  basis_minor: bigint;
  currency: string;
  program_version_id: string;
  version: number;
}

async function standingRows(
  tx: Tx,
  programId: string,
  quarterStart: string,
  partnerIds: readonly string[] | undefined,
): Promise<StandingRow[]> {
  const whose = partnerIds === undefined ? sql`true` : sql`s.partner_id = any (${[...partnerIds]}::uuid[])`;
  return rows(
    tx,
    sql<StandingRow>`select s.partner_id, s.level, s.basis_minor, s.currency, s.program_version_id, v.version
      from tier_standing s join program_version v on v.vendor_id = s.vendor_id and v.id = s.program_version_id
      where s.vendor_id = ${tx.vendorId} and s.program_id = ${programId} and s.quarter_start = ${quarterStart}::date
        and ${whose} and ${withinMoney(tx)}`,
  );
}

function withinMoney({ actor }: Tx): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner") return sql`true`;
  return sql`s.partner_id = any (${[...actor.reach.money]}::uuid[])`;
}

/** A tier as a posted run used it. */
export interface UsedTier {
  partnerId: string;
  programId: string;
  quarter: Quarter;
  level: string;
  basis: Money;
  programVersionId: string;
  runId: string;
}

/** Makes tiers that a posted run used stand for their quarter; what stands already is left as it is. */
export async function standTiers(tx: Tx, used: readonly UsedTier[]): Promise<void> {
  if (used.length === 0) return;
  const given = used.map((tier) => ({
    partner: tier.partnerId,
    program: tier.programId,
    quarter: daysOfQuarter(tier.quarter).from.toString(),
    level: tier.level,
    basis: tier.basis.minor.toString(),
    currency: tier.basis.currency,
    version: tier.programVersionId,
    run: tier.runId,
  }));
  await sql`insert into tier_standing (vendor_id, partner_id, program_id, quarter_start, level, basis_minor, currency, program_version_id, run_id, recorded_at)
    select ${tx.vendorId}::uuid, t.partner, t.program, t.quarter, t.level, t.basis, t.currency, t.version, t.run, ${tx.now().toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as t (partner uuid, program uuid, quarter date, level text, basis bigint, currency text, version uuid, run uuid)
    on conflict do nothing`.execute(tx.db);
}
