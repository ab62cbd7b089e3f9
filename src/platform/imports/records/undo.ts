import { sql } from "kysely";
import { changed, maybe, rows, type Tx } from "../../database/tx.ts";
import { conflict, type Problem } from "../../problem.ts";
import type { ImportContext, UndoResult } from "../kind.ts";
import { overAllRows, type RecordTable } from "./records.ts";
import { type Use, usesOf } from "./references.ts";

/** How many are named where an undo is refused. */
const maxNamed = 5;
/** How many are listed that an undo has left. */
const maxListed = 200;

export interface UndoParts {
  /** Tables whose rows go with the record and do not keep it. */
  parts: readonly string[];
  /** Column of the same table that names a record's parent; a record that stays keeps its parents. */
  parent?: string;
  /** What a use by another table means, as a sentence. */
  why: Readonly<Record<string, string>>;
  /** Removes the rows of the parts; `kept` are the records that stay. */
  removeParts?: (kept: readonly string[]) => Promise<void>;
}

/**
 * Removes the records that an import created and nobody has changed or used since.
 * @throws Problem 409 `import-in-use`, when one of them was changed or is used by a later import or by a posted run
 */
export async function undoRecords(
  tx: Tx,
  { importId }: ImportContext,
  of: RecordTable,
  how: UndoParts,
): Promise<UndoResult> {
  const table = sql.table(of.table);
  const created = sql`r.vendor_id = ${tx.vendorId} and r.import_id = ${importId}`;
  await sql`select count(*) from (select from ${table} r where ${created} order by r.id for update) locked`.execute(
    tx.db,
  );
  const changes = await rows(
    tx,
    sql<{
      id: string;
      by: string | null;
    }>`select r.id, nullif(r.changed_by_import_id, r.import_id) as by from ${table} r
      where ${created} and r.version > 1`,
  );
  const uses = await overAllRows(tx, () => usesOf(tx, of.table, importId, how.parts));
  await refuseInUse(tx, of, changes, uses);
  const reasons = new Map([
    ...uses.map((use) => [use.id, how.why[use.by] ?? "It is used elsewhere since."] as const),
    ...changes.map((one) => [one.id, "Somebody has changed it since."] as const),
  ]);
  if (how.parent !== undefined) await keepParents(tx, of, importId, how.parent, reasons);
  const kept = [...reasons.keys()];
  await how.removeParts?.(kept);
  const removed = await changed(
    tx,
    sql`delete from ${table} r where ${created} and r.id <> all (${kept}::uuid[])`,
  );
  const named = await labelsOf(tx, of, kept.slice(0, maxListed));
  return {
    removed,
    kept: named.map(({ id, label }) => ({ label, why: reasons.get(id) ?? "" })),
  };
}

async function refuseInUse(
  tx: Tx,
  of: RecordTable,
  changes: readonly { id: string; by: string | null }[],
  uses: readonly Use[],
): Promise<void> {
  const posted = uses.filter((use) => use.posted);
  if (posted.length > 0) throw await inUse(tx, of, posted, "part of a posted run.");
  const later = [...uses.map(({ id, importId }) => ({ id, by: importId })), ...changes].filter(
    (one) => one.by !== null,
  );
  const by = later[0]?.by;
  if (!by) return;
  const same = later.filter((one) => one.by === by);
  throw await inUse(
    tx,
    of,
    same,
    `used or changed by ${await importNamed(tx, by)}. Undo that import first, then this one.`,
  );
}

async function inUse(
  tx: Tx,
  of: RecordTable,
  used: readonly { id: string }[],
  why: string,
): Promise<Problem> {
  const ids = [...new Set(used.map((one) => one.id))];
  const names = (await labelsOf(tx, of, ids.slice(0, maxNamed))).map((one) => one.label);
  const which = `${names.join(", ")}${ids.length > maxNamed ? " and more" : ""}`;
  return conflict(
    "import-in-use",
    `This import cannot be undone: ${which} ${ids.length === 1 ? "is" : "are"} ${why}`,
    { inUse: names },
  );
}

async function importNamed(tx: Tx, importId: string): Promise<string> {
  const found = await maybe(
    tx,
    sql<{ number: bigint; file_name: string }>`select number, file_name from import
      where vendor_id = ${tx.vendorId} and id = ${importId}`,
  );
  return found === null ? "a later import" : `import ${found.number} (${found.file_name})`;
}

/** A record that stays keeps those above it. */
async function keepParents(
  tx: Tx,
  of: RecordTable,
  importId: string,
  parent: string,
  reasons: Map<string, string>,
): Promise<void> {
  const column = sql.ref(parent);
  const above = await rows(
    tx,
    sql<{ id: string }>`with recursive above as (
        select r.${column} as id from ${sql.table(of.table)} r where r.vendor_id = ${tx.vendorId}
          and (r.id = any (${[...reasons.keys()]}::uuid[]) or r.import_id is distinct from ${importId}::uuid) and r.${column} is not null
        union
        select r.${column} from above join ${sql.table(of.table)} r on r.vendor_id = ${tx.vendorId} and r.id = above.id
        where r.${column} is not null
      )
      select r.id from above join ${sql.table(of.table)} r on r.vendor_id = ${tx.vendorId} and r.id = above.id
      where r.import_id = ${importId}`,
  );
  for (const { id } of above) if (!reasons.has(id)) reasons.set(id, "Others that stay belong to it.");
}

function labelsOf(tx: Tx, of: RecordTable, ids: readonly string[]) {
  return rows(
    tx,
    sql<{ id: string; label: string }>`select id, name as label from ${sql.table(of.table)}
      where vendor_id = ${tx.vendorId} and id = any (${[...ids]}::uuid[]) order by sort_name, id`,
  );
}
