import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { invalid } from "#platform/problem.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import type { PartnerType } from "../contract.ts";

/**
 * Makes a partner hold exactly these types from a day on: what it held before stays as it was until that day, what was
 * to come after it is replaced.
 */
export async function setTypes(
  tx: Tx,
  partnerId: string,
  types: readonly PartnerType[],
  from: Day,
): Promise<void> {
  const day = from.toString();
  const wanted = [...new Set(types)];
  const own = sql`vendor_id = ${tx.vendorId} and partner_id = ${partnerId}`;
  await sql`delete from partner_type where ${own} and (effective_from > ${day}::date
    or (effective_from = ${day}::date and type <> all (${wanted}::text[])))`.execute(tx.db);
  await sql`update partner_type set effective_until = case when type = any (${wanted}::text[]) then null else ${day}::date end
    where ${own} and effective_from <= ${day}::date and (effective_until is null or effective_until > ${day}::date)`.execute(
    tx.db,
  );
  await sql`insert into partner_type (vendor_id, partner_id, type, effective_from)
    select ${tx.vendorId}, ${partnerId}, wanted.type, ${day}::date from unnest(${wanted}::text[]) as wanted (type)
    where not exists (select from partner_type held where held.vendor_id = ${tx.vendorId} and held.partner_id = ${partnerId}
      and held.type = wanted.type and held.effective_until is null)`.execute(tx.db);
}

export interface TypePeriod {
  id: string;
  type: PartnerType;
  effective_from: string;
  effective_until: string | null;
}

export async function findPeriod(tx: Tx, partnerId: string, id: string): Promise<TypePeriod | null> {
  return maybe(
    tx,
    sql<TypePeriod>`select id, type, effective_from, effective_until from partner_type
      where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and id = ${id}`,
  );
}

/**
 * Begins a type beside the others, or says until when a period of it holds.
 * @throws Problem 422 where it would end before it begins, or the partner holds the type in these days already
 */
export async function writePeriod(
  tx: Tx,
  partnerId: string,
  period: { id: string | null; type: PartnerType; from: Day; until: Day | null },
): Promise<void> {
  const { id, type, from, until } = period;
  if (until !== null && compareDays(until, from) <= 0)
    throw invalid("/effectiveUntil", `It would end before it begins on ${from}. Choose a later day.`);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`partner-types:${tx.vendorId}:${partnerId}`}, 0))`.execute(
    tx.db,
  );
  const held = await maybe(
    tx,
    sql<TypePeriod>`select id, type, effective_from, effective_until from partner_type
      where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and type = ${type} and id is distinct from ${id}::uuid
        and daterange(effective_from, effective_until) && daterange(${from.toString()}::date, ${until?.toString() ?? null}::date)
      order by effective_from limit 1`,
  );
  if (held !== null) {
    const pointer = id === null ? "/effectiveFrom" : "/effectiveUntil";
    const end =
      held.effective_until === null ? "on" : `to ${parseDay(held.effective_until).subtract({ days: 1 })}`;
    throw invalid(
      pointer,
      `It holds this type from ${held.effective_from} ${end} already. Choose days that do not overlap.`,
    );
  }
  if (id === null)
    await sql`insert into partner_type (vendor_id, partner_id, type, effective_from, effective_until)
      values (${tx.vendorId}, ${partnerId}, ${type}, ${from.toString()}, ${until?.toString() ?? null})`.execute(
      tx.db,
    );
  else
    await sql`update partner_type set effective_until = ${until?.toString() ?? null}
      where vendor_id = ${tx.vendorId} and id = ${id}`.execute(tx.db);
}

/** Takes a period back that has not held on any day. */
export async function removePeriod(tx: Tx, id: string): Promise<void> {
  await sql`delete from partner_type where vendor_id = ${tx.vendorId} and id = ${id}`.execute(tx.db);
}

/** The types that partners hold on a day, of all whom the actor may see or of those that are named. Who holds none has no entry. */
export async function typesOn(
  tx: Tx,
  wanted: { day: Day; partnerIds?: readonly string[] },
): Promise<Map<string, PartnerType[]>> {
  const day = sql`${wanted.day.toString()}::date`;
  const { partnerIds } = wanted;
  const asked = partnerIds === undefined ? sql`true` : sql`partner_id = any (${[...partnerIds]}::uuid[])`;
  const { actor } = tx;
  const seen =
    actor.databaseRole === "hanse_partner"
      ? sql`partner_id = any (${[...actor.reach.own, ...actor.reach.deals]}::uuid[])`
      : sql`true`;
  const found = await rows(
    tx,
    sql<{
      partner_id: string;
      types: PartnerType[];
    }>`select partner_id, array_agg(type order by type) as types
      from partner_type
      where vendor_id = ${tx.vendorId} and ${asked} and ${seen}
        and effective_from <= ${day} and (effective_until is null or effective_until > ${day})
      group by partner_id`,
  );
  return new Map(found.map((row) => [row.partner_id, row.types]));
}
