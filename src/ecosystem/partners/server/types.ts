import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import type { Day } from "#platform/time/day.ts";
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
