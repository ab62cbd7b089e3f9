import { sql } from "kysely";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { Disclosed } from "../contract.ts";
import { undecided } from "../deal.ts";
import { stateOf } from "./load.ts";
import type { DealRow } from "./store.ts";

/*
 * What a partner is told before a person decides, by the rules under which it submitted. In the neutral setting there
 * is nothing to read and nothing is read; what is asked depends on the rules alone, never on who else is there.
 */

interface FoundRow {
  id: string;
  is_open: boolean;
  reason_key: Disclosed["reasonKey"];
  by: string | null;
  until: Temporal.Instant | null;
}

/** What the partners of these registrations are told, by id; nothing for those that are free, decided, or neutral. */
export async function disclosedOf(tx: Tx, some: readonly DealRow[]): Promise<Map<string, Disclosed>> {
  const waiting = some.filter((row) => row.rules_id !== null && undecided.includes(stateOf(tx, row)));
  if (waiting.length === 0) return new Map();
  const speaking = await rows(
    tx,
    sql<{ id: string }>`select id from engagement_rules where vendor_id = ${tx.vendorId}
      and id = any (${[...new Set(waiting.map((row) => row.rules_id))]}::uuid[]) and settings ->> 'disclosure' <> 'neutral'`,
  );
  const rules = new Set(speaking.map((row) => row.id));
  const ids = waiting.filter((row) => rules.has(row.rules_id ?? "")).map((row) => row.id);
  if (ids.length === 0) return new Map();
  const found = await withRules(tx, () => against(tx, ids));
  const told = new Map<string, Disclosed>();
  for (const [id, reasons] of Map.groupBy(found, (row) => row.id)) {
    const [first] = reasons;
    if (first === undefined) continue;
    const same = reasons.filter((row) => row.reason_key === first.reason_key);
    const until = same.map((row) => row.until).find((one) => one !== null);
    told.set(id, {
      reasonKey: first.reason_key,
      by: first.is_open ? [...new Set(same.flatMap((row) => row.by ?? []))] : null,
      until: first.is_open ? (until?.toString() ?? null) : null,
    });
  }
  return told;
}

/** Why each of them is not free, the strongest reason first. Reads what only the vendor may see. */
async function against(tx: Tx, ids: readonly string[]): Promise<FoundRow[]> {
  const zone = tx.vendor.timezone;
  return rows(
    tx,
    sql<FoundRow>`with wanted as (
        select d.*, r.settings ->> 'disclosure' = 'open' as is_open, (r.settings ->> 'activeDays')::int as active_days,
          (d.submitted_at at time zone ${zone})::date as submitted_on
        from registration d join engagement_rules r on r.vendor_id = d.vendor_id and r.id = d.rules_id
        where d.vendor_id = ${tx.vendorId} and d.id = any (${[...ids]}::uuid[])
      ), customer as (
        select d.id, d.is_open, d.submitted_at, d.submitted_on, d.active_days, a.id as account_id
        from wanted d join account a on a.vendor_id = d.vendor_id and (a.domain = d.customer_domain
          or a.external_id = d.customer_crm_id
          or (a.name_key = app.name_key(d.customer_name) and a.country = d.customer_country))
      )
      select distinct 1 as strength, d.id, d.is_open, 'already-protected' as reason_key, p.name as by,
        case when h.state = 'approved' then h.protected_until end as until
      from wanted d
      join registration_claim own on own.vendor_id = d.vendor_id and own.registration_id = d.id and own.state = 'waiting'
      join registration_claim c on c.vendor_id = own.vendor_id and c.key_kind = own.key_kind and c.key = own.key
        and c.series = own.series and c.country = own.country and c.project = own.project and c.role = own.role
        and c.state = 'holding' and (c.holds_until is null or c.holds_until > ${tx.now().toString()}::timestamptz)
      join registration h on h.vendor_id = c.vendor_id and h.id = c.registration_id
      join partner p on p.vendor_id = h.vendor_id and p.id = h.partner_id
      union all
      select distinct 2, c.id, c.is_open, 'public-tender', null, null::timestamptz
      from wanted c join public_tender t on t.vendor_id = c.vendor_id and ${tenderMatches("c")}
        and t.published_on <= c.submitted_on and ${tenderIsCertain("c")}
      union all
      select distinct 3, c.id, c.is_open, 'vendor-engaged', null, null::timestamptz
      from customer c where exists (
          select from named_account n where n.vendor_id = ${tx.vendorId} and n.account_id = c.account_id
            and n.ended_at is null and n.published_at <= c.submitted_at)
        or exists (
          select from opportunity o where o.vendor_id = ${tx.vendorId} and o.account_id = c.account_id and o.meaning = 'open'
            and o.owner_partner_id is null and o.engaged_on between c.submitted_on - c.active_days and c.submitted_on)
      order by strength, id, until desc nulls last, by`,
  );
}

/** Whether tender `t` may be about the customer and project of the registration of that name. */
export function tenderMatches(deal: string) {
  const d = sql.ref(deal);
  return sql`t.ended_at is null
    and (t.name_key = app.name_key(${d}.customer_name) or t.customer_domain = ${d}.customer_domain)
    and (t.country is null or t.country = ${d}.customer_country)`;
}

/** Whether it is so surely: another project, or a name without a country, is for a person to judge. */
export function tenderIsCertain(deal: string) {
  const d = sql.ref(deal);
  return sql`((t.customer_domain = ${d}.customer_domain or t.country = ${d}.customer_country)
    and (t.project = '' or lower(t.project) = lower(${d}.project))) is true`;
}
