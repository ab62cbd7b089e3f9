import { type RawBuilder, sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page } from "#platform/http/list.ts";
import { toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { KeptRow } from "../../plans/index.ts";
import type { Earning, LiabilityAge } from "../contract.ts";

export interface EarningRow {
  id: string;
  component: string;
  label: string | null;
  line_kind: "first" | "adjustment" | "reversal";
  adjusts_id: string | null;
  partner_id: string;
  partner_name: string;
  opportunity_id: string;
  opportunity_name: string;
  external_id: string | null;
  owner_id: string | null;
  owner_name: string | null;
  period: string;
  closed_on: string;
  hold_until: string;
  amount_minor: bigint;
  currency: string;
  status: Earning["status"];
  released_on: string | null;
  statement_id: string | null;
  plan_id: string;
  plan_version: number;
  run_id: string;
  recorded_at: Temporal.Instant;
}

const columns = sql`e.id, e.component, e.line_kind, e.adjusts_id, e.partner_id, e.partner_name, e.opportunity_id,
  coalesce(o.name, '') as opportunity_name, o.external_id, w.id as owner_id, w.name as owner_name, e.period, e.closed_on, e.hold_until, e.amount_minor, e.currency, e.status,
  e.released_on, e.statement_id, e.plan_id, v.version as plan_version, e.run_id, e.recorded_at,
  (select c->>'label' from jsonb_array_elements(v.rules->'components') as c where c->>'key' = e.component) as label`;
// A beneficiary that has lost sight of the deal keeps its line; the receipt tells what it was.
const tables = sql`earning e join plan_version v on v.vendor_id = e.vendor_id and v.id = e.plan_version_id
  left join opportunity o on o.vendor_id = e.vendor_id and o.id = e.opportunity_id
  left join partner w on w.vendor_id = o.vendor_id and w.id = o.owner_partner_id`;

export interface EarningFilter {
  period?: string;
  partnerId?: string;
  kind?: string;
  status?: string;
  opportunityId?: string;
  statementId?: string;
  paymentId?: string;
  runId?: string;
  entry?: string;
  age?: "released" | LiabilityAge;
  search?: string;
  cursor?: string;
  limit?: number;
}

/** The conditions that narrow `e` (earning) and `o` (opportunity) down to a filter. */
function fits(tx: Tx, filter: EarningFilter): RawBuilder<unknown>[] {
  const search = filter.search === undefined ? undefined : containing(filter.search);
  return [
    sql`e.vendor_id = ${tx.vendorId}`,
    ...(filter.period === undefined ? [] : [sql`e.period = ${`${filter.period}-01`}`]),
    ...(filter.partnerId === undefined ? [] : [sql`e.partner_id = ${filter.partnerId}`]),
    ...(filter.kind === undefined ? [] : [sql`e.component = ${filter.kind}`]),
    ...(filter.status === undefined ? [] : [sql`e.status = ${filter.status}`]),
    ...(filter.opportunityId === undefined ? [] : [sql`e.opportunity_id = ${filter.opportunityId}`]),
    ...(filter.statementId === undefined ? [] : [sql`e.statement_id = ${filter.statementId}`]),
    ...(filter.paymentId === undefined ? [] : [paidWith(tx, filter.paymentId)]),
    ...(filter.runId === undefined ? [] : [sql`e.run_id = ${filter.runId}`]),
    ...(filter.entry === undefined ? [] : [sql`e.line_kind = ${filter.entry}`]),
    ...(filter.age === undefined ? [] : [owedFor(tx, filter.age)]),
    ...(search === undefined ? [] : [sql`(o.name ilike ${search} or o.external_id ilike ${search})`]),
  ];
}

function owedFor(tx: Tx, age: "released" | LiabilityAge): RawBuilder<unknown> {
  if (age === "released") return sql`e.status in ('approved', 'on-statement')`;
  return sql`e.status <> 'paid' and ${ageOf(tx, sql`e`)} = ${age}`;
}

/** How long a line that is not paid has been owed: one of `liabilityAges`. */
export function ageOf(tx: Tx, line: RawBuilder<unknown>): RawBuilder<LiabilityAge> {
  const days = sql`${tx.today().toString()}::date - ${line}.released_on`;
  return sql<LiabilityAge>`case when ${line}.status = 'held' then 'held' when ${days} <= 30 then 'released-0-30'
    when ${days} <= 60 then 'released-31-60' when ${days} <= 90 then 'released-61-90' else 'released-over-90' end`;
}

/** Lines of a payment that the reader may see: the partner's side sees none before its release. */
function paidWith(tx: Tx, paymentId: string): RawBuilder<unknown> {
  return sql`e.payout_id in (select id from payout where vendor_id = ${tx.vendorId} and id = ${paymentId})`;
}

export async function listEarnings(tx: Tx, filter: EarningFilter) {
  const wanted = page<EarningRow>(
    [
      { expression: sql`e.period`, type: "date", direction: "desc", value: (row) => row.period },
      { expression: sql`e.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const conditions = [...fits(tx, filter), wanted.after];
  return wanted.finish(
    await rows(
      tx,
      sql<EarningRow>`select ${columns} from ${tables} where ${sql.join(conditions, sql` and `)} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

export interface TotalRow {
  status: Earning["status"];
  lines: number;
  amount_minor: bigint;
}

/** What the lines of a filter come to, by where they stand. */
export async function totalEarnings(tx: Tx, filter: EarningFilter): Promise<TotalRow[]> {
  const named = filter.search === undefined ? sql`earning e` : tables;
  return rows(
    tx,
    sql<TotalRow>`select e.status, count(*)::int as lines, sum(e.amount_minor)::bigint as amount_minor from ${named}
      where ${sql.join(fits(tx, filter), sql` and `)} group by e.status`,
  );
}

export async function findEarning(tx: Tx, id: string): Promise<EarningRow | null> {
  return maybe(
    tx,
    sql<EarningRow>`select ${columns} from ${tables} where e.vendor_id = ${tx.vendorId} and e.id = ${id}`,
  );
}

/** The first line and everything that adjusts it, but for the line itself. */
export async function relatedTo(tx: Tx, row: EarningRow): Promise<EarningRow[]> {
  const root = row.adjusts_id ?? row.id;
  return rows(
    tx,
    sql<EarningRow>`select ${columns} from ${tables} where e.vendor_id = ${tx.vendorId} and (e.id = ${root} or e.adjusts_id = ${root}) and e.id <> ${row.id} order by e.id`,
  );
}

interface WayRow {
  occurred_on: string;
  plan_name: string;
  run_number: bigint | null;
  statement_number: number | null;
  statement_period: string | null;
  statement_closed_at: Temporal.Instant | null;
  payment_id: string | null;
  payment_state: "made" | "released" | "paid" | null;
  paid_on: string | null;
  reference: string | null;
}

/** Where a line came from and where it went. The partner's side knows no runs, and no batch before it is released. */
export async function wayOf(tx: Tx, id: string): Promise<WayRow> {
  const isPartner = tx.actor.databaseRole === "hanse_partner";
  const [runNumber, run] = isPartner
    ? [sql`null::bigint`, sql``]
    : [sql`r.number`, sql`join run r on r.vendor_id = e.vendor_id and r.id = e.run_id`];
  return one(
    tx,
    sql<WayRow>`select e.occurred_on, p.name as plan_name, ${runNumber} as run_number, s.number as statement_number, s.period as statement_period,
        s.closed_at as statement_closed_at, o.id as payment_id, o.state as payment_state, o.paid_on, o.reference
      from earning e join plan p on p.vendor_id = e.vendor_id and p.id = e.plan_id ${run}
      left join statement s on s.vendor_id = e.vendor_id and s.id = e.statement_id
      left join payout o on o.vendor_id = e.vendor_id and o.id = e.payout_id
      where e.vendor_id = ${tx.vendorId} and e.id = ${id}`,
  );
}

/** What was taken back of the win that a line is about, in order; the partner's side reads none of it here. */
export async function reversalsOf(
  tx: Tx,
  id: string,
): Promise<{ reversed_on: string; amount_minor: bigint; reason: string }[]> {
  if (tx.actor.databaseRole === "hanse_partner") return [];
  return rows(
    tx,
    sql`select r.reversed_on, r.amount_minor, r.reason from earning e
      join win_reversal r on r.vendor_id = e.vendor_id and r.win_id = e.win_id
      where e.vendor_id = ${tx.vendorId} and e.id = ${id} order by r.recorded_at, r.id`,
  );
}

export async function findKept(tx: Tx, id: string): Promise<KeptRow | null> {
  return maybe(
    tx,
    sql<KeptRow>`select e.id, e.period, e.component, e.line_kind, e.adjusts_id, e.booked_minor, e.facts, e.digest, e.plan_id, e.plan_version_id, e.vendor_name, e.vendor_zone
      from earning e where e.vendor_id = ${tx.vendorId} and e.id = ${id}`,
  );
}

export function present(tx: Tx, row: EarningRow): Earning {
  return {
    id: toPublicId("ern", row.id),
    kind: row.component,
    label: row.label ?? row.component,
    entry: row.line_kind,
    adjustsId: toPublicIdOrNull("ern", row.adjusts_id),
    partnerId: toPublicId("par", row.partner_id),
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    opportunityId: toPublicId("opp", row.opportunity_id),
    opportunity: {
      id: toPublicId("opp", row.opportunity_id),
      name: row.opportunity_name,
      externalId: row.external_id,
    },
    owner:
      row.owner_id === null || row.owner_name === null
        ? null
        : { id: toPublicId("par", row.owner_id), name: row.owner_name },
    period: row.period.slice(0, 7),
    closedOn: row.closed_on,
    holdUntil: row.hold_until,
    amount: toJson({ minor: row.amount_minor, currency: row.currency }),
    status: row.status,
    releasedOn: row.released_on,
    statementId: toPublicIdOrNull("sta", row.statement_id),
    planId: toPublicId("pln", row.plan_id),
    planVersion: row.plan_version,
    runId: tx.actor.databaseRole === "hanse_partner" ? null : toPublicId("run", row.run_id),
    recordedAt: row.recorded_at.toString(),
  };
}
