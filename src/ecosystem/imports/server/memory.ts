import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { ImportKind } from "#platform/imports/kind.ts";

/** Names the memory of columns; fields of kinds are never called so. */
const columnsField = "column";

/** What people have confirmed for files of a kind. */
export interface Memory {
  /** Column's name to field key; an empty key: left out. */
  columns: Map<string, string>;
  /** Per field, what a cell says to what it means. */
  values: Map<string, Map<string, string>>;
}

export async function recall(tx: Tx, kind: ImportKind["kind"]): Promise<Memory> {
  const found = await rows<{ field: string; source: string; target: string }>(
    tx,
    sql`select field, source, target from import_memory where vendor_id = ${tx.vendorId} and kind = ${kind}`,
  );
  const memory: Memory = { columns: new Map(), values: new Map() };
  for (const { field, source, target } of found) {
    if (field === columnsField) {
      memory.columns.set(source, target);
      continue;
    }
    const values = memory.values.get(field) ?? new Map<string, string>();
    memory.values.set(field, values.set(source, target));
  }
  return memory;
}

/** Keeps what a person has confirmed, over what was confirmed before. */
export async function remember(
  tx: Tx,
  kind: ImportKind["kind"],
  confirmed: {
    columns: Readonly<Record<string, string | null>>;
    values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  },
): Promise<void> {
  const meanings = [
    ...Object.entries(confirmed.columns).map(([source, key]) => [columnsField, source, key ?? ""] as const),
    ...Object.entries(confirmed.values).flatMap(([field, values]) =>
      Object.entries(values).map(([source, target]) => [field, source, target] as const),
    ),
  ];
  await sql`insert into import_memory (vendor_id, kind, field, source, target, confirmed_by, confirmed_at)
    select ${tx.vendorId}::uuid, ${kind}, field, source, target, ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
    from unnest(${meanings.map(([field]) => field)}::text[], ${meanings.map(([, source]) => source)}::text[],
      ${meanings.map(([, , target]) => target)}::text[]) as m (field, source, target)
    on conflict (vendor_id, kind, field, source) do update
      set target = excluded.target, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`.execute(
    tx.db,
  );
}
