import { sql } from "kysely";
import { changed, rows, type Tx } from "#platform/database/tx.ts";
import type { ImportContext, UndoResult } from "#platform/imports/kind.ts";
import { Problem } from "#platform/problem.ts";

/** How many are named where an undo is refused. */
const maxNamed = 5;
/** How many are listed that an undo has left. */
const maxKept = 200;

/**
 * Removes the opportunities that an import created and nobody has changed since, with all that hangs on them.
 * @throws Problem 409 `import-in-use`, when one of them is part of a posted run or was changed by a later import, or when
 * what somebody did since belongs to one that would go
 */
export async function undo(tx: Tx, { importId }: ImportContext): Promise<UndoResult> {
  const created = sql`o.vendor_id = ${tx.vendorId} and o.import_id = ${importId}`;
  const untouched = sql`${created} and o.version = 1`;
  await sql`select count(*) from (select from opportunity o where ${created} order by o.id for update) locked`.execute(
    tx.db,
  );
  await refuseIfInUse(tx, importId);
  await refuseIfReliedOn(tx, importId);
  const kept = await rows(
    tx,
    sql<{ label: string }>`select coalesce(o.external_id || ': ', '') || o.name as label from opportunity o
      where ${created} and o.version > 1 order by o.external_id limit ${maxKept}`,
  );
  const theirWins = sql`win w using opportunity o where ${untouched}
    and w.vendor_id = o.vendor_id and w.opportunity_id = o.id`;
  await sql`delete from fact f using win w, opportunity o where ${untouched} and w.vendor_id = o.vendor_id
    and w.opportunity_id = o.id and f.vendor_id = w.vendor_id and f.source_id = w.id and f.source_kind = 'win'`.execute(
    tx.db,
  );
  await sql`delete from ${theirWins}`.execute(tx.db);
  await sql`delete from opportunity_line l using opportunity o where ${untouched}
    and l.vendor_id = o.vendor_id and l.opportunity_id = o.id`.execute(tx.db);
  const removed = await changed(tx, sql`delete from opportunity o where ${untouched}`);
  await stopSharing(tx, importId);
  return { removed, kept: kept.map(({ label }) => ({ label, why: "Somebody has changed it since." })) };
}

async function refuseIfInUse(tx: Tx, importId: string): Promise<void> {
  const used = await rows(
    tx,
    sql<{ label: string; posted: boolean }>`select coalesce(o.external_id, o.name) as label, e.used as posted
      from opportunity o
      cross join lateral (select exists (select from earning e where e.vendor_id = o.vendor_id and e.opportunity_id = o.id) as used) e
      where o.vendor_id = ${tx.vendorId} and o.import_id = ${importId}
        and (e.used or o.changed_by_import_id <> o.import_id)
      order by o.external_id limit ${maxNamed + 1}`,
  );
  if (used.length === 0) return;
  const why = used.some((one) => one.posted) ? "part of a posted run" : "changed by a later import";
  throw inUse(used, `${used.length === 1 ? "is" : "are"} ${why}`);
}

/** What belongs to an opportunity without being a part of it, by the table where it stands. */
export const reliedOn: Readonly<Record<string, string>> = {
  opportunity_pay_credit: "a decision on the pay credit",
  pay_credit_told: "a decision on the pay credit",
  pay_split: "a split of the pay credit",
  registration: "a registration",
  touchpoint: "a touchpoint",
  touchpoint_sale: "a touchpoint that counts for it",
};

async function refuseIfReliedOn(tx: Tx, importId: string): Promise<void> {
  const each = Object.keys(reliedOn).map(
    (table) => sql`select opportunity_id, ${table}::text as by from ${sql.table(table)}
      where vendor_id = ${tx.vendorId} and opportunity_id is not null`,
  );
  const used = await rows(
    tx,
    sql<{ label: string; by: string }>`select coalesce(o.external_id, o.name) as label, min(u.by) as by
      from opportunity o join (${sql.join(each, sql` union all `)}) u on u.opportunity_id = o.id
      where o.vendor_id = ${tx.vendorId} and o.import_id = ${importId} and o.version = 1
      group by o.id, o.external_id, o.name order by min(u.by), o.external_id`,
  );
  const by = used[0]?.by;
  if (by === undefined) return;
  const same = used.filter((one) => one.by === by);
  throw inUse(same, `${same.length === 1 ? "has" : "have"} ${reliedOn[by]}`);
}

function inUse(used: readonly { label: string }[], why: string): Problem {
  const names = used.slice(0, maxNamed).map((one) => one.label);
  const more = used.length > maxNamed ? " and more" : "";
  return new Problem({
    status: 409,
    type: "import-in-use",
    detail: `This import cannot be undone: ${names.join(", ")}${more} ${why}.`,
    extra: { inUse: names },
  });
}

/** Customers that the partners saw through the import alone. */
async function stopSharing(tx: Tx, importId: string): Promise<void> {
  await sql`delete from partner_account pa where pa.vendor_id = ${tx.vendorId} and pa.import_id = ${importId}
    and not exists (select from opportunity o where o.vendor_id = pa.vendor_id and o.account_id = pa.account_id
      and o.owner_partner_id = pa.partner_id)`.execute(tx.db);
}
