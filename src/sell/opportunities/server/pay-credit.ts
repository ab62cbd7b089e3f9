import { sql } from "kysely";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import type { decidePayCredit as endpoint, OpportunityDetail } from "../contract.ts";
import { events } from "../events.ts";
import { lock } from "./load.ts";
import { detailOf } from "./present.ts";

/**
 * Says whose the pay credit of a registered sale is, where two partners have a claim to it. A win that was run already
 * is looked at again, and the difference is booked in the open month.
 * @throws Problem 404, 409 where there is nothing to decide, 422 for a third partner
 */
export async function decidePayCredit(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof endpoint>,
): Promise<OpportunityDetail> {
  const id = fromPublicId("opp", publicId, "opportunity");
  await lock(tx, [id]);
  const sale = await maybe(
    tx,
    sql<{ name: string; owner: string | null; holder: string | null }>`
      select name, owner_partner_id as owner, holder_partner_id as holder from opportunity
      where vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  if (sale === null) throw notFound("opportunity");
  const partnerId = fromPublicId("par", body.partnerId, "partner");
  if (sale.holder === null || sale.owner === null || sale.holder === sale.owner)
    throw conflict("nothing-to-decide", "One partner alone has a claim to it.");
  if (partnerId !== sale.holder && partnerId !== sale.owner)
    throw invalid("/partnerId", "It is its owner's or that of the holder of its registration.");
  await sql`insert into opportunity_pay_credit (vendor_id, opportunity_id, partner_id, reason, decided_by, decided_at)
    values (${tx.vendorId}, ${id}, ${partnerId}, ${body.reason}, ${tx.actor.membershipId}, ${tx.now().toString()})
    on conflict (vendor_id, opportunity_id) do update set partner_id = excluded.partner_id, reason = excluded.reason,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(tx.db);
  await sql`insert into pay_credit_told (vendor_id, opportunity_id, partner_id, is_theirs, reason, decided_at)
    select ${tx.vendorId}::uuid, ${id}::uuid, x, x = ${partnerId}, ${body.reason}, ${tx.now().toString()}::timestamptz
    from unnest(${[sale.holder, sale.owner]}::uuid[]) as x
    on conflict (vendor_id, opportunity_id, partner_id) do update set is_theirs = excluded.is_theirs, reason = excluded.reason,
      decided_at = excluded.decided_at`.execute(tx.db);
  await sql`update win set changed_at = now() where vendor_id = ${tx.vendorId} and opportunity_id = ${id}
    and reversed_at is null`.execute(tx.db);
  const partner = await one(
    tx,
    sql<{ name: string }>`select name from partner where vendor_id = ${tx.vendorId} and id = ${partnerId}`,
  );
  await record(
    tx,
    events.opportunityPayCreditDecided,
    { subject: { kind: "opportunity", id } },
    { name: sale.name, partner: partner.name, reason: body.reason },
  );
  return detailOf(tx, publicId);
}
