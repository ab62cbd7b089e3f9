import { sql } from "kysely";
import { changed, maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, ResponseOf } from "#platform/http/endpoint.ts";
import { toPublicId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { fiscalQuarterOf } from "#platform/time/quarter.ts";
import { programErrors, shapedProgram } from "../check.ts";
import { comparePrograms, isNothing, takenAway } from "../compare.ts";
import * as contract from "../contract.ts";
import { type ProgramDocument, termsForEveryone } from "../document.ts";
import { template } from "../templates/templates.ts";
import { load } from "./load.ts";
import { contextOf, namesOf } from "./naming.ts";
import { insertProgram, readProgramRecord, versionOf } from "./programs.ts";
import { earliestDay, publishDocument, withdraw } from "./publish.ts";
import * as store from "./store.ts";
import { documentOf, versionsOf } from "./versions.ts";

interface DraftRow {
  document: ProgramDocument;
  effective_from: string;
  begun_with: string | null;
  edited_by: string | null;
  edited_at: Temporal.Instant;
  version: number;
}

/** Begins a program that is the vendor's alone until it is published. @throws Problem 409 `name-taken` */
export async function beginProgram(
  tx: Tx,
  wanted: BodyOf<typeof contract.beginProgram>,
): Promise<contract.ProgramRecord> {
  await store.lockPrograms(tx);
  const start = await startOf(tx, wanted);
  const program = await insertProgram(tx, wanted.name);
  await insertDraft(tx, program, { ...start, document: await asOwn(tx, start.document, wanted.name) });
  return readProgramRecord(tx, toPublicId("prg", program.id));
}

async function startOf(tx: Tx, wanted: BodyOf<typeof contract.beginProgram>) {
  const { currency } = tx.vendor;
  if (wanted.cloneOf !== undefined) {
    const original = await load(tx, wanted.cloneOf);
    const document =
      (await versionsOf(tx, original.id)).at(-1)?.document ?? (await findDraft(tx, original.id))?.document;
    if (document === undefined) throw notFound("program");
    return { document, begunWith: original.name };
  }
  if (wanted.template === undefined) {
    return { document: { ...termsForEveryone(wanted.name), ladder: null }, begunWith: null };
  }
  const { document } = template(wanted.template, currency);
  return { document, begunWith: document.label };
}

/** The same document under the program's own name, and with a ladder whose key no other program has. */
async function asOwn(tx: Tx, document: ProgramDocument, name: string): Promise<ProgramDocument> {
  const { ladder } = document;
  if (ladder === null) return { ...document, label: name };
  const stem = ladder.name.replace(/-\d+$/, "").slice(0, 36);
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? stem : `${stem}-${n}`;
    if ((await store.programOfLadder(tx, key)) === null) {
      return { ...document, label: name, ladder: { ...ladder, name: key } };
    }
  }
}

/** Begins the next version with the one published last; a draft that is there stays as it is. */
export async function beginDraft(tx: Tx, publicId: string): Promise<contract.ProgramDraft> {
  await store.lockPrograms(tx);
  const program = await load(tx, publicId);
  if (!program.has_draft) {
    const last = (await versionsOf(tx, program.id)).at(-1);
    const document = last?.document ?? { ...termsForEveryone(program.name), ladder: null };
    await insertDraft(tx, program, { document, begunWith: null });
  }
  return readDraft(tx, publicId);
}

/** Takes a version back before its day. What was written is a draft again, unless another one has been begun. */
export async function withdrawVersion(
  tx: Tx,
  publicId: string,
  version: number,
  reason: string,
): Promise<contract.ProgramVersion> {
  await store.lockPrograms(tx);
  const program = await load(tx, publicId);
  const row = await store.findVersionRow(tx, program.id, version);
  if (row === null) throw notFound("version");
  await withdraw(tx, program, row, reason);
  const written = await documentOf(tx, row.id);
  if (!program.has_draft && written !== null) {
    const { document, effectiveFrom } = written;
    await insertDraft(tx, program, { document, effectiveFrom, begunWith: null });
  }
  return versionOf(tx, program.id, version);
}

interface Begun {
  document: ProgramDocument;
  /** The first quarter that can be told in time, unless given. */
  effectiveFrom?: string;
  begunWith: string | null;
}

