import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { notFound } from "#platform/problem.ts";
import type { Day } from "#platform/time/day.ts";
import type { Ladder } from "../../ladders/contract.ts";
import type { Parameter } from "../contract.ts";
import { type Overridable, parametersOf } from "../parameters.ts";

/** What a lower feature cannot know by itself: what rules of engagement give to all. */
export interface OverrideServices {
  protectionDays: (tx: Tx) => Promise<number>;
}

/** What a program says to all. */
export interface Framework {
  /** What may be said otherwise, by the version of a day. */
  parameters: Parameter[];
  /** The ladders of that version and of those that follow before a day. */
  laddersUntil: (day: string) => Ladder[];
}

interface Version extends Overridable {
  from: string;
}

/**
 * The framework of a program on a day: by the version in force then, or the first one, where none is yet.
 * @throws Problem 404
 */
export async function frameworkOn(
  tx: Tx,
  { protectionDays }: OverrideServices,
  programId: string,
  day: Day,
): Promise<Framework> {
  const versions = await versionsOf(tx, programId);
  const on = day.toString();
  const current = versions.findLast(({ from }) => from <= on) ?? versions[0];
  return {
    parameters: current === undefined ? [] : parametersOf(current, await protectionDays(tx)),
    laddersUntil: (until) =>
      versions.flatMap((one) =>
        one.ladder !== null && (one === current || (one.from > on && one.from < until)) ? [one.ladder] : [],
      ),
  };
}

async function versionsOf(tx: Tx, programId: string): Promise<Version[]> {
  const program = await maybe(
    tx,
    sql`select from program where vendor_id = ${tx.vendorId} and id = ${programId}`,
  );
  if (program === null) throw notFound("program");
  const found = await rows(
    tx,
    sql<{ effective_from: string; ladder: Ladder }>`select effective_from::text, ladder from program_version
      where vendor_id = ${tx.vendorId} and program_id = ${programId} order by version`,
  );
  return found.map(({ effective_from, ladder }) => ({
    from: effective_from,
    ladder,
    benefits: [],
    tracks: [],
  }));
}
