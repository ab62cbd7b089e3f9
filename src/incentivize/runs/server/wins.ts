import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { WinFacts, WonOpportunity } from "../../plans/facts.ts";
import type { WithdrawnWhy } from "../../plans/outcome.ts";
import type { Booked, BookedWin } from "../../plans/settle.ts";

/** A win as the database has it, with what is booked of it. */
export interface WinRow {
  win_id: string;
  opportunity_id: string;
  external_id: string | null;
  name: string;
  /** Why nothing is due on it for anybody any more; null while it earns. */
  withdrawn: WithdrawnWhy | null;
  closed_on: string;
  currency: string;
  value_minor: bigint | null;
  reversed_minor: bigint;
  /** Whose the pay credit is: the owner's, unless a person has decided between it and the registration's holder. */
  owner_id: string | null;
  owner_name: string | null;
  /** The holder of its registration where that is another than the owner and nobody has decided; otherwise null. */
  undecided_holder: string | null;
  /** `[partner id, name, share in basis points]` in the order of the split in force; null where there is none. */
  shares: [string, string, number][] | null;
  /** The day of the split's last signature. */
  signed_on: string | null;
  /** The opportunity's owner where a split is in force without it; otherwise null. */
  owner_outside: string | null;
  pay_basis: "opening-import" | "on-behalf" | "registration" | null;
  pay_basis_reason: string | null;
  /** `[product id, name, series, amount in minor units or null]` per line. */
  lines: [string, string, string, string | null][];
  /** `[component, partner id, partner name, sum, id of the first line]` per beneficiary. */
  booked: [string, string, string, string, string][];
  booked_reversed: bigint;
}

/** Which wins a computation looks at, as conditions over `w` (win) and `o` (opportunity). */
export interface Scope {
  planId: string;
  candidates: RawBuilder<boolean>;
  /** Candidates that are looked at although something is booked of them; of the others only the unbooked are. */
  settled: RawBuilder<boolean>;
}

/** Wins of a month that no run has booked yet, whatever run that would be. */
export function unbookedIn(planId: string, from: string, until: string): Scope {
  return {
    planId,
    candidates: sql<boolean>`(w.reversed_at is null and o.closed_on >= ${from} and o.closed_on < ${until}
      and o.owner_partner_id is not null and o.pay_basis is not null)`,
    settled: sql<boolean>`false`,
  };
}

/** Wins that a run or its adjustments have booked, and those that came late into its month. */
export function settledBy(
  tx: Tx,
  planId: string,
  runIds: readonly string[],
  from: string,
  until: string,
): Scope {
  const booked = sql<boolean>`w.id in (select win_id from earning where vendor_id = ${tx.vendorId} and run_id = any (${runIds}::uuid[]))`;
  return {
    planId,
    candidates: sql<boolean>`(${booked} or ${unbookedIn(planId, from, until).candidates})`,
    settled: booked,
  };
}

/**
 * The statement that reads the wins of a scope in a stable order. Lines and what is booked are gathered for all of
 * them at once, so that it costs the same whatever the planner knows of freshly filled tables.
 */