async function insertDraft(
  tx: Tx,
  program: { id: string; name: string },
  { document, effectiveFrom, begunWith }: Begun,
): Promise<void> {
  const told = tx.today().add({ days: document.noticeDays });
  const from = effectiveFrom ?? fiscalQuarterOf(told, tx.vendor.fiscalYearStartMonth).until.toString();
  await sql`insert into program_draft (vendor_id, program_id, document, effective_from, begun_with, edited_by, edited_at)
    values (${tx.vendorId}, ${program.id}, ${JSON.stringify(document)}::jsonb, ${from}, ${begunWith},
      ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(tx.db);
  await record(
    tx,
    contract.events.programDrafted,
    { subject: { kind: "program", id: program.id } },
    { name: program.name },
  );
}

/** @throws Problem 404 where nothing is being written */
export async function readDraft(tx: Tx, publicId: string): Promise<contract.ProgramDraft> {
  const program = await load(tx, publicId);
  const row = await findDraft(tx, program.id);
  if (row === null) throw notFound("draft");
  return present(tx, program.id, row);
}

/** Keeps what is written, right or wrong; what is no program at all is refused. @throws Problem 409 `version-mismatch` */
export async function writeDraft(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof contract.writeProgramDraft>,
  version: number,
): Promise<contract.ProgramDraft> {
  const program = await load(tx, publicId);
  parseDay(body.effectiveFrom, "/effectiveFrom");
  const document = shapedProgram(body.document);
  const done = await changed(
    tx,
    sql`update program_draft set document = ${JSON.stringify(document)}::jsonb, effective_from = ${body.effectiveFrom}::date,
        edited_by = ${tx.actor.membershipId}, edited_at = ${tx.now().toString()}, version = version + 1
      where vendor_id = ${tx.vendorId} and program_id = ${program.id} and version = ${version}`,
  );
  if (done === 0) await missing(tx, program.id);
  return readDraft(tx, publicId);
}

/** Gives the draft up, and with it a program that was never published. */
export async function discardDraft(tx: Tx, publicId: string): Promise<null> {
  await store.lockPrograms(tx);
  const program = await load(tx, publicId);
  if (!program.has_draft) throw notFound("draft");
  const own = { subject: { kind: "program", id: program.id } };
  await record(tx, contract.events.programDraftDropped, own, { name: program.name });
  await sql`delete from program_draft where vendor_id = ${tx.vendorId} and program_id = ${program.id}`.execute(
    tx.db,
  );
  if (program.versions === 0) {
    await sql`delete from program where vendor_id = ${tx.vendorId} and id = ${program.id}`.execute(tx.db);
  }
  return null;
}

/** Makes the draft the next version, as it was when it was read. @throws Problem 409 `version-mismatch`, as `publishDocument` */
export async function publishDraft(
  tx: Tx,
  publicId: string,
  version: number,
): Promise<ResponseOf<typeof contract.publishProgram>> {
  await store.lockPrograms(tx);
  const program = await load(tx, publicId);
  const draft = await maybe(
    tx,
    sql<DraftRow>`delete from program_draft where vendor_id = ${tx.vendorId} and program_id = ${program.id}
      and version = ${version} returning document, effective_from`,
  );
  if (draft === null) return missing(tx, program.id);
  const { document, effective_from: effectiveFrom } = draft;
  const published = await publishDocument(tx, program, { document, effectiveFrom });
  return { version: await versionOf(tx, program.id, published.version), takesAway: published.takesAway };
}

async function missing(tx: Tx, programId: string): Promise<never> {
  if ((await findDraft(tx, programId)) === null) throw notFound("draft");
  throw conflict(
    "version-mismatch",
    "Somebody else has changed this draft meanwhile. Read it again, then change it.",
  );
}

async function findDraft(tx: Tx, programId: string): Promise<DraftRow | null> {
  return maybe(
    tx,
    sql<DraftRow>`select d.document, d.effective_from, d.begun_with, d.edited_at, m.name as edited_by, d.version
      from program_draft d left join membership m on m.vendor_id = d.vendor_id and m.id = d.edited_by
      where d.vendor_id = ${tx.vendorId} and d.program_id = ${programId}`,
  );
}

async function present(tx: Tx, programId: string, row: DraftRow): Promise<contract.ProgramDraft> {
  const names = await namesOf(tx);
  const before = (await versionsOf(tx, programId)).at(-1);
  const errors = programErrors(row.document, contextOf(names));
  // What does not stand by itself cannot be compared.
  const changes =
    before === undefined || errors.length > 0 ? null : comparePrograms(before.document, row.document);
  const late = before !== undefined && changes !== null && !isNothing(takenAway(changes));
  return {
    document: { ...row.document },
    effectiveFrom: row.effective_from,
    begunWith: row.begun_with,
    editedBy: row.edited_by,
    editedAt: row.edited_at.toString(),
    version: row.version,
    errors,
    changes,
    earliest: late ? earliestDay(tx, before).toString() : null,
    names,
  };
}
