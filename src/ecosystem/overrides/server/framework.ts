import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Day } from "#platform/time/day.ts";
import type { Ladder } from "../../ladders/contract.ts";
import { programOf, versionsOf } from "../../programs/index.ts";
import type { Parameter } from "../contract.ts";
import { parametersOf } from "../parameters.ts";

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
  await programOf(tx, toPublicId("prg", programId));
  const versions = await versionsOf(tx, programId);
  const on = day.toString();
  const current = versions.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? versions[0];
  return {
    parameters: current === undefined ? [] : parametersOf(current.document, await protectionDays(tx)),
    laddersUntil: (until) =>
      versions.flatMap((one) =>
        one.document.ladder !== null &&
        (one === current || (one.effectiveFrom > on && one.effectiveFrom < until))
          ? [one.document.ladder]
          : [],
      ),
  };
}
