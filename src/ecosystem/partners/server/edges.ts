import { sql } from "kysely";
import { changed, maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import * as store from "./edge-store.ts";
import { withinSight } from "./sight.ts";

const { events } = contract;

interface NewEdge {
  child: { id: string; name: string };
  /** As it stands in the request. */
  parentId: string;
  kind: contract.EdgeKind;
  from: Day;
  until: Day | null;
}

/**
 * Puts a partner below another from a day on. A vendor's hierarchy changes one edge at a time, so that two people
 * cannot close a circle together.
 * @throws Problem 422 unknown parent, 409 `parent-exists`, 409 `hierarchy-cycle`
 */
export async function putBelow(tx: Tx, edge: NewEdge): Promise<string> {
  const parent = await findParent(tx, edge.parentId);
  if (parent.id === edge.child.id) throw invalid("/parentId", "A partner cannot stand above itself.");
  refuseEmpty(edge.from, edge.until);
  await lockHierarchy(tx);
  const id = newId();
  const wanted = {
    id,
    kind: edge.kind,
    parentId: parent.id,
    childId: edge.child.id,
    from: edge.from.toString(),
    until: edge.until?.toString() ?? null,
  };
  await refuseSecondParent(tx, wanted, edge.child.name);
  await refuseCycle(tx, wanted, parent.name, edge.child.name);
  await store.insertEdge(tx, wanted);
  await announce(tx, { ...wanted, parentName: parent.name });
  return id;
}

export async function createEdge(
  tx: Tx,
  partnerId: string,
  body: BodyOf<typeof contract.createEdge>,
): Promise<contract.Edge> {
  const child = await findPartner(tx, partnerId);
  if (child === null) throw notFound("partner");
  const id = await putBelow(tx, {
    child,
    parentId: body.parentId,
    kind: body.kind,
    from: body.effectiveFrom === undefined ? tx.today() : parseDay(body.effectiveFrom, "/effectiveFrom"),
    until: body.effectiveUntil ? parseDay(body.effectiveUntil, "/effectiveUntil") : null,
  });
  return presentById(tx, id);
}

/** Ends an edge on a day, or lets one that was to end go on. */
export async function changeEnd(
  tx: Tx,
  address: { partnerId: string; edgeId: string },
  end: string | null,
  version: number,
): Promise<contract.Edge> {
  const until = end === null ? null : parseDay(end, "/effectiveUntil");
  await lockHierarchy(tx);
  const row = await load(tx, address);
  refuseEmpty(parseDay(row.effective_from), until);
  const wanted = {
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id,
    childId: row.child_id,
    from: row.effective_from,
    until: until?.toString() ?? null,
  };
  await refuseSecondParent(tx, wanted, row.child_name);
  await refuseCycle(tx, wanted, row.parent_name, row.child_name);
  if (!(await store.updateEnd(tx, row.id, wanted.until, version))) {
    throw conflict("version-mismatch", "Somebody else changed this meanwhile. Look again.");
  }
  await announce(tx, { ...wanted, parentName: row.parent_name });
  return presentById(tx, row.id);
}

/** Ends an edge today. One that never held before today leaves no trace but its events. */
export async function endToday(tx: Tx, address: { partnerId: string; edgeId: string }): Promise<null> {
  await lockHierarchy(tx);
  const row = await load(tx, address);
  const today = tx.today();
  const ended = row.effective_until !== null && compareDays(parseDay(row.effective_until), today) <= 0;
  if (ended) return null;
  if (compareDays(parseDay(row.effective_from), today) < 0) {
    await store.updateEnd(tx, row.id, today.toString(), row.version);
  } else {
    await changed(tx, sql`delete from partner_edge where vendor_id = ${tx.vendorId} and id = ${row.id}`);
  }
  await announce(tx, {
    kind: row.kind,
    parentId: row.parent_id,
    parentName: row.parent_name,
    childId: row.child_id,
    from: row.effective_from,
    until: today.toString(),
  });
  return null;
}

export async function listEdges(
  tx: Tx,
  partnerId: string,
  query: Omit<store.EdgeFilter, "partnerId">,
): Promise<{ items: contract.Edge[]; nextCursor: string | null }> {
  const partner = await findPartner(tx, partnerId);
  if (partner === null) throw notFound("partner");
  const { rows, nextCursor } = await store.listEdgeRows(tx, { ...query, partnerId: partner.id });
  return { items: rows.map((row) => present(row, tx.today())), nextCursor };
}

/** One change of a vendor's hierarchy at a time, until the transaction ends. */
export async function lockHierarchy(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`partner-hierarchy:${tx.vendorId}`}, 0))`.execute(
    tx.db,
  );
}

async function load(tx: Tx, address: { partnerId: string; edgeId: string }): Promise<store.EdgeRow> {
  const partnerId = fromPublicId("par", address.partnerId, "partner");
  const row = await store.findEdgeRow(tx, fromPublicId("edg", address.edgeId, "edge"));
  if (row === null || (row.child_id !== partnerId && row.parent_id !== partnerId)) throw notFound("edge");
  return row;
}

async function findPartner(tx: Tx, publicId: string) {
  const id = fromPublicId("par", publicId, "partner");
  return maybe(
    tx,
    sql<{ id: string; name: string }>`select id, name from partner p
      where p.vendor_id = ${tx.vendorId} and p.id = ${id} and ${withinSight(tx, sql`p.id`)}`,
  );
}

async function findParent(tx: Tx, publicId: string) {
  const parent = await findPartner(tx, publicId);
  if (parent === null) throw invalid("/parentId", "There is no such partner, or you may not see it.");
  return parent;
}

function refuseEmpty(from: Day, until: Day | null): void {
  if (until !== null && compareDays(until, from) <= 0) {
    throw invalid("/effectiveUntil", `Choose a day after ${from}, the day on which it begins.`);
  }
}

async function refuseSecondParent(tx: Tx, edge: store.EdgeTerm, childName: string): Promise<void> {
  const other = await store.findOverlap(tx, edge);
  if (other === null) return;
  const until = other.effective_until === null ? "" : ` until ${other.effective_until}`;
  throw conflict(
    "parent-exists",
    `${other.name} is "${edge.kind}" ${childName} from ${other.effective_from}${until} already. End that first.`,
    { edgeId: toPublicId("edg", other.id) },
  );
}

async function refuseCycle(
  tx: Tx,
  edge: store.EdgeTerm,
  parentName: string,
  childName: string,
): Promise<void> {
  if (!(await store.closesCircle(tx, edge))) return;
  throw conflict(
    "hierarchy-cycle",
    `${parentName} stands below ${childName} itself in these days, so it cannot stand above it.`,
  );
}

async function announce(tx: Tx, edge: Omit<store.EdgeTerm, "id"> & { parentName: string }): Promise<void> {
  await record(
    tx,
    events.partnerEdged,
    { subject: { kind: "partner", id: edge.childId }, partnerId: edge.childId },
    {
      kind: edge.kind,
      parent: { id: toPublicId("par", edge.parentId), name: edge.parentName },
      effectiveFrom: edge.from,
      effectiveUntil: edge.until,
    },
  );
}

async function presentById(tx: Tx, id: string): Promise<contract.Edge> {
  const row = await store.findEdgeRow(tx, id);
  if (row === null) throw notFound("edge");
  return present(row, tx.today());
}

function present(row: store.EdgeRow, today: Day): contract.Edge {
  const begun = compareDays(parseDay(row.effective_from), today) <= 0;
  const over = row.effective_until !== null && compareDays(parseDay(row.effective_until), today) <= 0;
  return {
    id: toPublicId("edg", row.id),
    kind: row.kind,
    parent: { id: toPublicId("par", row.parent_id), name: row.parent_name },
    child: { id: toPublicId("par", row.child_id), name: row.child_name },
    effectiveFrom: row.effective_from,
    effectiveUntil: row.effective_until,
    state: over ? "ended" : begun ? "current" : "coming",
    version: row.version,
  };
}
