import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { undecided } from "../deal.ts";
import { tenderMatches } from "./disclosure.ts";
import { stateOf } from "./load.ts";
import { type DealRow, readsCases } from "./store.ts";

/**
 * How much stands against each registration of a page that is not decided yet, by its id: other registrations that ask
 * for the same, open sales at the customer or its group, named accounts, public tenders. Null to whom the vendor's cases are not shown.
 */
export async function conflictsOf(tx: Tx, page: readonly DealRow[]): Promise<Map<string, number> | null> {
  if (!readsCases(tx)) return null;
  const ids = page.filter((row) => undecided.includes(stateOf(tx, row))).map((row) => row.id);
  if (ids.length === 0) return new Map();
  const found = await rows(
    tx,
    sql<{ id: string; count: number }>`with wanted as (
        select * from registration where vendor_id = ${tx.vendorId} and id = any (${ids}::uuid[])
      ), same as (
        select d.id as deal_id, a.id as account_id, d.submitted_at, d.rules_id
        from wanted d join account a on a.vendor_id = d.vendor_id
          and (a.name_key = app.name_key(d.customer_name) or a.domain = d.customer_domain or a.external_id = d.customer_crm_id)
      ), customer as (
        select * from same
        union
        select s.deal_id, a.id, s.submitted_at, s.rules_id
        from same s
        join account own on own.vendor_id = ${tx.vendorId} and own.id = s.account_id
        join account a on a.vendor_id = own.vendor_id and (a.id = own.parent_id or a.parent_id = own.id)
      ), against as (
        select own.registration_id as deal_id, c.registration_id as other
        from wanted d
        join registration_claim own on own.vendor_id = d.vendor_id and own.registration_id = d.id
        join registration_claim c on c.vendor_id = own.vendor_id and c.key_kind = own.key_kind and c.key = own.key
          and c.series = own.series and c.country = own.country and c.project = own.project and c.role = own.role
          and c.registration_id <> own.registration_id and c.state <> 'released'
        union
        select c.deal_id, o.id
        from customer c
        join engagement_rules r on r.vendor_id = ${tx.vendorId} and r.id = c.rules_id
        join opportunity o on o.vendor_id = ${tx.vendorId} and o.account_id = c.account_id and o.meaning = 'open'
          and o.engaged_on between (c.submitted_at at time zone ${tx.vendor.timezone})::date - (r.settings ->> 'activeDays')::int
            and (c.submitted_at at time zone ${tx.vendor.timezone})::date
        union
        select c.deal_id, n.id
        from customer c
        join named_account n on n.vendor_id = ${tx.vendorId} and n.account_id = c.account_id and n.ended_at is null
          and n.published_at <= c.submitted_at
        union
        select d.id, t.id
        from wanted d
        join public_tender t on t.vendor_id = d.vendor_id and ${tenderMatches("d")}
          and t.published_on <= (d.submitted_at at time zone ${tx.vendor.timezone})::date
      )
      select deal_id as id, count(*)::int as count from against group by deal_id`,
  );
  const counted = new Map(found.map((row) => [row.id, row.count]));
  return new Map(ids.map((id) => [id, counted.get(id) ?? 0]));
}
