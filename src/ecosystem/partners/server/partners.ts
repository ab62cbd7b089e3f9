import { type RawBuilder, sql } from "kysely";
import { externalIdTaken, type Named, refuseTaken } from "#platform/database/external-ids.ts";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, notFound, type Problem } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { setTypes } from "../../partner-types/index.ts";
import * as contract from "../contract.ts";
import { putBelow } from "./edges.ts";
import { atLevel } from "./figures.ts";
import { present, presentAll } from "./present.ts";
import * as store from "./store.ts";

const named: Named = { table: "partner", prefix: "par" };

const { events } = contract;

/** Reads a partner that the actor may see. @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.PartnerRow> {
  const row = await store.findPartnerRow(tx, fromPublicId("par", publicId, "partner"));
  if (row === null) throw notFound("partner");
  return row;
}

export async function listPartners(tx: Tx, { tier, ...query }: QueryOf<typeof contract.listPartners>) {
  const parentId = query.parentId === undefined ? undefined : fromPublicId("par", query.parentId, "partner");
  const level = tier === undefined ? {} : await atLevel(tx, tier);
  const { rows, nextCursor } = await store.listPartnerRows(tx, { ...query, parentId, ...level });
  return { items: await presentAll(tx, rows), nextCursor };
}

/** Adds a partner with its types and, where told, below another one, all from the same day on. */
export async function createPartner(
  tx: Tx,
  wanted: BodyOf<typeof contract.createPartner>,
): Promise<contract.Partner> {
  const from =
    wanted.effectiveFrom === undefined ? tx.today() : parseDay(wanted.effectiveFrom, "/effectiveFrom");
  const id = newId();
  const externalId = wanted.externalId ?? null;
  const inserted = await store.insertPartner(tx, {
    id,
    name: wanted.name,
    externalId,
    territory: wanted.territory ?? null,
  });
  if (!inserted) throw await externalIdTaken(tx, named, externalId);
  await setTypes(tx, id, wanted.types, from);
  await record(
    tx,
    events.partnerCreated,
    { subject: { kind: "partner", id }, partnerId: id },
    { name: wanted.name, types: wanted.types, effectiveFrom: from.toString() },
  );
  if (wanted.parentId) {
    await putBelow(tx, {
      child: { id, name: wanted.name },
      parentId: wanted.parentId,
      kind: wanted.parentKind ?? "master of",
      from,
      until: null,
    });
  }
  return present(tx, await load(tx, toPublicId("par", id)));
}

export async function changePartner(
  tx: Tx,
  publicId: string,
  change: BodyOf<typeof contract.changePartner>,
  version: number,
): Promise<contract.Partner> {
  const row = await load(tx, publicId);
  const set: RawBuilder<unknown>[] = [];
  if (change.name !== undefined) set.push(sql`name = ${change.name}`);
  if (change.territory !== undefined) set.push(sql`territory = ${change.territory}`);
  if (change.externalId !== undefined) {
    await refuseTaken(tx, named, change.externalId, row.id);
    set.push(sql`external_id = ${change.externalId}`);
  }
  if (!(await store.updatePartner(tx, row.id, version, set))) throw changedMeanwhile(row.name);
  await record(
    tx,
    events.partnerChanged,
    { subject: { kind: "partner", id: row.id }, partnerId: row.id },
    { changed: change },
  );
  return present(tx, await load(tx, publicId));
}

/** From the day on the partner holds exactly these types. */
export async function changeTypes(
  tx: Tx,
  publicId: string,
  change: BodyOf<typeof contract.setPartnerTypes>,
  version: number,
): Promise<contract.Partner> {
  const from =
    change.effectiveFrom === undefined ? tx.today() : parseDay(change.effectiveFrom, "/effectiveFrom");
  const row = await load(tx, publicId);
  if (!(await store.updatePartner(tx, row.id, version, []))) throw changedMeanwhile(row.name);
  await setTypes(tx, row.id, change.types, from);
  await record(
    tx,
    events.partnerTyped,
    { subject: { kind: "partner", id: row.id }, partnerId: row.id },
    { types: change.types, effectiveFrom: from.toString() },
  );
  return present(tx, await load(tx, publicId));
}

function changedMeanwhile(name: string): Problem {
  return conflict("version-mismatch", `${name} was changed by somebody else meanwhile. Look again.`);
}
