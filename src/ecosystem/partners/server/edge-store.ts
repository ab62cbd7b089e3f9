import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import type { EdgeKind } from "../contract.ts";
import { withinSight } from "./sight.ts";
import { holdsOn } from "./store.ts";

/** An edge as it is to be, before it is written. Days are text; `until` is the first day that it no longer holds. */
export interface EdgeTerm {
  id: string;
  kind: EdgeKind;
  parentId: string;
  childId: string;
  from: string;
  until: string | null;
}

export interface EdgeRow {
  id: string;
  kind: EdgeKind;
  parent_id: string;
  parent_name: string;
  child_id: string;
  child_name: string;
  effective_from: string;
  effective_until: string | null;
  version: number;
}

const columns = sql`e.id, e.kind, e.parent_id, above.name as parent_name, e.child_id, below.name as child_name,
  e.effective_from, e.effective_until, e.version`;
/** Both ends must be in sight. */
const tables = sql`partner_edge e
  join partner above on above.vendor_id = e.vendor_id and above.id = e.parent_id
  join partner below on below.vendor_id = e.vendor_id and below.id = e.child_id`;

export async function findEdgeRow(tx: Tx, id: string): Promise<EdgeRow | null> {
  return maybe(
    tx,
    sql<EdgeRow>`select ${columns} from ${tables} where e.vendor_id = ${tx.vendorId} and e.id = ${id}`,
  );
}

export interface EdgeFilter {
  partnerId: string;
  relation?: "parents" | "children";
  state?: "coming" | "current" | "ended";
  cursor?: string;
  limit?: number;
}

export async function listEdgeRows(tx: Tx, filter: EdgeFilter) {
  const today = tx.today().toString();
  const wanted = page<EdgeRow>(
    [
      {
        expression: sql`e.effective_from`,
        type: "date",
        direction: "desc",
        value: (row) => row.effective_from,
      },
      { expression: sql`e.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const relations = {
    parents: sql`e.child_id = ${filter.partnerId}`,
    children: sql`e.parent_id = ${filter.partnerId}`,
    both: sql`(e.child_id = ${filter.partnerId} or e.parent_id = ${filter.partnerId})`,
  };
  const states = {
    coming: sql`e.effective_from > ${today}::date`,
    current: holdsOn(sql`e`, today),
    ended: sql`e.effective_until <= ${today}::date`,
    any: sql`true`,
  };
  const found = await rows(
    tx,
    sql<EdgeRow>`select ${columns} from ${tables}
      where e.vendor_id = ${tx.vendorId} and ${relations[filter.relation ?? "both"]} and ${states[filter.state ?? "any"]}
        and ${withinSight(tx, sql`e.parent_id`)} and ${withinSight(tx, sql`e.child_id`)} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

export async function insertEdge(tx: Tx, edge: EdgeTerm): Promise<void> {
  await sql`insert into partner_edge (vendor_id, id, kind, parent_id, child_id, effective_from, effective_until, created_at)
    values (${tx.vendorId}, ${edge.id}, ${edge.kind}, ${edge.parentId}, ${edge.childId}, ${edge.from}, ${edge.until}, ${tx.now().toString()})`.execute(
    tx.db,
  );
}

export async function updateEnd(tx: Tx, id: string, until: string | null, version: number): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`update partner_edge set effective_until = ${until}, version = version + 1
      where vendor_id = ${tx.vendorId} and id = ${id} and version = ${version} returning id`,
  );
  return done !== null;
}

/** The parent of the same kind that the child has in the same days. */
export async function findOverlap(tx: Tx, edge: EdgeTerm) {
  return maybe(
    tx,
    sql<{ id: string; name: string; effective_from: string; effective_until: string | null }>`
      select e.id, p.name, e.effective_from, e.effective_until
      from partner_edge e join partner p on p.vendor_id = e.vendor_id and p.id = e.parent_id
      where e.vendor_id = ${tx.vendorId} and e.child_id = ${edge.childId} and e.kind = ${edge.kind} and e.id <> ${edge.id}
        and daterange(e.effective_from, e.effective_until) && daterange(${edge.from}::date, ${edge.until}::date)
      order by e.effective_from limit 1`,
  );
}

/** Whether the child stands above the parent, in days that the edge would share with the whole way up. */
export async function closesCircle(tx: Tx, edge: EdgeTerm): Promise<boolean> {
  const found = await maybe(
    tx,
    sql`with recursive above as (
        select ${edge.parentId}::uuid as id, daterange(${edge.from}::date, ${edge.until}::date) as days
        union
        select e.parent_id, above.days * daterange(e.effective_from, e.effective_until)
        from above join partner_edge e on e.vendor_id = ${tx.vendorId} and e.child_id = above.id and e.kind = ${edge.kind}
          and e.id <> ${edge.id} and daterange(e.effective_from, e.effective_until) && above.days
      )
      select 1 from above where id = ${edge.childId} limit 1`,
  );
  return found !== null;
}
