import { sql } from "kysely";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import type { ApplyResult, ImportContext, ImportKind, Outcome } from "#platform/imports/kind.ts";
import { money, toJson } from "#platform/money/money.ts";
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
  outcomes,
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

/** What was created, by how it stands: to be held against the sums of the CRM that it came from. */
async function outcomes(tx: Tx, { importId, currency }: ImportContext): Promise<Outcome[]> {
  const found = await rows(
    tx,
    sql<{ meaning: Outcome["meaning"]; count: number; minor: bigint }>`
      select meaning, count(*)::integer as count, coalesce(sum(value_minor), 0)::bigint as minor
      from opportunity where vendor_id = ${tx.vendorId} and import_id = ${importId}
      group by meaning order by array_position(array['won', 'lost', 'open'], meaning::text)`,
  );
  return found.map(({ meaning, count, minor }) => ({
    meaning,
    count,
    value: toJson(money(minor, currency)),
  }));
}
