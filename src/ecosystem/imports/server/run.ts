import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { ImportKind } from "#platform/imports/kind.ts";
import { sourcesOf } from "#platform/imports/mapping.ts";
import * as stage from "#platform/imports/stage.ts";
import type { Principal } from "#platform/principal.ts";
import { events } from "../contract.ts";
import { applyRanges, digestOf } from "./check.ts";
import { prepareForBulk, waitForTurn } from "./locks.ts";
import { type Progress, Superseded, showProgress } from "./progress.ts";
import { contextOf, type ImportServices, kindOf } from "./services.ts";
import * as store from "./store.ts";

/** What the check has said no longer holds; the message says why. The file has to be checked again. */
export class Outdated extends Error {}

/**
 * Takes the rows of a checked file over, all of them or none. The import has to be in the state `running` and ends in
 * `done`. Imports of one vendor take turns.
 * @throws Outdated when the check no longer holds; Cancelled or Superseded when it is to stop
 */
export async function runFile(
  services: ImportServices,
  principal: Principal,
  importId: string,
): Promise<store.RunResult> {
  const progress = await showProgress(services, principal.vendor, importId, "running");
  try {
    return await services.door.withPrincipal(principal, (tx) => takeOver(tx, services, importId, progress));
  } finally {
    await progress.stop();
  }
}

async function takeOver(
  tx: Tx,
  services: ImportServices,
  importId: string,
  progress: Progress,
): Promise<store.RunResult> {
  await prepareForBulk(tx);
  await waitForTurn(tx, () => progress.phase("waiting"));
  const row = await store.findImport(tx, importId);
  if (row === null || row.state !== "running" || row.findings === null) throw new Superseded();
  progress.phase("comparing");
  const kind = kindOf(services, row.kind);
  const lastRow = await checkAgain(tx, kind, row);
  progress.phase("writing");
  const applied = await applyRanges(tx, kind, row, lastRow, (rows) => progress.done(rows));
  progress.done(row.findings.rows.total);
  const { rowsWithErrors } = await stage.countProblems(tx, importId);
  const counts = { ...applied, skipped: rowsWithErrors + row.findings.rows.unlisted };
  const outcomes = await kind.outcomes?.(tx, contextOf(row, tx.vendor.currency));
  const result = { ...counts, ...(outcomes && outcomes.length > 0 && { outcomes }) };
  await record(
    tx,
    events.importDone,
    { subject: { kind: "import", id: importId } },
    {
      kind: row.kind,
      fileName: row.file_name,
      number: Number(row.number),
      opening: row.opening_reason !== null,
      ...counts,
    },
  );
  await sql`update import set state = 'done', result = ${JSON.stringify(result)}::jsonb, failure = null, rows_done = rows_total,
      phase = null, alive_at = null, attempts = 0, finished_at = ${tx.now().toString()}, version = version + 1
    where vendor_id = ${tx.vendorId} and id = ${importId}`.execute(tx.db);
  return result;
}

/** The world may have changed since the check: what held then has to hold now. Answers the last row's number. */
async function checkAgain(tx: Tx, kind: ImportKind, row: store.ImportRow): Promise<number> {
  const before = row.findings?.rows ?? { total: 0, unlisted: 0, withErrors: 0 };
  const { count, lastRow } = await stage.stagedRows(tx, row.id);
  if (count !== before.total - before.unlisted) {
    throw new Outdated("The database has lost the checked rows in a restart. Check the file again.");
  }
  await refuseGoneValues(tx, kind, row);
  await stage.forgetFindings(tx, row.id);
  await kind.check(tx, contextOf(row, tx.vendor.currency));
  const { rowsWithErrors } = await stage.countProblems(tx, row.id);
  const more = rowsWithErrors + before.unlisted - before.withErrors;
  if (more > 0) {
    throw new Outdated(
      `Something was changed since the check, and ${more === 1 ? "one more row" : `${more} more rows`} cannot be taken over. Check the file again.`,
    );
  }
  return lastRow;
}

async function refuseGoneValues(tx: Tx, kind: ImportKind, row: store.ImportRow): Promise<void> {
  const domains = await kind.domains(tx);
  if (row.mapping === null || row.domains_digest?.equals(digestOf(kind, domains))) return;
  for (const { field } of sourcesOf(kind, row.columns, { ...row.mapping, values: {} })) {
    if (field.domain === undefined) continue;
    const known = new Set((domains[field.domain] ?? []).map((one) => one.value));
    const used = await stage.stagedValues(tx, row.id, kind.fields.indexOf(field) + 1);
    const gone = used.find((value) => !known.has(value));
    if (gone !== undefined) {
      throw new Outdated(
        `“${gone}” was known as ${field.label} when the file was checked, and is no longer. Check the file again.`,
      );
    }
  }
}
