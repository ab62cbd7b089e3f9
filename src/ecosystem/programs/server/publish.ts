import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, Problem } from "#platform/problem.ts";
import { type Day, parseDay } from "#platform/time/day.ts";
import { keepRegions } from "../../places/index.ts";
import { putTexts } from "../../texts/index.ts";
import { readProgram } from "../check.ts";
import { comparePrograms, isNothing, type ProgramChanges, takenAway } from "../compare.ts";
import * as contract from "../contract.ts";
import type { ProgramDocument } from "../document.ts";
import { noticeError, overlapError } from "../schedule.ts";
import { textsOf } from "../texts.ts";
import { textsRef } from "../texts-ref.ts";
import { contextOf, namesOf } from "./naming.ts";
import * as store from "./store.ts";
import { type PublishedVersion, versionsOf } from "./versions.ts";

/** A published version and what somebody may have less of by it. */
export interface Publication {
  id: string;
  version: number;
  takesAway: ProgramChanges;
}

/**
 * Publishes a document as a program's next version; the caller holds the lock. Versions follow each other: each begins
 * after the one before it, and what takes something away is published the program's notice days ahead.
 * @throws Problem `invalid-program`, 422 where the day does not fit
 */
export async function publishDocument(
  tx: Tx,
  program: { id: string; name: string },
  wanted: { document: unknown; effectiveFrom: string },
): Promise<Publication> {
  const day = parseDay(wanted.effectiveFrom, "/effectiveFrom");
  await keepRegions(tx);
  const document = readProgram(wanted.document, contextOf(await namesOf(tx)));
  await knowPlans(tx, document);
  const before = (await versionsOf(tx, program.id)).at(-1);
  await keepLadder(tx, program, document, before);
  const takesAway =
    before === undefined ? { ladder: [], terms: [] } : takenAway(comparePrograms(before.document, document));
  if (before !== undefined) keepOrder(tx, before, day, takesAway);
  const { id, version } = await store.insertVersion(tx, {
    programId: program.id,
    document,
    effectiveFrom: day.toString(),
  });
  await tellTexts(tx, program, document);
  await record(
    tx,
    contract.events.programPublished,
    { subject: { kind: "program", id: program.id } },
    { name: program.name, version, effectiveFrom: day.toString(), takesAway },
  );
  return { id, version, takesAway };
}

async function tellTexts(
  tx: Tx,
  program: { id: string; name: string },
  document: ProgramDocument | null,
): Promise<void> {
  const publicId = toPublicId("prg", program.id);
  const place = { ref: textsRef(publicId), link: `/programs/${publicId}` };
  await putTexts(tx, place, document === null ? {} : textsOf(program.name, document));
}

/** The first day on which a version may hold that takes something away from those who go by `before`. */
export function earliestDay(tx: Tx, before: PublishedVersion): Day {
  return tx.today().add({ days: before.document.noticeDays });
}

function keepOrder(tx: Tx, before: PublishedVersion, day: Day, takesAway: ProgramChanges): void {
  const overlap = overlapError(before, day.toString(), tx.today().toString());
  if (overlap !== null) throw invalid("/effectiveFrom", overlap);
  const earliest = earliestDay(tx, before).toString();
  const message = isNothing(takesAway) ? null : noticeError(before, day.toString(), earliest);
  if (message === null) return;
  const errors = [{ pointer: "/effectiveFrom", message }];
  throw new Problem({
    status: 422,
    type: "too-soon",
    detail: message,
    errors,
    extra: { earliest, takesAway },
  });
}

/** Partners on a track are paid by plans that there are. */
async function knowPlans(tx: Tx, { tracks }: ProgramDocument): Promise<void> {
  const named = tracks.flatMap(({ label, plans }, track) =>
    plans.map((plan, place) => ({ label, plan, pointer: `/tracks/${track}/plans/${place}` })),
  );
  const known = await store.plansAmong(
    tx,
    named.map(({ plan }) => fromPublicId("pln", plan, "plan")),
  );
  const unknown = named.find(({ plan }) => !known.has(fromPublicId("pln", plan, "plan")));
  if (unknown === undefined) return;
  throw invalid(
    unknown.pointer,
    `${unknown.label} pays by a plan that is not there. Choose another plan, or take it out.`,
  );
}

/** Plans name a ladder by its key, so a key belongs to one program, and a program keeps it. */
async function keepLadder(
  tx: Tx,
  program: { id: string },
  { ladder }: ProgramDocument,
  before: PublishedVersion | undefined,
): Promise<void> {
  const kept = before?.document.ladder?.name;
  if (ladder === null) {
    if (kept === undefined) return;
    throw invalid(
      "/ladder",
      `Plans may pay by the ladder "${kept}". Keep it, with its base alone if it asks nothing.`,
    );
  }
  const holder = await store.programOfLadder(tx, ladder.name);
  if (holder !== null && holder.id !== program.id) {
    throw invalid(
      "/ladder/name",
      `"${ladder.name}" is the ladder of the program ${holder.name}. Choose another key.`,
    );
  }
  if (kept !== undefined && kept !== ladder.name) {
    throw invalid("/ladder/name", `Plans know this ladder as "${kept}". Keep that key.`);
  }
}

/** Takes a version back before its first day. @throws Problem 409 where it holds or held already, or was taken back */
export async function withdraw(
  tx: Tx,
  program: { id: string; name: string },
  row: store.VersionRow,
  reason: string,
): Promise<void> {
  if (row.withdrawn_at !== null)
    throw conflict("withdrawn-already", `Version ${row.version} was taken back already.`);
  if (row.effective_from <= tx.today().toString()) {
    throw conflict(
      "in-force",
      `Version ${row.version} is in force since ${row.effective_from}. Publish another version instead of taking it back.`,
    );
  }
  await store.insertWithdrawal(tx, row.id, reason);
  await tellTexts(tx, program, (await versionsOf(tx, program.id)).at(-1)?.document ?? null);
  await record(
    tx,
    contract.events.programVersionWithdrawn,
    { subject: { kind: "program", id: program.id } },
    { name: program.name, version: row.version, reason },
  );
}
