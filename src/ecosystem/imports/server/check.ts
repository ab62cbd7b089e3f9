import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import type { ApplyResult, DomainValue, ImportKind } from "#platform/imports/kind.ts";
import { sourcesOf } from "#platform/imports/mapping.ts";
import * as stage from "#platform/imports/stage.ts";
import { type StageReport, stageFile } from "#platform/imports/stage-file.ts";
import { renewStageStatistics } from "#platform/imports/statistics.ts";
import type { Principal } from "#platform/principal.ts";
import type { ImportFindings } from "../contract.ts";
import { maxTrialRows, rowsPerRange } from "../import.ts";
import { holdStage, prepareForBulk, takeTurn } from "./locks.ts";
import { recall } from "./memory.ts";
import { presentProblem } from "./present.ts";
import { type Progress, Superseded, showProgress } from "./progress.ts";
import { contextOf, type ImportServices, kindOf } from "./services.ts";
import * as store from "./store.ts";

const shownProblems = 20;
const shownGroups = 50;

/**
 * Reads the file into the stage and finds everything that is wrong with it; nothing of it is taken over. The import
 * has to be in the state `checking` and ends in `checked`.
 * @throws Problem when the file cannot be read to its end; Cancelled or Superseded when it is to stop
 */
export async function checkFile(
  services: ImportServices,
  principal: Principal,
  importId: string,
): Promise<void> {
  const progress = await showProgress(services, principal.vendor, importId, "checking");
  try {
    const report = await services.door.withPrincipal(principal, (tx) =>
      readIntoStage(tx, services, importId, progress),
    );
    progress.phase("comparing");
    await renewStageStatistics(services.ownerPool);
    await services.door.withPrincipal(principal, (tx) => compare(tx, services, importId, report, progress));
  } finally {
    await progress.stop();
  }
}

async function readIntoStage(
  tx: Tx,
  services: ImportServices,
  importId: string,
  progress: Progress,
): Promise<StageReport> {
  await prepareForBulk(tx);
  await holdStage(tx, importId);
  const row = await checking(tx, importId);
  const mapping = mappingOf(row);
  const kind = kindOf(services, row.kind);
  const domains = await kind.domains(tx);
  const memory = await recall(tx, row.kind);
  await stage.forgetProblems(tx, importId);
  const report = await stageFile(tx, {
    importId,
    open: () => services.files.read(row.file_key),
    ...row.head,
    columns: row.columns,
    kind,
    mapping,
    domains,
    remembered: memory.values,
    currency: tx.vendor.currency,
    onProgress: ({ rows, bytes }) => progress.done(rows, bytes),
  });
  await stage.unpackProblems(tx, importId);
  const sources = sourcesOf(kind, row.columns, mapping);
  const identity = sources.find(({ field }) => field.key === "external-id")?.field;
  if (identity !== undefined) {
    await stage.markDuplicates(tx, importId, { ...identity, place: kind.fields.indexOf(identity) + 1 });
  }
  await sql`update import set rows_total = ${report.rows}, staged = true, domains_digest = ${digestOf(kind, domains)}
    where vendor_id = ${tx.vendorId} and id = ${importId}`.execute(tx.db);
  return report;
}

async function compare(
  tx: Tx,
  services: ImportServices,
  importId: string,
  report: StageReport,
  progress: Progress,
): Promise<void> {
  await prepareForBulk(tx);
  await holdStage(tx, importId);
  const row = await checking(tx, importId);
  const kind = kindOf(services, row.kind);
  await stage.forgetFindings(tx, importId);
  await kind.check(tx, contextOf(row, tx.vendor.currency));
  progress.phase("trying");
  const findings = await findingsOf(tx, row, report);
  const expected = findings.rows.good > maxTrialRows ? null : await tryOut(tx, kind, row, progress);
  await sql`update import set state = 'checked', findings = ${JSON.stringify({ ...findings, expected })}::jsonb, failure = null,
      rows_done = ${report.rows}, bytes_done = file_bytes, phase = null, alive_at = null, attempts = 0, version = version + 1
    where vendor_id = ${tx.vendorId} and id = ${importId}`.execute(tx.db);
}

async function findingsOf(
  tx: Tx,
  row: store.ImportRow,
  report: StageReport,
): Promise<Omit<ImportFindings, "expected">> {
  const counts = await stage.countProblems(tx, row.id);
  const withErrors = counts.rowsWithErrors + report.unlistedRows;
  const first = await store.listProblemRows(tx, row.id, { limit: shownProblems });
  const groups = await store.groupProblems(tx, row.id, shownGroups);
  return {
    rows: {
      total: report.rows,
      good: report.rows - withErrors,
      withErrors,
      withWarnings: counts.rowsWithWarnings,
      empty: report.emptyRows,
      unlisted: report.unlistedRows,
    },
    byCode: groups.map((group) => {
      const example = presentProblem(row, group);
      const { field, code, severity } = example;
      return { field, code, severity, count: Number(group.count), example };
    }),
    problems: first.rows.map((problem) => presentProblem(row, problem)),
    questions: report.questions,
    unknownValues: report.unknownValues,
    translatedValues: report.translatedValues,
  };
}

/** Takes the rows over and takes that back: what a run would do, exactly. Null when another import is at it. */
async function tryOut(
  tx: Tx,
  kind: ImportKind,
  row: store.ImportRow,
  progress: Progress,
): Promise<ApplyResult | null> {
  if (!(await takeTurn(tx))) return null;
  await sql`savepoint trial`.execute(tx.db);
  try {
    const { lastRow } = await stage.stagedRows(tx, row.id);
    return await applyRanges(tx, kind, row, lastRow, () => progress.phase("trying"));
  } finally {
    await sql`rollback to savepoint trial`.execute(tx.db);
  }
}

/** Takes over the rows without an error, a range after the other; `onRange` may throw to stop in between. */
export async function applyRanges(
  tx: Tx,
  kind: ImportKind,
  row: store.ImportRow,
  lastRow: number,
  onRange: (doneUpTo: number) => void,
): Promise<ApplyResult> {
  const context = contextOf(row, tx.vendor.currency);
  const total: ApplyResult = { created: 0, updated: 0, unchanged: 0 };
  for (let fromRow = 1; fromRow <= lastRow; fromRow += rowsPerRange) {
    onRange(fromRow - 1);
    const part = await kind.apply(tx, context, { fromRow, toRow: fromRow + rowsPerRange });
    total.created += part.created;
    total.updated += part.updated;
    total.unchanged += part.unchanged;
  }
  return total;
}

async function checking(tx: Tx, importId: string): Promise<store.ImportRow> {
  const row = await store.findImport(tx, importId);
  if (row === null || row.state !== "checking") throw new Superseded();
  return row;
}

function mappingOf(row: store.ImportRow) {
  if (row.mapping === null) throw new Error("An import is checked that has no mapping.");
  return { ...row.mapping, values: row.values_mapping };
}

/** Tells whether the known values are still the same. */
export function digestOf(
  kind: ImportKind,
  domains: Readonly<Record<string, readonly DomainValue[]>>,
): Buffer {
  const hash = createHash("sha256");
  for (const name of new Set(kind.fields.flatMap((field) => field.domain ?? []))) {
    hash.update(`${name}\n`);
    for (const { value } of domains[name] ?? []) hash.update(`${value}\n`);
  }
  return hash.digest();
}
