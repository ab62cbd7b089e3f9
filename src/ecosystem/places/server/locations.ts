import { sql } from "kysely";
import { isCountry } from "#platform/countries.ts";
import { changed, maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import {
  type addLocation,
  type changeLocation,
  events,
  type Location,
  type listLocations,
  type setMainLocation,
} from "../contract.ts";
import { findLocation, type LocationRow, listLocationRows, present } from "./location-store.ts";

export async function list(tx: Tx, partnerId: string, query: QueryOf<typeof listLocations>) {
  const { rows, nextCursor } = await listLocationRows(tx, await partnerInSight(tx, partnerId), query);
  return { items: rows.map((row) => present(row, tx.today())), nextCursor };
}

export async function add(
  tx: Tx,
  publicPartnerId: string,
  wanted: BodyOf<typeof addLocation>,
): Promise<Location> {
  const partnerId = await partnerInSight(tx, publicPartnerId);
  refuseUnknownCountry(wanted.country);
  const from =
    wanted.effectiveFrom === undefined ? tx.today() : parseDay(wanted.effectiveFrom, "/effectiveFrom");
  const until = endOf(wanted.effectiveUntil ?? null, from);
  await lockLocations(tx, partnerId);
  const isMain = wanted.isMain ?? !(await hasMain(tx, partnerId));
  const id = newId();
  await sql`insert into partner_location (vendor_id, id, partner_id, name, country, entity, effective_from, effective_until, created_at)
    values (${tx.vendorId}, ${id}, ${partnerId}, ${wanted.name}, ${wanted.country}, ${wanted.entity ?? null},
      ${from.toString()}, ${until?.toString() ?? null}, ${tx.now().toString()})`.execute(tx.db);
  if (isMain) await makeMain(tx, partnerId, id, from, until);
  const row = await load(tx, partnerId, id);
  await record(tx, events.locationAdded, aboutOf(row), { ...saidOf(row), ...datesOf(row) });
  return present(row, tx.today());
}

/** @throws Problem 422 where it would end before it begins; 409 where somebody else was quicker */
export async function change(
  tx: Tx,
  address: { partnerId: string; locationId: string },
  wanted: BodyOf<typeof changeLocation>,
  version: number,
): Promise<Location> {
  const partnerId = await partnerInSight(tx, address.partnerId);
  await lockLocations(tx, partnerId);
  const before = await load(tx, partnerId, fromPublicId("loc", address.locationId, "location"));
  if (wanted.country !== undefined) refuseUnknownCountry(wanted.country);
  const from = parseDay(before.effective_from);
  const until = endOf(
    wanted.effectiveUntil === undefined ? before.effective_until : wanted.effectiveUntil,
    from,
  );
  const done = await maybe(
    tx,
    sql`update partner_location set name = ${wanted.name ?? before.name}, country = ${wanted.country ?? before.country},
        entity = ${wanted.entity === undefined ? before.entity : wanted.entity}, effective_until = ${until?.toString() ?? null},
        version = version + 1
      where vendor_id = ${tx.vendorId} and id = ${before.id} and version = ${version} returning id`,
  );
  if (done === null)
    throw conflict("version-mismatch", `${before.name} was changed by somebody else meanwhile. Look again.`);
  if (until !== null) await endMain(tx, sql`location_id = ${before.id}`, until);
  const row = await load(tx, partnerId, before.id);
  await record(tx, events.locationChanged, aboutOf(row), { ...saidOf(row), ...datesOf(row) });
  return present(row, tx.today());
}

/** @throws Problem 409 where facts are about it */
export async function remove(tx: Tx, address: { partnerId: string; locationId: string }): Promise<null> {
  const partnerId = await partnerInSight(tx, address.partnerId);
  await lockLocations(tx, partnerId);
  const row = await load(tx, partnerId, fromPublicId("loc", address.locationId, "location"));
  const gone = await changed(
    tx,
    sql`delete from partner_location l where l.vendor_id = ${tx.vendorId} and l.id = ${row.id}
      and not exists (select from fact f where f.vendor_id = l.vendor_id and f.location_id = l.id)`,
  );
  if (gone === 0)
    throw conflict("in-use", `Facts are about ${row.name}. Say until when it was there instead.`);
  await record(tx, events.locationRemoved, aboutOf(row), saidOf(row));
  return null;
}

/** The location is the main one from the day on, for as long as it is there; what was main until then stays told. */
export async function setMain(
  tx: Tx,
  publicPartnerId: string,
  wanted: BodyOf<typeof setMainLocation>,
): Promise<Location> {
  const partnerId = await partnerInSight(tx, publicPartnerId);
  await lockLocations(tx, partnerId);
  const found = await findLocation(tx, partnerId, fromPublicId("loc", wanted.locationId, "location"));
  if (found === null) throw invalid("/locationId", "The partner has no such location.");
  const from =
    wanted.effectiveFrom === undefined ? tx.today() : parseDay(wanted.effectiveFrom, "/effectiveFrom");
  const until = found.effective_until === null ? null : parseDay(found.effective_until);
  if (
    compareDays(from, parseDay(found.effective_from)) < 0 ||
    (until !== null && compareDays(from, until) >= 0)
  )
    throw invalid("/effectiveFrom", `${found.name} is not there on ${from}.`);
  await makeMain(tx, partnerId, found.id, from, until);
  const row = await load(tx, partnerId, found.id);
  await record(tx, events.locationMain, aboutOf(row), { ...saidOf(row), effectiveFrom: from.toString() });
  return present(row, tx.today());
}

/** Ends what is the main location on the day, and forgets what would have come later. */
async function makeMain(
  tx: Tx,
  partnerId: string,
  locationId: string,
  from: Day,
  until: Day | null,
): Promise<void> {
  await endMain(tx, sql`partner_id = ${partnerId}`, from);
  await sql`insert into partner_main_location (vendor_id, partner_id, location_id, effective_from, effective_until)
    values (${tx.vendorId}, ${partnerId}, ${locationId}, ${from.toString()}, ${until?.toString() ?? null})`.execute(
    tx.db,
  );
}

async function endMain(tx: Tx, which: ReturnType<typeof sql>, on: Day): Promise<void> {
  const day = sql`${on.toString()}::date`;
  await sql`delete from partner_main_location
    where vendor_id = ${tx.vendorId} and ${which} and effective_from >= ${day}`.execute(tx.db);
  await sql`update partner_main_location set effective_until = ${day}
    where vendor_id = ${tx.vendorId} and ${which} and (effective_until is null or effective_until > ${day})`.execute(
    tx.db,
  );
}

async function hasMain(tx: Tx, partnerId: string): Promise<boolean> {
  const found = await maybe(
    tx,
    sql`select location_id from partner_main_location where vendor_id = ${tx.vendorId} and partner_id = ${partnerId}
      and effective_until is null limit 1`,
  );
  return found !== null;
}

/** One change of a partner's locations at a time. */
async function lockLocations(tx: Tx, partnerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`locations:${tx.vendorId}:${partnerId}`}, 0))`.execute(
    tx.db,
  );
}

/** @throws Problem 404 */
async function partnerInSight(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("par", publicId, "partner");
  const { actor } = tx;
  const seen =
    actor.databaseRole === "hanse_partner"
      ? sql`id = any (${[...actor.reach.own, ...actor.reach.deals]}::uuid[])`
      : sql`true`;
  const found = await maybe(
    tx,
    sql`select id from partner where vendor_id = ${tx.vendorId} and id = ${id} and ${seen}`,
  );
  if (found === null) throw notFound("partner");
  return id;
}

async function load(tx: Tx, partnerId: string, id: string): Promise<LocationRow> {
  const row = await findLocation(tx, partnerId, id);
  if (row === null) throw notFound("location");
  return row;
}

function refuseUnknownCountry(code: string): void {
  if (!isCountry(code))
    throw invalid("/country", `"${code}" is not the code of a country. Write one such as DE.`);
}

function endOf(until: string | null, from: Day): Day | null {
  if (until === null) return null;
  const day = parseDay(until, "/effectiveUntil");
  if (compareDays(day, from) <= 0)
    throw invalid("/effectiveUntil", `It would end before it begins on ${from}. Choose a later day.`);
  return day;
}

const aboutOf = (row: LocationRow) => ({
  subject: { kind: "location", id: row.id },
  partnerId: row.partner_id,
});
const saidOf = ({ name, country, entity }: LocationRow) => ({ name, country, entity });
const datesOf = (row: LocationRow) => ({
  effectiveFrom: row.effective_from,
  effectiveUntil: row.effective_until,
});
