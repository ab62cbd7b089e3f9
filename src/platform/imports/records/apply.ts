import { type RawBuilder, sql } from "kysely";
import { changed, one, type Tx } from "../../database/tx.ts";
import type { ApplyResult, ImportContext } from "../kind.ts";
import { cellOf, goodRows, placeOf, type RecordTable, type RowRange, withStaged } from "./records.ts";

/**
 * Takes over a range of rows: records that are not there are created, of those that are there only what the file says
 * anew is changed. The unique key finds them, so that it costs the same whatever the planner knows of the table.
 */
export async function applyRecords(
  tx: Tx,
  context: ImportContext,
  of: RecordTable,
  range: RowRange,
): Promise<ApplyResult> {
  const columns = of.columns(context).map(({ column, field, value }) => {
    const ref = sql.ref(column);
    const said = sql`excluded.imported[${sql.lit(placeOf(of, field))}]`;
    const news = sql`${said} is not null and ${said} is distinct from ${cellOf(of, field, sql`r.imported`)}`;
    return {
      ref,
      first: value(cellOf(of, field, sql`s.cells`)),
      next: sql`case when ${news} then excluded.${ref} else r.${ref} end`,
    };
  });
  const differs = sql`row(${sql.join(columns.map(({ ref }) => sql`r.${ref}`))}) is distinct from row(${sql.join(columns.map(({ next }) => next))})`;
  const importId = sql`${context.importId}::uuid`;
  const remembered = rememberedCells(of, sql`excluded.imported`, sql`r.imported`);
  const done = await one(
    tx,
    sql<{
      total: number;
      created: number;
      updated: number;
    }>`with good as (${goodRows(tx, context, of, range)}),
      written as (
        insert into ${sql.table(of.table)} as r (vendor_id, id, external_id, ${sql.join(columns.map(({ ref }) => ref))},
          import_id, imported, created_at)
        select ${tx.vendorId}::uuid, app.next_id(), s.key, ${sql.join(columns.map(({ first }) => first))},
          ${importId}, ${rememberedCells(of, sql`s.cells`, null)}, ${tx.now().toString()}::timestamptz
        from good s order by s.row_no
        on conflict (vendor_id, external_id) do update set ${sql.join(columns.map(({ ref, next }) => sql`${ref} = ${next}`))},
          imported = ${remembered}, version = r.version + (${differs})::integer,
          changed_by_import_id = case when ${differs} then ${importId} else r.changed_by_import_id end
        where r.imported is distinct from ${remembered}
        returning xmax = 0 as fresh, r.import_id is distinct from ${importId} and r.changed_by_import_id is not distinct from ${importId} as changed
      )
      select (select count(*)::int from good) as total, (count(*) filter (where fresh))::int as created,
        (count(*) filter (where not fresh and changed))::int as updated from written`,
  );
  return {
    created: done.created,
    updated: done.updated,
    unchanged: done.total - done.created - done.updated,
  };
}

/** The cells of fields that fill columns, as the file says them now; of the kind's own fields, as it said them before. */
function rememberedCells(
  of: RecordTable,
  now: RawBuilder<unknown>,
  before: RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const own = new Set(ownFields(of));
  const cells = of.fields.map(({ key }) => {
    if (!own.has(key)) return cellOf(of, key, now);
    return before === null ? sql`null` : cellOf(of, key, before);
  });
  return sql`array[${sql.join(cells)}]::text[]`;
}

function ownFields(of: RecordTable): string[] {
  const filled = of.columns({ importId: "", currency: "", openingReason: null, options: {} });
  const known = new Set(["external-id", ...filled.map(({ field }) => field)]);
  return of.fields.map(({ key }) => key).filter((key) => !known.has(key));
}

/** Keeps what the file said in the kind's own fields, once they are dealt with. */
export async function rememberRows(tx: Tx, context: ImportContext, of: RecordTable): Promise<void> {
  await changed(
    tx,
    sql`${withStaged(tx, context, of)}
      update ${sql.table(of.table)} r set imported = s.cells from staged s
      where r.vendor_id = ${tx.vendorId} and r.id = s.id and s.imported is distinct from s.cells`,
  );
}

/** Counts records that the kind's own fields have changed, and that counted as unchanged before. */
export function withMoreUpdated(result: ApplyResult, more: number): ApplyResult {
  return { ...result, updated: result.updated + more, unchanged: result.unchanged - more };
}
