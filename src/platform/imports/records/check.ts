import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database/tx.ts";
import type { ImportContext } from "../kind.ts";
import { cellOf, overAllRows, type RecordTable, withStaged } from "./records.ts";

/** As long as the column allows. */
const maxKeyCharacters = 200;

/** Something that a row cannot, or should rather not, be taken over with. `s` is the row. */
export interface RowFault {
  field: string;
  code: string;
  severity: "error" | "warning";
  when: RawBuilder<unknown>;
  message: RawBuilder<unknown>;
  /** What stands in the cell. */
  value: RawBuilder<unknown>;
}

/** Writes down the faults of all rows; `joins` may bring more tables beside `s`. */
export async function reportFaults(
  tx: Tx,
  context: ImportContext,
  of: RecordTable,
  faults: readonly RowFault[],
  joins: RawBuilder<unknown> = sql``,
): Promise<void> {
  const found = faults.map(
    ({ field, code, severity, when, message, value }) =>
      sql`(${field}::text, ${code}::text, ${severity}::text, ${when}, ${message}, ${value})`,
  );
  const statement = sql`${withStaged(tx, context, of)}
    insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
    select ${tx.vendorId}::uuid, ${context.importId}::uuid, s.row_no, f.field, f.code, f.message, left(f.value, 200), f.severity
    from staged s ${joins} cross join lateral (values ${sql.join(found)}) as f (field, code, severity, applies, message, value)
    where f.applies on conflict do nothing`;
  await overAllRows(tx, () => statement.execute(tx.db));
}

/** What holds for every table of records: one row per record, and an id that fits. */
export async function checkRecords(tx: Tx, context: ImportContext, of: RecordTable): Promise<void> {
  const name = cellOf(of, "name", sql`s.cells`);
  const externalId = cellOf(of, "external-id", sql`s.cells`);
  await reportFaults(
    tx,
    context,
    of,
    [
      {
        field: "name",
        code: "duplicate",
        severity: "error",
        when: sql`first.row_no < s.row_no and ${externalId} is null`,
        message: sql`'Row ' || first.row_no || ' is of the same name. Give each its own id.'`,
        value: name,
      },
      {
        field: "external-id",
        code: "duplicate",
        severity: "error",
        when: sql`first.row_no < s.row_no and ${externalId} is not null`,
        message: sql`'Row ' || first.row_no || ' goes by the same id.'`,
        value: externalId,
      },
      {
        field: "name",
        code: "too-long",
        severity: "error",
        when: sql`char_length(s.key) > ${maxKeyCharacters}`,
        message: sql`${`Without an id of its own, a name may have at most ${maxKeyCharacters} characters.`}::text`,
        value: name,
      },
      {
        field: "name",
        code: "same-name",
        severity: "warning",
        when: sql`twin.name is not null and s.id is null`,
        message: sql`${`There is a record of this name already (${of.noun}), without an external id. This row adds another.`}::text`,
        value: name,
      },
    ],
    sql`join (select key, min(row_no) as row_no from staged group by key) first on first.key = s.key
      left join (select distinct name from ${sql.table(of.table)} where vendor_id = ${tx.vendorId} and external_id is null) twin
        on twin.name = ${name}`,
  );
}
