import { sql } from "kysely";
import { dealsWon, recordFacts, registrationsApproved } from "#ecosystem/facts/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { type Handler, handler } from "#platform/events/handlers.ts";
import { events as opportunityEvents } from "../../opportunities/events.ts";
import { events } from "../events.ts";

/* What partners are measured by of their registrations: how many were approved, and how many of those were won. */

const one = sql.lit(1000);

/** An approval counts on the day on which it is told; a revocation takes back what it counted, at its rate. */
export async function countApproval(tx: Tx, registrationId: string, by: 1 | -1): Promise<void> {
  const rated =
    by === 1
      ? sql`null::date`
      : sql`(select min(f.counts_on) from fact f where f.vendor_id = d.vendor_id and f.source_id = d.id
          and f.kind = ${registrationsApproved})`;
  await recordFacts(
    tx,
    { kind: registrationsApproved, sourceKind: "deal" },
    sql`select d.partner_id, ${tx.today().toString()}::date, ${by}::bigint * ${one}, null::text, d.id, d.customer_country,
        ${rated}
      from registration d where d.vendor_id = ${tx.vendorId} and d.id = ${registrationId}`,
  );
}

/** A sale that closed a registration may be taken back, and won again. */
export function countings(): Handler[] {
  return [
    handler("deals.closed-counts", events.dealClosed, (tx, event) => countWins(tx, "id", event.subjectId)),
    handler("deals.reversed-counts", opportunityEvents.opportunityReversed, (tx, event) =>
      countWins(tx, "opportunity_id", event.subjectId),
    ),
    handler("deals.won-again-counts", opportunityEvents.opportunityWon, (tx, event) =>
      countWins(tx, "opportunity_id", event.subjectId),
    ),
  ];
}

/**
 * Brings what registrations count as won to what is so: one for each that the win of its sale closed, nothing while all
 * of that is taken back. The first counts on the day of the close, what changes later on the day it is recorded.
 */
async function countWins(tx: Tx, by: "id" | "opportunity_id", id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deals-won:${tx.vendorId}`}, 0))`.execute(tx.db);
  await recordFacts(
    tx,
    { kind: dealsWon, sourceKind: "deal" },
    sql`select d.partner_id, case when counted.first_on is null then o.closed_on else ${tx.today().toString()}::date end,
        (wanted.n - coalesce(counted.n, 0))::bigint, null::text, d.id, d.customer_country, counted.first_on
      from registration d
      join opportunity o on o.vendor_id = d.vendor_id and o.id = d.opportunity_id
      cross join lateral (select case when o.meaning = 'won' and exists (select from win w where w.vendor_id = o.vendor_id
        and w.opportunity_id = o.id and w.reversed_at is null) then ${one} else 0 end as n) wanted
      left join lateral (select sum(f.amount_minor) as n, min(f.counts_on) as first_on from fact f
        where f.vendor_id = d.vendor_id and f.source_id = d.id and f.kind = ${dealsWon}) counted on true
      where d.vendor_id = ${tx.vendorId} and ${sql.ref(`d.${by}`)} = ${id} and d.closed_as = 'won'
        and wanted.n <> coalesce(counted.n, 0)`,
  );
}
