import { sql } from "kysely";
import type pg from "pg";
import { one, rows } from "#platform/database/tx.ts";
import type { ImportField, ImportKind } from "#platform/imports/kind.ts";
import { conflict } from "#platform/problem.ts";

/*
 * A kind of file as small as it can be, over a table of its own: what the engine's tests import. A toy belongs to a
 * vendor by its external id; its maker is another toy's, or none.
 */

export async function createToyTable(admin: pg.Pool): Promise<void> {
  await admin.query(`create table toy (
      vendor_id uuid not null references vendor, external_id text not null, name text not null, colour text, price_minor bigint,
      sold_on date, weight numeric, pieces integer, import_id uuid not null, changed boolean not null default false,
      primary key (vendor_id, external_id));
    call app.tenant_table('toy', vendor => 'select, insert, update, delete')`);
}

const field = (key: string, type: ImportField["type"], more: Partial<ImportField> = {}): ImportField => ({
  key,
  label: key.charAt(0).toUpperCase() + key.slice(1),
  type,
  required: false,
  synonyms: [],
  ...more,
});

const fields = [
  field("external-id", "text", { label: "Id", required: true, synonyms: ["id"], maxLength: 50 }),
  field("name", "text", { required: true, maxLength: 40 }),
  field("colour", "choice", { domain: "colour" }),
  field("price", "money"),
  field("sold", "day"),
  field("weight", "decimal"),
  field("pieces", "integer"),
];

/** Values that the domain `colour` holds; tests take one away to see what happens. */
export const colours = new Set(["red", "green", "dark blue"]);

/** Called before each range is taken over; tests hold the run there. */
export const beforeRange: { wait: (fromRow: number) => Promise<void> } = { wait: async () => {} };

export const toys: ImportKind = {
  kind: "products",
  fields,
  domains: async () => ({ colour: [...colours].map((value) => ({ value, label: value })) }),
  async check(tx, { importId }) {
    await sql`insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
      select ${tx.vendorId}::uuid, import_id, row_no, 'name', 'dull', 'The name is dull.', cells[2],
        case cells[2] when 'Forbidden' then 'error' else 'warning' end
      from import_stage where import_id = ${importId} and cells[2] in ('Forbidden', 'Dull')
      union all
      select ${tx.vendorId}::uuid, s.import_id, s.row_no, 'external-id', 'changed-since', 'Somebody changed it.', cells[1], 'error'
      from import_stage s join toy t on t.vendor_id = ${tx.vendorId} and t.external_id = s.cells[1] and t.changed
      where s.import_id = ${importId}`.execute(tx.db);
  },
  async apply(tx, { importId }, { fromRow, toRow }) {
    await beforeRange.wait(fromRow);
    const done = await one<{ total: bigint; created: bigint; updated: bigint }>(
      tx,
      sql`with wanted as (
          select cells from import_stage s where import_id = ${importId} and row_no >= ${fromRow} and row_no < ${toRow}
            and not exists (select from import_problem p where p.vendor_id = ${tx.vendorId} and p.import_id = s.import_id
              and p.row_no = s.row_no and p.severity = 'error')
        ), written as (
          insert into toy (vendor_id, external_id, name, colour, price_minor, sold_on, weight, pieces, import_id)
          select ${tx.vendorId}::uuid, cells[1], cells[2], cells[3], cells[4]::bigint, cells[5]::date, cells[6]::numeric,
            cells[7]::integer, ${importId}::uuid from wanted
          on conflict (vendor_id, external_id) do update set name = excluded.name, colour = excluded.colour,
            price_minor = excluded.price_minor, sold_on = excluded.sold_on, weight = excluded.weight, pieces = excluded.pieces
          where (toy.name, toy.colour, toy.price_minor, toy.sold_on, toy.weight, toy.pieces) is distinct from
            (excluded.name, excluded.colour, excluded.price_minor, excluded.sold_on, excluded.weight, excluded.pieces)
          returning xmax = 0 as fresh
        )
        select (select count(*) from wanted) as total, count(*) filter (where fresh) as created,
          count(*) filter (where not fresh) as updated from written`,
    );
    const [created, updated] = [Number(done.created), Number(done.updated)];
    return { created, updated, unchanged: Number(done.total) - created - updated };
  },
  async undo(tx, { importId }) {
    const used = await rows<{ name: string }>(
      tx,
      sql`select name from toy where vendor_id = ${tx.vendorId} and import_id = ${importId} and name = 'Sold'`,
    );
    if (used[0] !== undefined) throw conflict("import-in-use", `“${used[0].name}” is in use.`);
    const removed = await rows(
      tx,
      sql`delete from toy where vendor_id = ${tx.vendorId} and import_id = ${importId} and not changed returning external_id`,
    );
    const kept = await rows<{ name: string }>(
      tx,
      sql`select name from toy where vendor_id = ${tx.vendorId} and import_id = ${importId}`,
    );
    return {
      removed: removed.length,
      kept: kept.map(({ name }) => ({ label: name, why: "Somebody changed it." })),
    };
  },
};
