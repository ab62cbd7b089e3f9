import { type RawBuilder, sql } from "kysely";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { parseDay } from "#platform/time/day.ts";
import { fiscalQuarterOf } from "#platform/time/quarter.ts";
import { assistDays } from "#sell/touchpoints/contract.ts";
import { report } from "../../report.ts";
import type { listPartneredWins, partneredThisQuarter } from "../contract.ts";

/* Sourced and influenced, told apart: who brought a win, and who else helped. */

interface SumsRow {
  deals: number;
  won_minor: bigint;
  sourced_deals: number;
  sourced_minor: bigint;
  influenced_deals: number;
  influenced_minor: bigint;
  both_deals: number;
  both_minor: bigint;
}

const sums = report<SumsRow>(new URL("../reports/sourced-and-influenced.sql", import.meta.url));

/** This quarter so far. */
export async function readPartnered(tx: Tx): Promise<ResponseOf<typeof partneredThisQuarter>> {
  const { from } = fiscalQuarterOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const until = tx.today().add({ days: 1 });
  const row = await one(
    tx,
    sums({
      vendor: tx.vendorId,
      currency: tx.vendor.currency,
      from: from.toString(),
      until: until.toString(),
      window_days: assistDays,
    }),
  );
  const part = (deals: number, minor: bigint) => ({
    deals,
    won: toJson({ minor, currency: tx.vendor.currency }),
  });
  return {
    days: { from: from.toString(), until: until.toString() },
    all: part(row.deals, row.won_minor),
    sourced: part(row.sourced_deals, row.sourced_minor),
    influenced: part(row.influenced_deals, row.influenced_minor),
    both: part(row.both_deals, row.both_minor),
  };
}

interface WinRow {
  id: string;
  name: string;
  closed_on: string;
  held_minor: bigint;
  currency: string;
  source_id: string | null;
  source_name: string | null;
  helpers: { id: string; name: string }[] | null;
}

/** Wins with who brought them and who else helped, the latest first. */
export async function partneredWins(
  tx: Tx,
  query: QueryOf<typeof listPartneredWins>,
): Promise<ResponseOf<typeof listPartneredWins>> {
  const wanted = page<WinRow>(
    [
      { expression: sql`o.closed_on`, type: "date", direction: "desc", value: (row) => row.closed_on },
      { expression: sql`o.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const found = await rows(
    tx,
    sql<WinRow>`select o.id, o.name, o.closed_on, o.currency, o.value_minor - o.reversed_minor as held_minor,
        p.id as source_id, p.name as source_name, h.helpers
      from (select o.*, w.reversed_minor from opportunity o
        join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
        where o.vendor_id = ${tx.vendorId} and o.meaning = 'won' and ${filtered(query)} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}) o
      left join partner p on p.vendor_id = o.vendor_id and p.id = coalesce(o.holder_partner_id, o.owner_partner_id)
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by q.name, q.id) as helpers
        from (select distinct q.id, q.name ${helpersOf}) q) h on true
      order by ${wanted.orderBy}`,
  );
  const { rows: shown, nextCursor } = wanted.finish(found);
  return {
    items: shown.map((row) => ({
      opportunity: { id: toPublicId("opp", row.id), name: row.name },
      closedOn: row.closed_on,
      won: toJson({ minor: row.held_minor, currency: row.currency }),
      source:
        row.source_id === null ? null : { id: toPublicId("par", row.source_id), name: row.source_name ?? "" },
      helpers: (row.helpers ?? []).map(({ id, name }) => ({ id: toPublicId("par", id), name })),
    })),
    nextCursor,
  };
}

/** Partners with a confirmed touch in the window of a win `o`, of which they are neither source nor holder. */
const helpersOf = sql`from touchpoint_of_opportunity x
  join touchpoint t on t.vendor_id = x.vendor_id and t.id = x.touchpoint_id
  join partner q on q.vendor_id = t.vendor_id and q.id = t.partner_id
  where x.vendor_id = o.vendor_id and x.opportunity_id = o.id and t.state = 'confirmed'
    and t.occurred_on <= o.closed_on and t.occurred_on >= o.closed_on - ${sql.lit(assistDays)}::int
    and t.partner_id is distinct from o.holder_partner_id and t.partner_id is distinct from o.owner_partner_id`;

function filtered({ part, closedFrom, closedUntil }: QueryOf<typeof listPartneredWins>): RawBuilder<unknown> {
  const isSourced = sql`(o.holder_partner_id is not null or o.owner_partner_id is not null)`;
  const isInfluenced = sql`exists (select ${helpersOf})`;
  const parts = {
    sourced: isSourced,
    influenced: isInfluenced,
    both: sql`${isSourced} and ${isInfluenced}`,
  };
  const conditions = [
    part === undefined ? sql`(${isSourced} or ${isInfluenced})` : parts[part],
    ...(closedFrom === undefined
      ? []
      : [sql`o.closed_on >= ${parseDay(closedFrom, "?closedFrom").toString()}::date`]),
    ...(closedUntil === undefined
      ? []
      : [sql`o.closed_on <= ${parseDay(closedUntil, "?closedUntil").toString()}::date`]),
  ];
  return sql.join(conditions, sql` and `);
}
