import { type RawBuilder, sql } from "kysely";
import { countries as allCountries, isCountry } from "#platform/countries.ts";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { page, type SortKey } from "#platform/http/list.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import {
  type changeRegion,
  type createRegion,
  events,
  type listRegions,
  type RegionRecord,
} from "../contract.ts";
import { usualRegions } from "../usual.ts";
import { lockRegions, type PlaceServices, refuseNamed } from "./keep.ts";
import { regionTree } from "./tree.ts";

interface RegionRow {
  id: string;
  key: string;
  name: string;
  parent_id: string | null;
  parent_name: string | null;
  countries: string[];
  version: number;
}

function select(tx: Tx, where: RawBuilder<unknown>): RawBuilder<RegionRow> {
  return sql<RegionRow>`select r.id, r.key, r.name, r.parent_id, above.name as parent_name, r.version,
      array(select c.country from region_country c where c.vendor_id = r.vendor_id and c.region_id = r.id order by 1) as countries
    from region r left join region above on above.vendor_id = r.vendor_id and above.id = r.parent_id
    where r.vendor_id = ${tx.vendorId} and ${where}`;
}

const sortKeys: SortKey<RegionRow>[] = [
  { expression: sql`lower(r.name)`, type: "text", direction: "asc", value: (row) => row.name.toLowerCase() },
  { expression: sql`r.id`, type: "uuid", direction: "asc", value: (row) => row.id },
];

