import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { type changeFactKind, type createFactKind, events, type FactKind } from "../contract.ts";
import { builtInKinds, type FactKindSpec } from "../kinds.ts";

interface OwnKind extends Pick<FactKindSpec, "key" | "label" | "unit" | "counts"> {
  id: string;
  retired: boolean;
  version: number;
}

async function ownKinds(tx: Tx): Promise<OwnKind[]> {
  return rows(
    tx,
    sql<OwnKind>`select id, key, label, unit, counts, retired_at is not null as retired, version from fact_kind
      where vendor_id = ${tx.vendorId} order by lower(label)`,
  );
}

const presentOwn = ({ id, retired, version, ...kind }: OwnKind): FactKind => ({
  ...kind,
  recordedBy: "people",
  own: { id: toPublicId("fkd", id), retired, version },
});

/** All kinds of facts that the vendor has: the product's, then its own by label, retired ones included. */
export async function listKinds(tx: Tx): Promise<FactKind[]> {
  const builtIn = builtInKinds.map((kind) => ({ ...kind, own: null }));
  return [...builtIn, ...(await ownKinds(tx)).map(presentOwn)];
}

/** The same by key, for whoever measures. */
export async function kindsOf(tx: Tx): Promise<Map<string, FactKindSpec>> {
  return new Map((await listKinds(tx)).map(({ own: _own, ...kind }) => [kind.key, kind]));
}

/**
 * The kind that people enter facts of.
 * @throws Problem 422 where there is none, the product records it, or it is retired
 */
export async function enteredKind(tx: Tx, key: string): Promise<FactKind> {
  const kinds = await listKinds(tx);
  const kind = kinds.find((one) => one.key === key);
  if (kind === undefined) {
    const known = kinds.filter((one) => one.recordedBy === "people" && !one.own?.retired);
    const names = known.map((one) => one.key).join(", ");
    throw invalid("/kind", `There is no kind of fact called ${key}. Known are ${names}.`);
  }
  if (kind.recordedBy === "product")
    throw invalid("/kind", `${kind.label} is counted by the product itself, and not entered.`);
  if (kind.own?.retired) throw invalid("/kind", `${kind.label} is not entered any more.`);
  return kind;
}

/** @throws Problem 409 where the key or the label is another kind's */
export async function createKind(tx: Tx, wanted: BodyOf<typeof createFactKind>): Promise<FactKind> {
  const key = wanted.key ?? keyFrom(wanted.label);
  await refuseLabelTaken(tx, wanted.label, null);
  const id = newId();
  const done = await maybe(
    tx,
    sql`insert into fact_kind (vendor_id, id, key, label, unit, counts, created_by, created_at)
      values (${tx.vendorId}, ${id}, ${key}, ${wanted.label}, ${wanted.unit}, ${wanted.counts},
        ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict do nothing returning id`,
  );
  if (done === null)
    throw invalid("/key", `Another kind of fact goes by the key ${key}. Give this one its own.`);
  const { label, unit, counts } = wanted;
  const about = { subject: { kind: "fact-kind", id } };
  await record(tx, events.factKindCreated, about, { key, label, unit, counts });
  return presentOwn({ id, key, label, unit, counts, retired: false, version: 1 });
}

/** Renames it, or retires it; what was entered stays and counts on. */
export async function changeKind(
  tx: Tx,
  publicId: string,
  change: BodyOf<typeof changeFactKind>,
  version: number,
): Promise<FactKind> {
  const id = fromPublicId("fkd", publicId, "kind of fact");
  const before = (await ownKinds(tx)).find((one) => one.id === id);
  if (before === undefined) throw notFound("kind of fact");
  const label = change.label ?? before.label;
  const retired = change.retired ?? before.retired;
  await refuseLabelTaken(tx, label, id);
  const done = await maybe(
    tx,
    sql`update fact_kind set label = ${label}, version = version + 1,
        retired_at = case when ${retired} then coalesce(retired_at, ${tx.now().toString()}::timestamptz) end
      where vendor_id = ${tx.vendorId} and id = ${id} and version = ${version} returning id`,
  );
  if (done === null)
    throw conflict("version-mismatch", `${before.label} was changed by somebody else meanwhile. Look again.`);
  const about = { subject: { kind: "fact-kind", id } };
  await record(tx, events.factKindChanged, about, { key: before.key, label, retired });
  return presentOwn({ ...before, label, retired, version: version + 1 });
}

async function refuseLabelTaken(tx: Tx, label: string, ownId: string | null): Promise<void> {
  const folded = label.toLowerCase();
  const own = (await ownKinds(tx)).filter((one) => one.id !== ownId);
  if ([...builtInKinds, ...own].some((one) => one.label.toLowerCase() === folded))
    throw invalid("/label", `Another kind of fact is called ${label} already.`);
}

/** `x_` and the label in small letters, as far as those are of the Latin alphabet. */
function keyFrom(label: string): string {
  const letters = label
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[_0-9]+|_+$/g, "")
    .slice(0, 36);
  if (letters === "") throw invalid("/key", "Give it a key in Latin letters, such as x_support_calls.");
  return `x_${letters}`;
}
