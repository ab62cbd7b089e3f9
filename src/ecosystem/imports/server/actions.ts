import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { StoredFile } from "#platform/files/files.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { guessColumns } from "#platform/imports/guess.ts";
import { readHead } from "#platform/imports/head.ts";
import type { ImportKind } from "#platform/imports/kind.ts";
import { columnProblems, type MappingProblem, valueProblems } from "#platform/imports/mapping.ts";
import { emptyStage } from "#platform/imports/stage.ts";
import { conflict, notFound, Problem } from "#platform/problem.ts";
import { principalOf } from "../../people/index.ts";
import { events, type mapImport } from "../contract.ts";
import { type Act, actsIn, refusalOf } from "../import.ts";
import { jobKey, jobNames } from "./jobs.ts";
import { takeTurn } from "./locks.ts";
import { recall, remember } from "./memory.ts";
import { contextOf, type ImportServices, kindOf } from "./services.ts";
import * as store from "./store.ts";

/** Finds out how an uploaded file is written and what its columns probably mean; nothing of it is taken over. */
export async function upload(
  tx: Tx,
  services: ImportServices,
  wanted: { kind: ImportKind["kind"]; file: StoredFile },
): Promise<store.ImportRow> {
  const kind = kindOf(services, wanted.kind);
  const head = await readHead(() => services.files.read(wanted.file.key));
  const memory = await recall(tx, wanted.kind);
  const guesses = guessColumns({
    kind,
    columns: head.columns,
    sample: head.sample,
    remembered: memory.columns,
    domains: await kind.domains(tx),
  });
  const id = newId();
  const { form, dialect, columns, sample } = head;
  await store.insertImport(tx, {
    id,
    kind: wanted.kind,
    file: wanted.file,
    columns,
    head: { form, dialect, sample, guesses },
    startedBy: principalOf(tx).membershipId,
  });
  return loadById(tx, id);
}

export async function load(tx: Tx, publicId: string): Promise<store.ImportRow> {
  return loadById(tx, fromPublicId("imp", publicId, "import"));
}

async function loadById(tx: Tx, id: string): Promise<store.ImportRow> {
  const row = await store.findImport(tx, id);
  if (row === null) throw notFound("import");
  return row;
}

/** Keeps what a person says about a file, for this import and for the next file of the kind. */
export async function map(
  tx: Tx,
  services: ImportServices,
  publicId: string,
  wanted: BodyOf<typeof mapImport>,
  version: number,
): Promise<store.ImportRow> {
  const row = await lockFor(tx, publicId, "map");
  if (row.version !== version)
    throw conflict("version-mismatch", "This import was changed by somebody else meanwhile. Look again.");
  const kind = kindOf(services, row.kind);
  const values = wanted.values ?? {};
  refuse([
    ...columnProblems(kind, row.columns, wanted),
    ...(Object.keys(values).length === 0 ? [] : valueProblems(kind, await kind.domains(tx), values)),
    ...openingProblems(row.kind, wanted.opening ?? null),
  ]);
  const mapping: store.StoredMapping = {
    columns: wanted.columns,
    decimalMark: wanted.decimalMark ?? null,
    dayOrder: wanted.dayOrder ?? null,
  };
  await store.changeIfOpen(
    tx,
    row.id,
    "map",
    sql`state = 'mapped', mapping = ${JSON.stringify(mapping)}::jsonb, values_mapping = ${JSON.stringify(values)}::jsonb,
      options = ${JSON.stringify(wanted.options ?? {})}::jsonb, opening_reason = ${wanted.opening?.reason ?? null},
      findings = null, failure = null`,
  );
  await remember(tx, row.kind, { columns: wanted.columns, values });
  return loadById(tx, row.id);
}

function openingProblems(kind: ImportKind["kind"], opening: { reason: string } | null): MappingProblem[] {
  return opening === null || kind === "opportunities"
    ? []
    : [{ pointer: "/opening", message: "Only opportunities can come in by an opening import." }];
}

function refuse(problems: readonly MappingProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  throw new Problem({
    status: 422,
    type: "invalid-input",
    detail: first.message,
    errors: problems.map(({ pointer, message }) => ({ pointer, message })),
  });
}

