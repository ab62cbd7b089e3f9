import { sql } from "kysely";
import { recordFacts, registrationsApproved } from "#ecosystem/facts/index.ts";
import type { Tx } from "#platform/database/tx.ts";

/* What partners are measured by of their registrations: how many were approved. Their sales count when they are won. */

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
