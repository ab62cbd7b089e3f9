import { sql } from "kysely";
import { principalOf } from "#ecosystem/people/index.ts";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { invalid, notFound } from "#platform/problem.ts";
import {
  type earningsSummary,
  type LiabilityAge,
  type liabilities,
  liabilityAges,
  maxComing,
} from "../contract.ts";
import { type ComingLine, comingOf } from "./coming.ts";
import { ageOf } from "./store.ts";

interface SumsRow {
  earned: bigint;
  taken_back: bigint;
  earned_this_year: bigint;
  held: bigint;
  payable: bigint;
  paid: bigint;
  next_day: string | null;
  next_amount: bigint | null;
}

/** A partner's money at a glance; on the partner's side its own, whatever is asked for. */
export async function summaryOf(
  tx: Tx,
  publicId: string | undefined,
): Promise<ResponseOf<typeof earningsSummary>> {
  const partner = await partnerOf(tx, publicId);
  const month = tx.today().with({ day: 1 }).toString();
  const year = tx.today().with({ day: 1, month: 1 }).toString();
  const mine = sql`vendor_id = ${tx.vendorId} and partner_id = ${partner.id}`;
  const sums = await one<SumsRow>(
    tx,
    sql<SumsRow>`select coalesce(sum(amount_minor) filter (where period = ${month}), 0)::bigint as earned,
        coalesce(sum(amount_minor) filter (where period = ${month} and amount_minor < 0), 0)::bigint as taken_back,
        coalesce(sum(amount_minor) filter (where period >= ${year}), 0)::bigint as earned_this_year,
        coalesce(sum(amount_minor) filter (where status = 'held'), 0)::bigint as held,
        coalesce(sum(amount_minor) filter (where status in ('approved', 'on-statement')), 0)::bigint as payable,
        coalesce(sum(amount_minor) filter (where status = 'paid'), 0)::bigint as paid,
        n.day as next_day, n.amount as next_amount
      from earning
      left join lateral (
        select h.hold_until as day, sum(h.amount_minor)::bigint as amount from earning h
        where h.vendor_id = ${tx.vendorId} and h.partner_id = ${partner.id} and h.status = 'held'
        group by h.hold_until having sum(h.amount_minor) <> 0 order by h.hold_until limit 1
      ) as n on true
      where ${mine} group by n.day, n.amount
      union all select 0, 0, 0, 0, 0, 0, null, null limit 1`,
  );
  const paidThisYear = await one<{ minor: bigint }>(
    tx,
    sql<{
      minor: bigint;
    }>`select coalesce(sum(amount_minor), 0)::bigint as minor from payout where ${mine} and state = 'paid' and paid_on >= ${year}`,
  );
  const coming = await comingOf(tx, partner.id);
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  return {
    partner: { id: toPublicId("par", partner.id), name: partner.name },
    month: month.slice(0, 7),
    earned: money(sums.earned),
    takenBack: money(sums.taken_back),
    earnedThisYear: money(sums.earned_this_year),
    held: money(sums.held),
    nextRelease:
      sums.next_day === null ? null : { day: sums.next_day, amount: money(sums.next_amount ?? 0n) },
    payable: money(sums.payable),
    paid: money(sums.paid),
    paidThisYear: money(paidThisYear.minor),
    coming: money(coming.reduce((sum, line) => sum + line.amountMinor, 0n)),
    comingLines: coming.length,
    comingNext: coming.slice(0, maxComing).map((line) => presentComing(tx, line)),
    months: await monthsOf(tx, partner.id),
  };
}

/** On the partner's side a deal has a name where the reader may see it. */
function presentComing(tx: Tx, { opportunityId, name, ownerId, label, closedOn, amountMinor }: ComingLine) {
  const { side, reach } = principalOf(tx);
  const seen = side === "vendor" || (ownerId !== null && reach.deals.includes(ownerId));
  return {
    opportunity: { id: toPublicId("opp", opportunityId), name: seen ? name : "" },
    label,
    closedOn,
    amount: toJson({ minor: amountMinor, currency: tx.vendor.currency }),
  };
}