/** Asks for a check or a run in the person's name. The work begins when this transaction has ended. */
export async function request(
  tx: Tx,
  services: ImportServices,
  publicId: string,
  work: { act: "check" } | { act: "run"; skipProblemRows: boolean },
): Promise<store.ImportRow> {
  const row = await lockFor(tx, publicId, work.act);
  if (work.act === "run") refuseProblemRows(row, work.skipProblemRows);
  const state = work.act === "check" ? "checking" : "running";
  await store.changeIfOpen(
    tx,
    row.id,
    work.act,
    sql`state = ${state}, acting_id = ${principalOf(tx).membershipId}, requested_at = now(), alive_at = null, attempts = 0,
      cancellation_requested = false, failure = null, rows_done = 0, bytes_done = 0, phase = null`,
  );
  const job = work.act === "check" ? jobNames.check : jobNames.run;
  // The job waits for this transaction, since it changes the row that we hold.
  await services.enqueue(job, tx.vendorId, { importId: row.id }, jobKey(row.id));
  return loadById(tx, row.id);
}

function refuseProblemRows(row: store.ImportRow, skip: boolean): void {
  const rows = row.findings?.rows;
  if (rows === undefined || rows.withErrors === 0) return;
  if (rows.good === 0) {
    throw conflict("nothing-to-import", "Every row of the file has an error, so there is nothing to import.");
  }
  if (skip) return;
  throw conflict(
    "problem-rows",
    `${rows.withErrors} of ${rows.total} rows have errors. Correct the file or the mapping, or confirm that these rows are left out.`,
    { rowsWithErrors: rows.withErrors },
  );
}

/** Stops a check or a run; one that has not begun yet at once, otherwise as soon as the work hears of it. */
export async function cancel(tx: Tx, publicId: string): Promise<store.ImportRow> {
  const row = await lockFor(tx, publicId, "cancel");
  const before = row.state === "checking" ? "mapped" : "checked";
  await store.changeIfOpen(
    tx,
    row.id,
    "cancel",
    sql`cancellation_requested = alive_at is not null, state = case when alive_at is null then ${before} else state end`,
  );
  return loadById(tx, row.id);
}

/** Removes what an import created, as far as nobody has changed or used it since. */
export async function undo(tx: Tx, services: ImportServices, publicId: string): Promise<store.ImportRow> {
  const row = await lockFor(tx, publicId, "undo");
  if (!(await takeTurn(tx)))
    throw conflict("busy", "Another import is running. Undo this one when it has ended.");
  const undone = await kindOf(services, row.kind).undo(tx, contextOf(row, tx.vendor.currency));
  await store.changeIfOpen(
    tx,
    row.id,
    "undo",
    sql`state = 'undone', undo_result = ${JSON.stringify(undone)}::jsonb, finished_at = ${tx.now().toString()}`,
  );
  await record(
    tx,
    events.importUndone,
    { subject: { kind: "import", id: row.id } },
    {
      kind: row.kind,
      fileName: row.file_name,
      number: Number(row.number),
      removed: undone.removed,
      kept: undone.kept.length,
    },
  );
  return loadById(tx, row.id);
}

/** Lets go of an import that has not changed anything, and of its file. */
export async function discard(tx: Tx, services: ImportServices, publicId: string): Promise<{ id: string }> {
  const row = await lockFor(tx, publicId, "discard");
  await emptyStage(tx, row.id);
  await store.deleteImport(tx, row.id);
  await record(
    tx,
    events.importDiscarded,
    { subject: { kind: "import", id: row.id } },
    { kind: row.kind, fileName: row.file_name, number: Number(row.number) },
  );
  await services.enqueue(jobNames.removeFile, tx.vendorId, { importId: row.id, fileKey: row.file_key });
  return { id: toPublicId("imp", row.id) };
}

async function lockFor(tx: Tx, publicId: string, act: Act): Promise<store.ImportRow> {
  const row = await store.lockImport(tx, fromPublicId("imp", publicId, "import"));
  if (row === null) throw notFound("import");
  if (!actsIn(row.state, row.mapping !== null).includes(act)) {
    throw conflict("not-open", refusalOf(act, row.state), { state: row.state });
  }
  return row;
}
