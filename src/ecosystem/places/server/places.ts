import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { Day } from "#platform/time/day.ts";

/** Where a partner is on a day. */
export interface Places {
  /** Its main location: where it contracts, and as which company (null: under its own name). */
  main: { country: string; entity: string | null; locationId: string } | null;
  /** All countries that it has a location in, by code. */
  countries: string[];
}

/** Where partners are on a day, in one statement: all that the actor may see, or those that are named. Who has no location has no entry. */
export async function placesOf(
  tx: Tx,
  wanted: { day: Day; partnerIds?: readonly string[] },
): Promise<Map<string, Places>> {
  const day = sql`${wanted.day.toString()}::date`;
  const holds = (alias: string): RawBuilder<boolean> => {
    const row = sql.ref(alias);
    return sql`${row}.effective_from <= ${day} and (${row}.effective_until is null or ${row}.effective_until > ${day})`;
  };
  const found = await rows(
    tx,
    sql<{
      partner_id: string;
      countries: string[];
      main: string | null;
      country: string | null;
      entity: string | null;
    }>`select l.partner_id, array_agg(distinct l.country order by l.country) as countries,
        max(l.id::text) filter (where m.location_id is not null) as main,
        max(l.country) filter (where m.location_id is not null) as country,
        max(l.entity) filter (where m.location_id is not null) as entity
      from partner_location l
      left join partner_main_location m on m.vendor_id = l.vendor_id and m.partner_id = l.partner_id and m.location_id = l.id
        and ${holds("m")}
      where l.vendor_id = ${tx.vendorId} and ${holds("l")} and ${whose(tx, wanted.partnerIds)}
      group by l.partner_id`,
  );
  return new Map(
    found.map(({ partner_id, countries, main, country, entity }) => [
      partner_id,
      { main: main === null || country === null ? null : { country, entity, locationId: main }, countries },
    ]),
  );
}

/** The partners asked for, as far as the actor may see them. */
function whose({ actor }: Tx, partnerIds: readonly string[] | undefined): RawBuilder<boolean> {
  const asked = partnerIds === undefined ? sql`true` : sql`l.partner_id = any (${[...partnerIds]}::uuid[])`;
  if (actor.databaseRole !== "hanse_partner") return sql`${asked}`;
  return sql`${asked} and l.partner_id = any (${[...actor.reach.own, ...actor.reach.deals]}::uuid[])`;
}