async function partnerOf(tx: Tx, publicId: string | undefined): Promise<{ id: string; name: string }> {
  const principal = principalOf(tx);
  const wanted = publicId === undefined ? principal.partnerId : fromPublicId("par", publicId, "partner");
  if (wanted === null) throw invalid("?partnerId", "Say whose earnings you mean.");
  if (principal.side === "partner" && wanted !== principal.partnerId) throw notFound("partner");
  const found = await maybe<{ id: string; name: string }>(
    tx,
    sql`select id, name from partner where vendor_id = ${tx.vendorId} and id = ${wanted}`,
  );
  if (found === null) throw notFound("partner");
  return found;
}

async function monthsOf(tx: Tx, partnerId: string) {
  const found = await rows(
    tx,
    sql<{ period: string; component: string; label: string; amount: bigint }>`
      select e.period, e.component, min(coalesce((select c->>'label' from jsonb_array_elements(v.rules->'components') as c where c->>'key' = e.component), e.component)) as label,
        sum(e.amount_minor)::bigint as amount
      from earning e join plan_version v on v.vendor_id = e.vendor_id and v.id = e.plan_version_id
      where e.vendor_id = ${tx.vendorId} and e.partner_id = ${partnerId} and e.period > ${tx.today().subtract({ months: 14 }).toString()}
      group by e.period, e.component order by e.period, e.component`,
  );
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  return [...Map.groupBy(found, (row) => row.period)].map(([period, kinds]) => ({
    period: period.slice(0, 7),
    amount: money(kinds.reduce((sum, row) => sum + row.amount, 0n)),
    kinds: kinds.map((row) => ({ kind: row.component, label: row.label, amount: money(row.amount) })),
  }));
}

/** What is owed by the lines, and whether the control accounts of the ledger say the same. */
export async function liabilitiesOf(
  tx: Tx,
  controlSums: (tx: Tx) => Promise<{ held: bigint; payable: bigint }>,
): Promise<ResponseOf<typeof liabilities>> {
  const today = tx.today().toString();
  const ages = await rows(
    tx,
    sql<{ bucket: LiabilityAge; amount: bigint; lines: number }>`
      select ${ageOf(tx, sql`e`)} as bucket, sum(e.amount_minor)::bigint as amount, count(*)::int as lines
      from earning e where e.vendor_id = ${tx.vendorId} and e.status <> 'paid' group by 1`,
  );
  const partners = await rows(
    tx,
    sql<{ partner_id: string; name: string; held: bigint; payable: bigint }>`
      select e.partner_id, p.name, coalesce(sum(e.amount_minor) filter (where e.status = 'held'), 0)::bigint as held,
        coalesce(sum(e.amount_minor) filter (where e.status <> 'held'), 0)::bigint as payable
      from earning e join partner p on p.vendor_id = e.vendor_id and p.id = e.partner_id
      where e.vendor_id = ${tx.vendorId} and e.status <> 'paid' group by e.partner_id, p.name
      order by sum(e.amount_minor) desc, e.partner_id limit 200`,
  );
  const owing = await one(
    tx,
    sql<{ partners: number; amount: bigint }>`
      select count(*)::int as partners, coalesce(-sum(balance), 0)::bigint as amount from (
        select sum(amount_minor) as balance from earning where vendor_id = ${tx.vendorId} and status <> 'paid' group by partner_id
      ) as of where balance < 0`,
  );
  const of = (bucket: string) => ages.find((row) => row.bucket === bucket);
  const held = of("held")?.amount ?? 0n;
  const owed = ages.reduce((sum, row) => sum + row.amount, 0n);
  const control = await controlSums(tx);
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  return {
    asOf: today,
    held: money(held),
    payable: money(owed - held),
    owed: money(owed),
    control: { held: money(control.held), payable: money(control.payable) },
    owing: { partners: owing.partners, amount: money(owing.amount) },
    difference: money(owed - control.held - control.payable),
    ages: liabilityAges.map((bucket) => ({
      bucket,
      amount: money(of(bucket)?.amount ?? 0n),
      lines: of(bucket)?.lines ?? 0,
    })),
    partners: partners.map((row) => ({
      partner: { id: toPublicId("par", row.partner_id), name: row.name },
      held: money(row.held),
      payable: money(row.payable),
      owed: money(row.held + row.payable),
    })),
  };
}