export function winsOf(tx: Tx, scope: Scope): RawBuilder<WinRow> {
  return sql<WinRow>`
    with scoped as materialized (
      select w.id as win_id, o.id as opportunity_id, o.external_id, o.name, w.reversed_at, o.closed_on, o.currency, o.value_minor,
        w.reversed_minor, p.id as owner_id, p.name as owner_name,
        case when f.split_id is null then h.name end as undecided_holder, f.split_id, o.owner_partner_id,
        o.pay_basis, o.pay_basis_reason, ${scope.settled} as settled
      from win w
      join opportunity o on o.vendor_id = w.vendor_id and o.id = w.opportunity_id
      left join opportunity_pay_credit c on c.vendor_id = o.vendor_id and c.opportunity_id = o.id
        and c.partner_id in (o.owner_partner_id, o.holder_partner_id)
      left join pay_split_confirmation f on f.vendor_id = o.vendor_id and f.opportunity_id = o.id and f.replaced_at is null
      left join partner p on p.vendor_id = o.vendor_id and p.id = case when f.split_id is null then coalesce(c.partner_id, o.owner_partner_id)
        else o.owner_partner_id end
      left join partner h on h.vendor_id = o.vendor_id and h.id = o.holder_partner_id
        and h.id <> o.owner_partner_id and c.partner_id is null
      where w.vendor_id = ${tx.vendorId} and ${scope.candidates}
    ),
    shared as (
      select h.split_id, json_agg(json_build_array(h.partner_id, p.name, h.share_bp) order by h.until_bp) as shares,
        array_agg(h.partner_id) as participants, (max(h.signed_at) at time zone ${tx.vendor.timezone}::text)::date as signed_on
      from pay_split_share h join partner p on p.vendor_id = h.vendor_id and p.id = h.partner_id
      where h.vendor_id = ${tx.vendorId} and h.split_id in (select split_id from scoped where split_id is not null)
      group by h.split_id
    ),
    sold as (
      select ol.opportunity_id, json_agg(json_build_array(pr.id, pr.name, pr.series, ol.amount_minor::text) order by ol.line_no) as lines
      from opportunity_line ol join product pr on pr.vendor_id = ol.vendor_id and pr.id = ol.product_id
      where ol.vendor_id = ${tx.vendorId} and ol.opportunity_id in (select opportunity_id from scoped)
      group by ol.opportunity_id
    ),
    beneficiary as (
      select e.win_id, e.component, e.partner_id, (array_agg(e.partner_name order by e.id desc))[1] as partner_name, sum(e.amount_minor) as sum,
        (array_agg(e.id) filter (where e.line_kind = 'first'))[1] as first_id,
        (array_agg(e.closed_on order by e.id desc))[1] as closed_on, max(e.reversed_minor) as reversed_minor
      from earning e
      where e.vendor_id = ${tx.vendorId} and e.plan_id = ${scope.planId} and e.win_id in (select win_id from scoped)
      group by e.win_id, e.component, e.partner_id
    ),
    booked as (
      select win_id, json_agg(json_build_array(component, partner_id, partner_name, sum::text, first_id) order by component, partner_id) as lines,
        min(closed_on) as closed_on, max(reversed_minor) as reversed_minor
      from beneficiary group by win_id
    )
    select s.win_id, s.opportunity_id, s.external_id, s.name,
      case when s.reversed_at is not null then 'win-reversed' when s.owner_id is null then 'no-owner'
        when s.pay_basis is null then 'no-pay-basis' end as withdrawn,
      case when s.reversed_at is null then coalesce(s.closed_on, b.closed_on) else coalesce(b.closed_on, s.closed_on) end as closed_on,
      s.currency, s.value_minor, s.reversed_minor, s.owner_id, s.owner_name, s.undecided_holder,
      h.shares, h.signed_on, case when not s.owner_partner_id = any (h.participants) then s.owner_name end as owner_outside, s.pay_basis, s.pay_basis_reason,
      coalesce(l.lines, '[]') as lines, coalesce(b.lines, '[]') as booked, coalesce(b.reversed_minor, 0) as booked_reversed
    from scoped s
    left join shared h on h.split_id = s.split_id
    left join sold l on l.opportunity_id = s.opportunity_id
    left join booked b on b.win_id = s.win_id
    where s.settled or b.lines is null
    order by closed_on, s.win_id`;
}

const batchRows = 2000;

/** Reads a statement in batches through a cursor, so that any number of rows takes little memory. */
export async function* inBatches<Row>(
  tx: Tx,
  name: string,
  statement: RawBuilder<Row>,
): AsyncGenerator<Row[]> {
  const cursor = sql.ref(name);
  await sql`declare ${cursor} no scroll cursor for ${statement}`.execute(tx.db);
  for (;;) {
    const batch = await rows(tx, sql<Row>`fetch ${sql.raw(String(batchRows))} from ${cursor}`);
    if (batch.length === 0) break;
    yield batch;
  }
  await sql`close ${cursor}`.execute(tx.db);
}

const payBasisKinds = {
  "opening-import": "opening-import",
  "on-behalf": "entered-on-behalf",
  registration: "registration",
} as const;

/** The facts of a win but for what hangs on the hierarchy and the tiers. */
export function factsOf(row: WinRow): Omit<WinFacts, "parents" | "tier"> {
  return {
    ...opportunityOf(row),
    closedOn: row.closed_on,
    currency: row.currency,
    valueMinor: row.value_minor,
    reversedMinor: row.reversed_minor,
    lines: row.lines.map(([id, name, series, amount]) => ({
      product: { id: toPublicId("prd", id), name },
      series,
      amountMinor: BigInt(amount ?? 0),
    })),
    owner: { id: row.owner_id === null ? "" : toPublicId("par", row.owner_id), name: row.owner_name ?? "" },
    payBasis: { kind: payBasisKinds[row.pay_basis ?? "on-behalf"], reason: row.pay_basis_reason ?? "" },
  };
}

/** What identifies a win and its opportunity. */
export function opportunityOf(row: WinRow): WonOpportunity {
  return {
    winId: toPublicId("win", row.win_id),
    opportunity: { id: toPublicId("opp", row.opportunity_id), externalId: row.external_id, name: row.name },
  };
}

export function bookedOf(row: WinRow): BookedWin {
  return {
    lines: row.booked.map(
      ([component, partnerId, name, sum, firstId]): Booked => ({
        component,
        beneficiary: { id: toPublicId("par", partnerId), name },
        sumMinor: BigInt(sum),
        firstLineId: toPublicId("ern", firstId),
      }),
    ),
    reversedMinor: row.booked_reversed,
  };
}
