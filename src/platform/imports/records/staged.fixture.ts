import { sql } from "kysely";
import { rows, type Tx } from "../../database/tx.ts";
import { newId } from "../../ids.ts";
import type { ApplyResult, ImportContext, ImportKind, UndoResult } from "../kind.ts";

/** A row of a file as a test writes it: cells in canonical form by the field's key. */
export type FileRow = Readonly<Record<string, string | null>>;

export interface Problem {
  row: number;
  field: string;
  code: string;
  severity: "error" | "warning";
}

/** An import whose file has been read: what comes after it, on a database and without the engine. */
export interface StagedImport {
  importId: string;
  check(tx: Tx): Promise<Problem[]>;
  /** Takes over all rows, in ranges of `rowsPerRange`. */
  apply(tx: Tx, rowsPerRange?: number): Promise<ApplyResult>;
  undo(tx: Tx): Promise<UndoResult>;
}

/** Puts rows into the stage as the engine would; rows named in `broken` have an error already. */
export async function stageRows(
  tx: Tx,
  kind: ImportKind,
  file: readonly FileRow[],
  given: { options?: Record<string, string>; broken?: readonly number[] } = {},
): Promise<StagedImport> {
  const importId = newId();
  await sql`insert into import (vendor_id, id, number, kind, state, file_name, file_key, file_bytes, file_sha256, columns, started_by, created_at)
    select ${tx.vendorId}::uuid, ${importId}::uuid, coalesce(max(number), 0) + 1, ${kind.kind}, 'running', 'file.csv', ${importId}, 1, '\\x00', '{}',
      ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz from import where vendor_id = ${tx.vendorId}`.execute(
    tx.db,
  );
  for (const [index, row] of file.entries()) {
    const cells = kind.fields.map((field) => row[field.key] ?? null);
    await sql`insert into import_stage (import_id, row_no, cells) values (${importId}, ${index + 1}, ${cells})`.execute(
      tx.db,
    );
  }
  for (const row of given.broken ?? []) {
    await sql`insert into import_problem (vendor_id, import_id, row_no, field, code, message, severity, phase)
      values (${tx.vendorId}, ${importId}, ${row}, 'name', 'broken', 'Broken.', 'error', 'reading')`.execute(
      tx.db,
    );
  }
  const context: ImportContext = {
    importId,
    currency: tx.vendor.currency,
    openingReason: null,
    options: given.options ?? {},
  };
  return {
    importId,
    check: async (inTx) => {
      await kind.check(inTx, context);
      return rows(
        inTx,
        sql<Problem>`select row_no as row, field, code, severity from import_problem
          where vendor_id = ${inTx.vendorId} and import_id = ${importId} and phase = 'kind' order by row_no, field, code`,
      );
    },
    apply: async (inTx, rowsPerRange = 1000) => {
      const total = { created: 0, updated: 0, unchanged: 0 };
      for (let fromRow = 1; fromRow <= file.length; fromRow += rowsPerRange) {
        const part = await kind.apply(inTx, context, { fromRow, toRow: fromRow + rowsPerRange });
        total.created += part.created;
        total.updated += part.updated;
        total.unchanged += part.unchanged;
      }
      return total;
    },
    undo: (inTx) => kind.undo(inTx, context),
  };
}
