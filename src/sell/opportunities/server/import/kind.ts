import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";
import type { ApplyResult, ImportContext, ImportKind } from "#platform/imports/kind.ts";
import { importFields } from "../../import-fields.ts";
import { changeFromRows } from "./change.ts";
import { check } from "./check.ts";
import { createFromRows } from "./create.ts";
import { domains } from "./domains.ts";
import { type RowRange, takeIntoWork } from "./staged.ts";
import { undo } from "./undo.ts";

/** Files of opportunities, such as the export of a CRM. */
export const importKind: ImportKind = {
  kind: "opportunities",
  fields: importFields,
  domains,
  check,
  apply,
  undo,
};

async function apply(tx: Tx, context: ImportContext, range: RowRange): Promise<ApplyResult> {
  await takeIntoWork(tx, context, range);
  const created = await createFromRows(tx, context);
  const updated = await changeFromRows(tx, context);
  const { taken } = await one(
    tx,
    sql<{ taken: number }>`select count(*)::integer as taken from import_stage s
      where s.import_id = ${context.importId} and s.row_no >= ${range.fromRow} and s.row_no < ${range.toRow}
        and not exists (select from import_problem e where e.vendor_id = ${tx.vendorId} and e.import_id = s.import_id
          and e.row_no = s.row_no and e.severity = 'error')`,
  );
  return { created, updated, unchanged: taken - created - updated };
}
