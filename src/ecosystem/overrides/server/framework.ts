import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Day } from "#platform/time/day.ts";
import type { Ladder } from "../../ladders/contract.ts";
import type { ProgramDocument } from "../../programs/contract.ts";
import { draftedDocument, programOf, versionsOf } from "../../programs/index.ts";
import type { Parameter } from "../contract.ts";
import { parametersOf } from "../parameters.ts";
import type { ParameterValue } from "../value.ts";

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
  /** What they say of a parameter to all; nothing of one that a track may say otherwise for its partners. */
  saysUntil: (parameter: string, day: string) => (ParameterValue | null)[];
}

/**
 * The framework of a program on a day: by the version in force then, or the first one, where none is yet; of a program
 * that is still being written, by its draft.
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
  const document = current?.document ?? (await drafted(tx, programId));
  const coming = versions.filter((one) => one !== current && one.effectiveFrom > on);
  const days = await protectionDays(tx);
  const documentsUntil = (until: string) =>
    [document, ...coming.filter((one) => one.effectiveFrom < until).map((one) => one.document)].filter(
      (one) => one !== null,
    );
  return {
    parameters: document === null ? [] : parametersOf(document, days),
    laddersUntil: (until) => documentsUntil(until).flatMap(({ ladder }) => ladder ?? []),
    saysUntil: (parameter, until) => {
      const documents = documentsUntil(until);
      if (parameter === "protection-days" && documents.some(tracksSayDays)) return [];
      return documents.map(
        (one) => parametersOf(one, days).find(({ key }) => key === parameter)?.globalValue ?? null,
      );
    },
  };
}

function tracksSayDays({ tracks }: ProgramDocument): boolean {
  return tracks.some(({ tiers }) => Object.values(tiers).some((tier) => tier?.protectionDays !== undefined));
}

/** What is still being written is for the vendor's people alone. */
async function drafted(tx: Tx, programId: string): Promise<ProgramDocument | null> {
  return tx.actor.databaseRole === "hanse_vendor" ? draftedDocument(tx, programId) : null;
}
