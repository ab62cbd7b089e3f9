import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type Money, money, zero } from "#platform/money/money.ts";
import { type Day, type DayRange, parseDay } from "#platform/time/day.ts";
import { type LadderRules, type Measured, windowOf } from "../../ladders/contract.ts";
import { evaluate } from "./evaluate.ts";
import { heldAt, type InForce, levelsAt } from "./in-force.ts";
import { type RuledVersion, versionOnDay } from "./versions.ts";

/** A partner's tier in a quarter and how it came. */
export interface QuarterTier {
  level: string;
  /** A posted run has used it; it follows from the basis; there was nothing to count. */
  how: "computed" | "stood" | "base";
  /** What the first measure of the ladder came to, in the ladder's currency. */
  basis: Money;
  window: DayRange;
  /** The program version whose ladder gave it. */
  programVersionId: string;
  version: number;
  /** The review that it goes back to, with all it followed from; null where none has decided. */
  held: InForce | null;
}

/** The tiers of a quarter. Who has no entry, because it is not enrolled, has the base. */
export interface TierTable {
  /** The version in force on the quarter's first day. */
  version: { id: string; version: number; base: string };
  of(partnerId: string): QuarterTier;
}

/**
 * The tiers in a quarter of all partners, or of some: a quarter goes by the level in force on its first day. What a
 * posted run has used stands; everything else follows from what is recorded now. Null where no ladder is in force.
 */
export async function tiersFor(
  tx: Tx,
  programId: string,
  wanted: { quarterStart: string; partnerIds?: readonly string[] },
): Promise<TierTable | null> {
  const firstDay = parseDay(wanted.quarterStart);
  const { partnerIds } = wanted;
  const evaluation = await evaluate(tx, {
    programId,
    until: firstDay.add({ days: 1 }).toString(),
    partnerIds,
    latestOnly: true,
  });
  const version = versionOnDay(evaluation.versions, firstDay.toString());
  if (version === null) return null;
  const tiers = new Map<string, QuarterTier>();
  for (const [partnerId, held] of heldAt(evaluation, firstDay.toString())) {
    tiers.set(partnerId, quarterTier(held));
  }
  const none = noTier(version, firstDay);
  for (const row of await standingRows(tx, programId, firstDay.toString(), partnerIds)) {
    tiers.set(row.partner_id, {
      ...(tiers.get(row.partner_id) ?? none),
      level: row.level,
      how: "stood",
      basis: money(row.basis_minor, row.currency),
      programVersionId: row.program_version_id,
      version: row.version,
    });
  }
  const { base } = version.rules.ladder;
  return {
    version: { id: idOf(version), version: version.version, base },
    of: (partnerId) => tiers.get(partnerId) ?? none,
  };
}

/**
 * The level in force on a day of each of the partners that are asked for, by id, or of everybody who is enrolled; who
 * is missing has the base, or is in no review yet.
 */
export async function levelsOn(
  tx: Tx,
  programId: string,
  day: Day,
  partnerIds?: readonly string[],
): Promise<Map<string, string>> {
  const until = day.add({ days: 1 }).toString();
  return levelsAt(await evaluate(tx, { programId, until, partnerIds, latestOnly: true }), day.toString());
}

function quarterTier(held: InForce): QuarterTier {
  const { level, judged } = held;
  const { decision, version, review } = judged;
  const { rules } = version;
  const counted = Object.values(decision.measured).some((amounts) => Object.keys(amounts).length > 0);
  return {
    level,
    how: counted || level !== rules.ladder.base ? "computed" : "base",
    basis: basisOf(rules, decision.measured),
    window: windowFor(rules, review.on),
    programVersionId: idOf(version),
    version: version.version,
    held,
  };
}

function noTier(version: RuledVersion, firstDay: Day): QuarterTier {
  const { rules } = version;
  return {
    level: rules.ladder.base,
    how: "base",
    basis: zero(rules.ladder.currency),
    window: windowFor(rules, firstDay.toString()),
    programVersionId: idOf(version),
    version: version.version,
    held: null,
  };
}

function basisOf({ ladder }: LadderRules, measured: Measured): Money {
  const [first] = ladder.measures;
  return money((first && measured[first.key]?.[ladder.currency]) ?? 0n, ladder.currency);
}

function windowFor(rules: LadderRules, on: string): DayRange {
  const [first] = rules.ladder.measures;
  const { from, until } = first === undefined ? { from: on, until: on } : windowOf(rules, first.key, on);
  return { from: parseDay(from ?? until), until: parseDay(until) };
}

function idOf({ id }: RuledVersion): string {
  if (id === null) throw new Error("A draft gives nobody a tier.");
  return id;
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
  /** The first day of the quarter that pays by it. */
  quarterStart: string;
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
    quarter: tier.quarterStart,
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