export async function list(tx: Tx, query: QueryOf<typeof listRegions>) {
  const wanted = page(sortKeys, query);
  const found = await rows(
    tx,
    sql<RegionRow>`${select(tx, wanted.after)} order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const { rows: shown, nextCursor } = wanted.finish(found);
  return { items: shown.map(present), nextCursor };
}

const present = (row: RegionRow): RegionRecord => ({
  id: toPublicId("reg", row.id),
  key: row.key,
  name: row.name,
  parent:
    row.parent_id === null ? null : { id: toPublicId("reg", row.parent_id), name: row.parent_name ?? "" },
  countries: row.countries,
  version: row.version,
});

async function load(tx: Tx, id: string): Promise<RegionRow> {
  const row = await maybe(tx, select(tx, sql`r.id = ${id}`));
  if (row === null) throw notFound("region");
  return row;
}

/** @throws Problem 422 where the name or key is another's, or a country is in another region already */
export async function create(tx: Tx, wanted: BodyOf<typeof createRegion>): Promise<RegionRecord> {
  await lockRegions(tx);
  const id = newId();
  const key = wanted.key ?? keyFrom(wanted.name);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))
    throw invalid("/key", "Write small letters, digits and hyphens, such as dach.");
  await refuseTaken(tx, { key, name: wanted.name, ownId: null });
  const parentId = wanted.parentId ? await parentNamed(tx, wanted.parentId) : null;
  await insertRegion(tx, { id, key, name: wanted.name, parentId });
  await setCountries(tx, id, wanted.countries ?? []);
  await record(tx, events.regionCreated, { subject: { kind: "region", id } }, { key, name: wanted.name });
  return present(await load(tx, id));
}

/**
 * @throws Problem 422 as `create`, or where it would lie within itself; 409 where somebody else was quicker, or something
 * names a region that would have no country left
 */
export async function change(
  tx: Tx,
  services: PlaceServices,
  publicId: string,
  wanted: BodyOf<typeof changeRegion>,
  version: number,
): Promise<RegionRecord> {
  await lockRegions(tx);
  const id = fromPublicId("reg", publicId, "region");
  const before = await load(tx, id);
  const tree = await regionTree(tx);
  const name = wanted.name ?? before.name;
  await refuseTaken(tx, { key: null, name, ownId: id });
  const parentId =
    wanted.parentId === undefined
      ? before.parent_id
      : wanted.parentId === null
        ? null
        : await parentNamed(tx, wanted.parentId);
  if (parentId !== null) await refuseWithinItself(tx, before, parentId);
  const done = await maybe(
    tx,
    sql`update region set name = ${name}, parent_id = ${parentId}, version = version + 1
      where vendor_id = ${tx.vendorId} and id = ${id} and version = ${version} returning id`,
  );
  if (done === null)
    throw conflict("version-mismatch", `${before.name} was changed by somebody else meanwhile. Look again.`);
  if (wanted.countries !== undefined) await setCountries(tx, id, wanted.countries);
  await refuseNamed(tx, services, tree);
  const after = await load(tx, id);
  await record(
    tx,
    events.regionChanged,
    { subject: { kind: "region", id } },
    { key: after.key, name: after.name, parent: after.parent_name, countries: after.countries },
  );
  return present(after);
}

/** @throws Problem 409 where regions lie in it, or something names it */
export async function remove(tx: Tx, services: PlaceServices, publicId: string): Promise<null> {
  await lockRegions(tx);
  const row = await load(tx, fromPublicId("reg", publicId, "region"));
  const within = await rows(
    tx,
    sql<{
      name: string;
    }>`select name from region where vendor_id = ${tx.vendorId} and parent_id = ${row.id} order by name`,
  );
  if (within.length > 0) {
    const names = within.map((one) => one.name).join(", ");
    throw conflict(
      "regions-within",
      `${names} ${within.length === 1 ? "lies" : "lie"} in ${row.name}. Put them elsewhere first.`,
    );
  }
  const tree = await regionTree(tx);
  await sql`delete from region where vendor_id = ${tx.vendorId} and id = ${row.id}`.execute(tx.db);
  await refuseNamed(tx, services, tree);
  await record(
    tx,
    events.regionRemoved,
    { subject: { kind: "region", id: row.id } },
    { key: row.key, name: row.name },
  );
  return null;
}

/** Begins with the usual regions. @throws Problem 409 where there are regions already */
export async function beginUsual(tx: Tx): Promise<{ created: number }> {
  await lockRegions(tx);
  const there = await maybe(tx, sql`select id from region where vendor_id = ${tx.vendorId} limit 1`);
  if (there !== null)
    throw conflict("regions-there", "There are regions already. Add what is missing to them.");
  const ids = new Map(usualRegions.map(({ key }) => [key, newId()]));
  const idOf = (key: string) => ids.get(key) ?? "";
  const given = usualRegions.map(({ key, name, parent, countries }) => ({
    id: idOf(key),
    key,
    name,
    parent_id: parent === null ? null : idOf(parent),
    countries,
  }));
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
    as x (id uuid, key text, name text, parent_id uuid, countries text[])`;
  await sql`insert into region (vendor_id, id, key, name, parent_id, created_at)
    select ${tx.vendorId}::uuid, x.id, x.key, x.name, x.parent_id, ${tx.now().toString()}::timestamptz from ${wanted}`.execute(
    tx.db,
  );
  await sql`insert into region_country (vendor_id, country, region_id)
    select ${tx.vendorId}::uuid, c.country, x.id from ${wanted} cross join unnest(x.countries) as c (country)`.execute(
    tx.db,
  );
  const created = usualRegions.length;
  await record(tx, events.usualRegionsBegun, { subject: { kind: "vendor", id: tx.vendorId } }, { created });
  return { created };
}

async function insertRegion(
  tx: Tx,
  region: { id: string; key: string; name: string; parentId: string | null },
): Promise<void> {
  await sql`insert into region (vendor_id, id, key, name, parent_id, created_at)
    values (${tx.vendorId}, ${region.id}, ${region.key}, ${region.name}, ${region.parentId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
}

async function refuseTaken(
  tx: Tx,
  wanted: { key: string | null; name: string; ownId: string | null },
): Promise<void> {
  const others = await rows(
    tx,
    sql<{ key: string; name: string }>`select key, name from region
      where vendor_id = ${tx.vendorId} and id is distinct from ${wanted.ownId}::uuid`,
  );
  if (others.some((one) => one.name.toLowerCase() === wanted.name.toLowerCase()))
    throw invalid("/name", `Another region is called ${wanted.name} already.`);
  if (others.some((one) => one.key === wanted.key))
    throw invalid("/key", `Another region goes by the key ${wanted.key}. Give this one its own.`);
}

async function parentNamed(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("reg", publicId, "region");
  const found = await maybe(tx, sql`select id from region where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (found === null) throw invalid("/parentId", "There is no such region.");
  return id;
}

async function refuseWithinItself(tx: Tx, region: RegionRow, parentId: string): Promise<void> {
  const above = await rows(
    tx,
    sql<{ id: string; name: string }>`with recursive up as (
        select id, name, parent_id from region where vendor_id = ${tx.vendorId} and id = ${parentId}
        union select r.id, r.name, r.parent_id from up join region r on r.vendor_id = ${tx.vendorId} and r.id = up.parent_id
      ) select id, name from up`,
  );
  if (!above.some((one) => one.id === region.id)) return;
  const [parent] = above;
  throw invalid(
    "/parentId",
    parentId === region.id
      ? `${region.name} cannot lie in itself.`
      : `${parent?.name} lies in ${region.name}, so ${region.name} cannot lie in ${parent?.name}.`,
  );
}

const nameOf = new Map(allCountries.map(({ code, name }) => [code, name]));

/** The countries of a region are these and no others. @throws Problem 422 where one is in another region */
async function setCountries(tx: Tx, id: string, wanted: readonly string[]): Promise<void> {
  const codes = [...new Set(wanted)];
  const unknown = codes.find((code) => !isCountry(code));
  if (unknown !== undefined)
    throw invalid("/countries", `"${unknown}" is not the code of a country. Write one such as DE.`);
  const own = sql`vendor_id = ${tx.vendorId} and region_id = ${id}`;
  const taken = await maybe(
    tx,
    sql<{ country: string; name: string }>`select c.country, r.name from region_country c
      join region r on r.vendor_id = c.vendor_id and r.id = c.region_id
      where c.vendor_id = ${tx.vendorId} and c.country = any (${codes}::text[]) and c.region_id <> ${id}
      order by c.country limit 1`,
  );
  if (taken !== null) {
    const country = nameOf.get(taken.country) ?? taken.country;
    throw invalid(
      "/countries",
      `${country} is in ${taken.name} already. A country lies in one region, and through it in those above. Take it out there first.`,
    );
  }
  await sql`delete from region_country where ${own} and country <> all (${codes}::text[])`.execute(tx.db);
  await sql`insert into region_country (vendor_id, country, region_id)
    select ${tx.vendorId}, code, ${id} from unnest(${codes}::text[]) as code on conflict do nothing`.execute(
    tx.db,
  );
}

function keyFrom(name: string): string {
  const key = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-$/, "");
  if (key === "") throw invalid("/key", "Give it a key in Latin letters, such as dach.");
  return key;
}
