import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "../../database/tx.ts";

/** A row of another table, or of the same, that refers to a record which an import created. */
export interface Use {
  /** The record. */
  id: string;
  /** The table that refers to it. */
  by: string;
  /** The import that brought what refers to it; null: somebody entered it. */
  importId: string | null;
  /** It is money that a posted run has booked. */
  posted: boolean;
}

interface Reference {
  table: string;
  column: string;
  /** The table that its rows go with, where they are no records of their own, and the column that says so. */
  owner: string | null;
  owner_column: string | null;
  has_import: boolean;
  has_run: boolean;
  has_version: boolean;
}

/**
 * Who uses the records that an import created: every foreign key to their table is followed, so that a table that comes
 * later counts too. What belongs to the import itself, unchanged, is no use; nor are the tables of `parts`, whose rows go
 * with the record.
 */
export async function usesOf(
  tx: Tx,
  table: string,
  importId: string,
  parts: readonly string[],
): Promise<Use[]> {
  const references = (await referencesTo(tx, table)).filter((one) => !parts.includes(one.table));
  if (references.length === 0) return [];
  return rows(
    tx,
    sql<Use>`select u.id, u.by, u.import_id as "importId", u.posted from (${sql.join(
      references.map((one) => usesBy(tx, table, importId, one)),
      sql` union `,
    )}) as u order by u.by, u.id`,
  );
}

function usesBy(tx: Tx, table: string, importId: string, reference: Reference): RawBuilder<unknown> {
  const owner =
    reference.owner === null || reference.owner_column === null
      ? sql``
      : sql`join ${sql.table(reference.owner)} o on o.vendor_id = t.vendor_id and o.id = t.${sql.ref(reference.owner_column)}`;
  const brought = reference.has_import
    ? sql`t.import_id`
    : reference.owner === null
      ? sql`null::uuid`
      : sql`o.import_id`;
  const changed = reference.has_version ? sql`t.version > 1` : sql`false`;
  return sql`select r.id, ${reference.table}::text as by, nullif(${brought}, ${importId}::uuid) as import_id, ${sql.lit(reference.has_run)} as posted
    from ${sql.table(table)} r
    join ${sql.table(reference.table)} t on t.vendor_id = r.vendor_id and t.${sql.ref(reference.column)} = r.id ${owner}
    where r.vendor_id = ${tx.vendorId} and r.import_id = ${importId}
      and (${brought} is distinct from ${importId}::uuid or ${changed})`;
}

/** Foreign keys are (vendor_id, column); rows that go with another table's are those it takes along when it is deleted. */
function referencesTo(tx: Tx, table: string): Promise<Reference[]> {
  const has = (column: string) =>
    sql`exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = ${column} and not a.attisdropped)`;
  return rows(
    tx,
    sql<Reference>`select k.conrelid::regclass::text as table, c.attname as column, o.table as owner, o.column as owner_column,
        ${has("import_id")} as has_import, ${has("run_id")} as has_run, ${has("version")} as has_version
      from pg_constraint k
      join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[2]
      left join lateral (
        select w.confrelid::regclass::text as table, a.attname as column from pg_constraint w
        join pg_attribute a on a.attrelid = w.conrelid and a.attnum = w.conkey[2]
        where w.conrelid = k.conrelid and w.contype = 'f' and w.confdeltype = 'c' and cardinality(w.conkey) = 2
          and exists (select from pg_attribute i where i.attrelid = w.confrelid and i.attname = 'import_id')
        limit 1
      ) o on true
      where k.contype = 'f' and k.confrelid = ${table}::regclass and cardinality(k.conkey) = 2
      order by 1, 2`,
  );
}
