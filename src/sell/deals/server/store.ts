import { type RawBuilder, sql } from "kysely";
import { listPriceIn } from "#ecosystem/products/index.ts";
import { maybe, prepared, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import type { DealRole, Protection, ReasonKey } from "../../engagement/contract.ts";
import type { DaysGiven, dealSorts, dealViews, happenings, sources } from "../contract.ts";
import type { State } from "../deal.ts";

export interface DealRow {
  id: string;
  partner_id: string;
  partner_name: string;
  number: number | null;
  /** As it is written; `stateAt` says what it is now. */
  state: State;
  author_id: string;
  on_behalf_reason: string | null;
  customer_name: string | null;
  customer_country: string | null;
  customer_website: string | null;
  customer_domain: string | null;
  customer_tax_id: string | null;
  customer_crm_id: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_title: string | null;
  contact_notice_version: number | null;
  role: DealRole;
  project: string;
  sales_stage: string | null;
  stage_label: string | null;
  source: (typeof sources)[number] | null;
  expected_close_on: string | null;
  currency: string;
  value_minor: bigint | null;
  distributor_id: string | null;
  distributor_name: string | null;
  tender_published_on: string | null;
  note: string | null;
  submitted_at: Temporal.Instant | null;
  submitted_by: string | null;
  receipt: string | null;
  rules_id: string | null;
  answer_due_at: Temporal.Instant | null;
  decision_due_at: Temporal.Instant | null;
  decision_left_seconds: number | null;
  answered_at: Temporal.Instant | null;
  question_due_at: Temporal.Instant | null;
  decided_at: Temporal.Instant | null;
  decided_rules_id: string | null;
  reason_key: ReasonKey | null;
  reason: string | null;
  benefit: string | null;
  protection: Protection | null;
  protected_series: string[] | null;
  protected_from: Temporal.Instant | null;
  protected_until: Temporal.Instant | null;
  protection_days: DaysGiven | null;
  opportunity_id: string | null;
  opportunity_name: string | null;
  closed_as: "won" | "lost" | null;
  version: number;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

/** Whose registrations, as the policy has it: a draft is its partner's own. */
function within({ actor }: Tx): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner")
    return sql`(d.state <> 'draft' or d.on_behalf_reason is not null)`;
  return sql`(d.partner_id = any (${[...actor.reach.own]}::uuid[])
    or ((d.state <> 'draft' or d.on_behalf_reason is not null) and d.partner_id = any (${[...actor.reach.deals]}::uuid[])))`;
}

function presented(some: RawBuilder<unknown>): RawBuilder<DealRow> {
  return sql<DealRow>`
    select d.*, p.name as partner_name, s.label as stage_label, x.name as distributor_name, o.name as opportunity_name,
      q.due_at as question_due_at
    from ${some} d
    join partner p on p.vendor_id = d.vendor_id and p.id = d.partner_id
    left join opportunity_stage s on s.vendor_id = d.vendor_id and s.key = d.sales_stage
    left join partner x on x.vendor_id = d.vendor_id and x.id = d.distributor_id
    left join opportunity o on o.vendor_id = d.vendor_id and o.id = d.opportunity_id
    left join registration_question q
      on q.vendor_id = d.vendor_id and q.registration_id = d.id and q.answered_at is null`;
}

export async function findDeal(tx: Tx, id: string): Promise<DealRow | null> {
  const found = await prepared(
    tx,
    presented(
      sql`(select * from registration d where d.vendor_id = ${tx.vendorId} and d.id = ${id} and ${within(tx)})`,
    ),
  );
  return found[0] ?? null;
}

/** Makes everybody else who acts on the registration wait until this transaction ends. */
export async function lockDeal(tx: Tx, id: string): Promise<void> {
  await prepared(
    tx,
    sql`select from registration d where d.vendor_id = ${tx.vendorId} and d.id = ${id} and ${within(tx)} for update`,
  );
}

export interface DealFilter {
  search?: string;
  state?: State;
  view?: (typeof dealViews)[number];
  partnerId?: string;
  endsBefore?: string;
  happened?: (typeof happenings)[number];
  /** Days on which it happened, both included. */
  from?: string;
  until?: string;
  late?: "yes" | "no";
  reasonKey?: ReasonKey;
  sort?: (typeof dealSorts)[number];
  cursor?: string;
  limit?: number;
}

export async function listDeals(tx: Tx, filter: DealFilter) {
  const wanted = page<DealRow>(sortKeys(filter.sort ?? "-updatedAt"), filter);
  const some = sql`(select * from registration d
    where d.vendor_id = ${tx.vendorId} and ${within(tx)} and ${filtered(tx, filter)} and ${wanted.after}
    order by ${wanted.orderBy} limit ${wanted.limit})`;
  return wanted.finish(await rows(tx, sql<DealRow>`${presented(some)} order by ${wanted.orderBy}`));
}

const undecided = sql`d.state in ('submitted', 'in-review', 'needs-information')`;

function filtered(tx: Tx, filter: DealFilter): RawBuilder<unknown> {
  const now = sql`${tx.now().toString()}::timestamptz`;
  const isOver = sql`d.state = 'approved' and d.protected_until <= ${now}`;
  const isSilent = sql`d.state = 'needs-information' and exists (select from registration_question q
    where q.vendor_id = d.vendor_id and q.registration_id = d.id and q.answered_at is null and q.due_at <= ${now})`;
  const views: Record<NonNullable<DealFilter["view"]>, RawBuilder<unknown>> = {
    "waits-for-vendor": sql`d.state in ('submitted', 'in-review') and ${notDecided(tx)}`,
    "waits-for-partner": sql`d.state = 'needs-information' and not (${isSilent})`,
    protected: sql`d.state = 'approved' and d.protected_until > ${now}`,
    overdue: sql`${undecided} and least(d.answer_due_at, d.decision_due_at) < ${now} and ${notDecided(tx)}`,
    requests: sql`d.state = 'approved' and d.protected_until > ${now} and (
      exists (select from registration_extension e where e.vendor_id = d.vendor_id and e.registration_id = d.id and e.decided_at is null)
      or exists (select from registration_outcome o where o.vendor_id = d.vendor_id and o.registration_id = d.id and o.decided_at is null))`,
  };
  const { state, search, endsBefore } = filter;
  const conditions = [
    ...(state === undefined ? [] : [inState(state, isOver, isSilent)]),
    ...(filter.view === undefined ? [] : [views[filter.view]]),
    ...(filter.partnerId === undefined ? [] : [sql`d.partner_id = ${filter.partnerId}`]),
    ...(endsBefore === undefined
      ? []
      : [sql`d.protected_until < (${endsBefore}::date)::timestamp at time zone ${tx.vendor.timezone}`]),
    ...happenedBetween(tx, filter),
    ...(filter.reasonKey === undefined ? [] : [sql`d.reason_key = ${filter.reasonKey}`]),
    ...(search === undefined
      ? []
      : [
          sql`(d.customer_name ilike ${containing(search)} or d.project ilike ${containing(search)} or d.number::text = ${search.trim()})`,
        ]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** When each thing happened to a registration, and which had it happen. What ended by the clock counts at its moment. */
const moments: Readonly<
  Record<NonNullable<DealFilter["happened"]>, { at: RawBuilder<unknown>; when?: RawBuilder<unknown> }>
> = {
  answered: { at: sql`d.answered_at` },
  // A revocation is a later decision.
  decided: { at: sql`coalesce(d.protected_from, d.decided_at)`, when: sql`d.decision_minutes is not null` },
  approved: { at: sql`d.protected_from` },
  rejected: { at: sql`d.decided_at`, when: sql`d.state = 'rejected'` },
  withdrawn: { at: sql`d.ended_at`, when: sql`d.state = 'withdrawn'` },
  expired: { at: sql`d.protected_until`, when: sql`d.state in ('approved', 'expired')` },
  revoked: { at: sql`d.ended_at`, when: sql`d.state = 'revoked'` },
  won: { at: sql`d.ended_at`, when: sql`d.closed_as = 'won'` },
  lost: { at: sql`d.ended_at`, when: sql`d.closed_as = 'lost'` },
};

function happenedBetween(tx: Tx, { happened, from, until, late }: DealFilter): RawBuilder<unknown>[] {
  if (happened === undefined) return [];
  const { at, when } = moments[happened];
  const startOf = (day: string) => sql`(${day}::date)::timestamp at time zone ${tx.vendor.timezone}`;
  const minutes = sql.ref(happened === "answered" ? "d.answer_late_minutes" : "d.decision_late_minutes");
  return [
    sql`${at} <= ${tx.now().toString()}::timestamptz`,
    ...(when === undefined ? [] : [when]),
    ...(from === undefined ? [] : [sql`${at} >= ${startOf(from)}`]),
    ...(until === undefined
      ? []
      : [sql`${at} < (${until}::date + 1)::timestamp at time zone ${tx.vendor.timezone}`]),
    ...(late === undefined ? [] : [late === "yes" ? sql`${minutes} is not null` : sql`${minutes} is null`]),
  ];
}

/** Who may see what stands beside a registration, which is the vendor's alone. */
export function readsCases({ actor }: Tx): boolean {
  return actor.membershipId !== null && actor.can.has("deal.case");
}

/** A decision that is not told yet is the vendor's alone: for a partner nothing differs. */
function notDecided(tx: Tx): RawBuilder<unknown> {
  if (!readsCases(tx)) return sql`true`;
  return sql`not exists (select from registration_decision r where r.vendor_id = d.vendor_id and r.registration_id = d.id
    and r.told_at is null and r.taken_back_at is null)`;
}

function inState(
  state: State,
  isOver: RawBuilder<unknown>,
  isSilent: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (state === "withdrawn") return sql`(d.state = 'withdrawn' or (${isSilent}))`;
  if (state === "needs-information") return sql`(d.state = 'needs-information' and not (${isSilent}))`;
  if (state === "expired") return sql`(d.state = 'expired' or (${isOver}))`;
  if (state === "approved") return sql`(d.state = 'approved' and not (${isOver}))`;
  return sql`d.state = ${state}`;
}

/** What has no such moment sorts last where the earliest is first, and first where it is last. */
const endOfTime = "9999-12-31T00:00:00Z";
const instantKey = (
  column: string,
  value: (row: DealRow) => Temporal.Instant | null,
): Omit<SortKey<DealRow>, "direction"> => ({
  expression: sql`coalesce(d.${sql.ref(column)}, ${sql.lit(endOfTime)}::timestamptz)`,
  type: "timestamptz",
  value: (row) => value(row)?.toString() ?? endOfTime,
});
const sortExpressions: Record<string, Omit<SortKey<DealRow>, "direction">> = {
  updatedAt: instantKey("updated_at", (row) => row.updated_at),
  submittedAt: instantKey("submitted_at", (row) => row.submitted_at),
  decisionDueAt: instantKey("decision_due_at", (row) => row.decision_due_at),
  protectedUntil: instantKey("protected_until", (row) => row.protected_until),
};

function sortKeys(sort: string): SortKey<DealRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const key = sortExpressions[sort.replace("-", "")];
  if (key === undefined) throw new Error(`No list is sorted by ${sort}.`);
  return [
    { ...key, direction },
    { expression: sql`d.id`, type: "uuid", direction, value: (row) => row.id },
  ];
}

export interface LineRow {
  product_id: string;
  product_name: string;
  series: string;
  quantity: number;
  amount_minor: bigint | null;
  /** Whether the amount is what the list says for the quantity, today. */
  listed: boolean;
}

export async function linesOf(tx: Tx, id: string): Promise<LineRow[]> {
  return prepared(
    tx,
    sql<LineRow>`select l.product_id, p.name as product_name, p.series, l.quantity, l.amount_minor,
        coalesce(l.amount_minor = ${listPriceIn("p", tx.vendor.currency)} * l.quantity, false) as listed
      from registration_line l join product p on p.vendor_id = l.vendor_id and p.id = l.product_id
      where l.vendor_id = ${tx.vendorId} and l.registration_id = ${id} order by l.line_no`,
  );
}

/** What of a registration somebody writes; the columns' own names. */
export type Written = Partial<
  Pick<
    DealRow,
    | "customer_name"
    | "customer_country"
    | "customer_website"
    | "customer_domain"
    | "customer_tax_id"
    | "customer_crm_id"
    | "contact_name"
    | "contact_email"
    | "contact_title"
    | "contact_notice_version"
    | "role"
    | "project"
    | "sales_stage"
    | "source"
    | "expected_close_on"
    | "value_minor"
    | "distributor_id"
    | "tender_published_on"
    | "note"
  >
>;

export async function insertDraft(
  tx: Tx,
  draft: { id: string; partnerId: string; onBehalfReason: string | null; written: Written },
): Promise<void> {
  const given = Object.entries(draft.written).filter(([, value]) => value !== undefined);
  const columns = given.map(([column]) => sql`, ${sql.ref(column)}`);
  const values = given.map(([, value]) => sql`, ${value}`);
  const now = tx.now().toString();
  await sql`insert into registration (vendor_id, id, partner_id, state, author_id, on_behalf_reason, currency, created_at,
      updated_at ${sql.join(columns, sql``)})
    values (${tx.vendorId}, ${draft.id}, ${draft.partnerId}, 'draft', ${tx.actor.membershipId}, ${draft.onBehalfReason},
      ${tx.vendor.currency}, ${now}, ${now} ${sql.join(values, sql``)})`.execute(tx.db);
}

/** Writes if the version is still the one read; false when somebody else was quicker. */
export async function updateDeal(
  tx: Tx,
  row: Pick<DealRow, "id" | "version">,
  set: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const assignments = Object.entries(set)
    .filter(([, value]) => value !== undefined)
    .map(
      ([column, value]) =>
        sql`${sql.ref(column)} = ${value instanceof Temporal.Instant ? value.toString() : value},`,
    );
  const done = await prepared(
    tx,
    sql`update registration set ${sql.join(assignments, sql` `)} version = version + 1, updated_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${row.id} and version = ${row.version} returning id`,
  );
  return done.length === 1;
}

export async function replaceLines(
  tx: Tx,
  deal: { id: string; partnerId: string },
  lines: readonly { productId: string; quantity: number; amountMinor: bigint | null }[],
): Promise<void> {
  await sql`delete from registration_line where vendor_id = ${tx.vendorId} and registration_id = ${deal.id}`.execute(
    tx.db,
  );
  if (lines.length === 0) return;
  const given = lines.map((line, index) => ({
    no: index + 1,
    product: line.productId,
    quantity: line.quantity,
    amount: line.amountMinor?.toString() ?? null,
  }));
  await sql`insert into registration_line (vendor_id, registration_id, line_no, partner_id, product_id, quantity, amount_minor)
    select ${tx.vendorId}, ${deal.id}, x.no, ${deal.partnerId}, x.product, x.quantity, x.amount
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (no integer, product uuid, quantity integer, amount bigint)`.execute(
    tx.db,
  );
}

export async function deleteDraft(tx: Tx, row: Pick<DealRow, "id" | "version">): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`delete from registration where vendor_id = ${tx.vendorId} and id = ${row.id} and version = ${row.version}
      and state = 'draft' returning id`,
  );
  return done !== null;
}

/** The key of the customer's name, as the database makes it for all names. */
export async function nameKeyOf(tx: Tx, name: string): Promise<string> {
  const [found] = await prepared(tx, sql<{ key: string }>`select app.name_key(${name}) as key`);
  return found?.key ?? "";
}
