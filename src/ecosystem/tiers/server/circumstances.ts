import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import {
  type Circumstances,
  type LadderRules,
  noThresholds,
  rankOf,
  readAmounts,
  type Threshold,
} from "../../ladders/contract.ts";
import { effective, inForceOn, type Override } from "../../overrides/index.ts";
import { chainOf, regionTree } from "../../places/index.ts";
import type { Unit } from "./units.ts";
import type { PlannedReview } from "./versions.ts";

/** A level that somebody gave a partner for a time. */
export interface ExceptionRow {
  id: string;
  partner_id: string;
  level: string;
  reason: string;
  effective_from: string;
  effective_until: string;
}

export type FloorRow = ExceptionRow;

interface PinRow {
  partner_id: string;
  quarter_start: string;
  level: string;
}

/** What people decided about partners beside the rules of a program, with all its days. */
export interface Decided {
  exceptionOf(partnerId: string, day: string): ExceptionRow | null;
  /** The highest level, by these rules, that it keeps at least. */
  floorOf(partnerId: string, day: string, rules: LadderRules): FloorRow | null;
  /** Whether any region or country asks for something else. */
  hasThresholds: boolean;
  pinnedIn(partnerId: string, from: string, until: string): string | null;
  thresholdOf(
    unit: Unit,
    day: string,
    level: string,
    measure: string,
  ): { threshold: Threshold; override: Override } | null;
}

/**
 * Loads the exceptions, grandfather clauses and levels that stood of a program.
 * @param pins false for a back-test: what was paid by is no rule
 */
export async function loadDecided(
  tx: Tx,
  programId: string,
  {
    overrides,
    partnerIds,
    pins,
  }: { overrides: readonly Override[]; partnerIds?: readonly string[]; pins: boolean },
): Promise<Decided> {
  const whose = partnerIds === undefined ? sql`true` : sql`partner_id = any (${[...partnerIds]}::uuid[])`;
  const here = sql`vendor_id = ${tx.vendorId} and program_id = ${programId} and ${whose}`;
  const columns = sql`id, partner_id, level, reason, effective_from::text, effective_until::text`;
  const exceptions = await rows(tx, sql<ExceptionRow>`select ${columns} from tier_exception where ${here}`);
  const floors = await rows(tx, sql<FloorRow>`select ${columns} from tier_grandfather where ${here}`);
  const stood = pins
    ? await rows(
        tx,
        sql<PinRow>`select partner_id, quarter_start::text, level from tier_standing where ${here} order by quarter_start`,
      )
    : [];
  const thresholds = overrides.filter(({ parameter }) => parameter.startsWith("threshold:"));
  const tree = await regionTree(tx);
  const exceptionsOf = Map.groupBy(exceptions, (row) => row.partner_id);
  const floorsOf = Map.groupBy(floors, (row) => row.partner_id);
  const pinsOf = Map.groupBy(stood, (row) => row.partner_id);
  return {
    exceptionOf: (partnerId, day) => exceptionsOf.get(partnerId)?.find((row) => holds(row, day)) ?? null,
    floorOf: (partnerId, day, rules) => {
      const held = (floorsOf.get(partnerId) ?? []).filter(
        (row) => holds(row, day) && rankOf(rules, row.level) > 0,
      );
      return held.sort((a, b) => rankOf(rules, b.level) - rankOf(rules, a.level))[0] ?? null;
    },
    pinnedIn: (partnerId, from, until) =>
      pinsOf.get(partnerId)?.find((row) => from <= row.quarter_start && row.quarter_start < until)?.level ??
      null,
    hasThresholds: thresholds.length > 0,
    thresholdOf: ({ country }, day, level, measure) => {
      const parameter = `threshold:${level}:${measure}`;
      const { value, scope, override } = effective(
        parameter,
        null,
        chainOf(tree, country),
        inForceOn(thresholds, day),
      );
      if (override === null || value?.kind !== "threshold") return null;
      const amounts = readAmounts(
        Object.fromEntries(value.amounts.map(({ number, currency }) => [currency ?? "", number])),
      );
      return { threshold: { amounts, scope }, override };
    },
  };
}

/** What stands beside the rules on the day on which a review's level comes into force; that is looked at up to `until`. */
export function circumstancesAt(
  decided: Decided,
  unit: Unit,
  { review, version: { rules } }: PlannedReview,
  until: string,
): Circumstances {
  const { partnerId } = unit;
  const day = review.inForceFrom;
  const exception = decided.exceptionOf(partnerId, day);
  const isKnown = exception !== null && rankOf(rules, exception.level) >= 0;
  return {
    thresholds: decided.hasThresholds
      ? (level, measure) => decided.thresholdOf(unit, day, level, measure)?.threshold ?? null
      : noThresholds,
    exception: isKnown ? { level: exception.level, until: exception.effective_until } : null,
    floor: decided.floorOf(partnerId, day, rules)?.level ?? null,
    pinned: unit.main ? decided.pinnedIn(partnerId, day, until) : null,
  };
}

function holds(row: ExceptionRow, day: string): boolean {
  return row.effective_from <= day && day < row.effective_until;
}
