import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import type { Location } from "../contract.ts";

export interface LocationRow {
  id: string;
  partner_id: string;
  name: string;
  country: string;
  entity: string | null;
  effective_from: string;
  effective_until: string | null;
  /** Of the days in which it is the main one, those that run or come. */
  main_from: string | null;
  version: number;
  /** 0: it is there, 1: it comes, 2: it was. */
  rank: number;
}

function select(tx: Tx, where: RawBuilder<unknown>): RawBuilder<LocationRow> {
  const today = sql`${tx.today().toString()}::date`;
  return sql<LocationRow>`select l.*, m.effective_from as main_from from (
      select id, vendor_id, partner_id, name, country, entity, effective_from, effective_until, version,
        case when effective_from > ${today} then 1 when effective_until <= ${today} then 2 else 0 end as rank
      from partner_location where vendor_id = ${tx.vendorId}) l
    left join lateral (select effective_from from partner_main_location m where m.vendor_id = l.vendor_id
      and m.partner_id = l.partner_id and m.location_id = l.id and (m.effective_until is null or m.effective_until > ${today})
      order by effective_from limit 1) m on true
    where ${where}`;
}

export async function findLocation(tx: Tx, partnerId: string, id: string): Promise<LocationRow | null> {
  return maybe(tx, select(tx, sql`l.partner_id = ${partnerId} and l.id = ${id}`));
}

export async function listLocationRows(
  tx: Tx,
  partnerId: string,
  query: { cursor?: string; limit?: number },
) {
  const wanted = page<LocationRow>(
    [
      { expression: sql`l.rank`, type: "integer", direction: "asc", value: (row) => row.rank },
      {
        expression: sql`l.effective_from`,
        type: "date",
        direction: "asc",
        value: (row) => row.effective_from,
      },
      { expression: sql`l.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    query,
  );
  const found = await rows(
    tx,
    sql<LocationRow>`${select(tx, sql`l.partner_id = ${partnerId} and ${wanted.after}`)}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

const states = ["current", "coming", "ended"] as const;

export function present(row: LocationRow, today: Day): Location {
  const mainFrom = row.main_from;
  return {
    id: toPublicId("loc", row.id),
    name: row.name,
    country: row.country,
    entity: row.entity,
    isMain: mainFrom !== null && compareDays(parseDay(mainFrom), today) <= 0,
    mainFrom,
    effectiveFrom: row.effective_from,
    effectiveUntil: row.effective_until,
    state: states[row.rank] ?? "current",
    version: row.version,
  };
}
