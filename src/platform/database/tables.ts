import type pg from "pg";

/** A table that holds something which is nowhere else. */
export interface Table {
  schema: string;
  name: string;
  /** All columns but those that the database computes from others. */
  columns: readonly string[];
  key: readonly string[];
}

interface Found extends Table {
  oid: number;
  refers: readonly number[];
}

/** Where the product keeps what it knows; the queue is told apart, by the queue. */
const schemas = ["public", "auth"];
/** What the migrations keep of themselves. */
const ours = ["schema_migration"];

/**
 * The tables of the product in an order in which they can be filled: whatever a row refers to comes first. Stages,
 * which are unlogged, hold nothing that lasts.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(
    `select c.oid::int as oid, n.nspname as schema, c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(a.attname::text order by k.place) from pg_index i
         cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key,
       (select coalesce(array_agg(distinct f.confrelid::int), '{}') from pg_constraint f
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
       and c.relpersistence = 'p' and c.relname <> all ($2)
     order by n.nspname, c.relname`,
    [schemas, ours],
  );
  return inOrder(rows).map(({ schema, name, columns, key }) => ({ schema, name, columns, key }));
}

function inOrder(tables: readonly Found[]): Found[] {
  const known = new Set(tables.map(({ oid }) => oid));
  const placed = new Set<number>();
  const order: Found[] = [];
  while (order.length < tables.length) {
    const next = tables.filter(
      ({ oid, refers }) => !placed.has(oid) && refers.every((one) => placed.has(one) || !known.has(one)),
    );
    if (next.length === 0)
      throw new Error("Tables that refer to each other in a circle cannot be filled in order.");
    for (const table of next) {
      placed.add(table.oid);
      order.push(table);
    }
  }
  return order;
}

/** `schema.name`, as people and archives call a table. */
export function nameOf(table: Pick<Table, "schema" | "name">): string {
  return `${table.schema}.${table.name}`;
}

/** The table's name for a statement. */
export function quoted(table: Pick<Table, "schema" | "name">): string {
  return `${identifier(table.schema)}.${identifier(table.name)}`;
}

/** A column's or a table's own name for a statement. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Everything in a table as COPY's text, a line for a row, always in the same order. */
export function copyOut({ schema, name, columns, key }: Table): string {
  const list = (names: readonly string[]) => names.map(identifier).join(", ");
  const order = key.length === 0 ? list(columns) : list(key);
  return `copy (select ${list(columns)} from ${quoted({ schema, name })} order by ${order}) to stdout`;
}

/** How values are written, so that the same rows give the same text on every server. */
export const plainText =
  "set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres'; " +
  "set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'";
