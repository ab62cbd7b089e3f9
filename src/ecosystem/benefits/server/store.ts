import { type RawBuilder, sql } from "kysely";
import { changed, maybe, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import type { requestSorts, Whence } from "../contract.ts";
import type { State } from "../grant.ts";
import type { Measured } from "../quantity.ts";

/** By what a benefit was granted, as it was then. */
export interface Entitled {
  level: string;
  track: string;
  value: string;
  from: Whence;
}

export interface RequestRow {
  id: string;
  partner_id: string;
  partner_name: string;
  program_id: string;
  program_name: string;
  benefit_key: string;
  label: string;
  kind: string;
  unit: Measured["unit"];
  counted_in: string;
  quantity: bigint;
  purpose: string;
  state: State;
  requester_name: string | null;
  requested_at: Temporal.Instant;
  decider_name: string | null;
  decided_at: Temporal.Instant | null;
  reason: string | null;
  granted_quantity: bigint | null;
  period_from: string | null;
  entitled: Entitled | null;
  valid_until: Temporal.Instant | null;
  consumed: bigint;
  held: bigint;
  lapsed_at: Temporal.Instant | null;
  reversed_at: Temporal.Instant | null;
  reversal_reason: string | null;
}

/** The policy's condition once more. */
function within({ actor }: Tx, table: string): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner") return sql`true`;
  return sql`${sql.ref(table)}.partner_id = any (${[...actor.reach.money]}::uuid[])`;
}

function presented(tx: Tx, some: RawBuilder<unknown>): RawBuilder<RequestRow> {
  return sql<RequestRow>`select r.*, p.name as partner_name, g.name as program_name, m.name as requester_name, d.name as decider_name
    from ${some} r
    join partner p on p.vendor_id = ${tx.vendorId} and p.id = r.partner_id
    join program g on g.vendor_id = ${tx.vendorId} and g.id = r.program_id
    left join membership m on m.vendor_id = ${tx.vendorId} and m.id = r.requested_by
    left join membership d on d.vendor_id = ${tx.vendorId} and d.id = r.decided_by`;
}

export async function findRequest(tx: Tx, id: string): Promise<RequestRow | null> {
  const some = sql`(select * from benefit_request r where r.vendor_id = ${tx.vendorId} and r.id = ${id} and ${within(tx, "r")})`;
  return maybe(tx, presented(tx, some));
}

/** Makes everybody else who acts on it wait until this transaction ends. */
export async function lockRequest(tx: Tx, id: string): Promise<void> {
  await sql`select from benefit_request r where r.vendor_id = ${tx.vendorId} and r.id = ${id} and ${within(tx, "r")}
    for update`.execute(tx.db);
}

export interface RequestFilter {
  search?: string;
  state?: State;
  partnerId?: string;
  programId?: string;
  sort?: (typeof requestSorts)[number];
  cursor?: string;
  limit?: number;
}

export async function listRequests(tx: Tx, filter: RequestFilter) {
  const wanted = page<RequestRow>(sortKeys(filter.sort ?? "-requestedAt"), filter);
  const some = sql`(select * from benefit_request r where r.vendor_id = ${tx.vendorId} and ${within(tx, "r")}
    and ${filtered(tx, filter)} and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit})`;
  return wanted.finish(await rows(tx, sql<RequestRow>`${presented(tx, some)} order by ${wanted.orderBy}`));
}

function sortKeys(sort: string): SortKey<RequestRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  return [
    {
      expression: sql`r.requested_at`,
      type: "timestamptz",
      direction,
      value: (row) => row.requested_at.toString(),
    },
    { expression: sql`r.id`, type: "uuid", direction, value: (row) => row.id },
  ];
}

function filtered(tx: Tx, { search, state, partnerId, programId }: RequestFilter): RawBuilder<unknown> {
  const text = search === undefined ? "" : containing(search);
  const conditions = [
    ...(state === undefined ? [] : [inState(tx, state)]),
    ...(partnerId === undefined ? [] : [sql`r.partner_id = ${partnerId}`]),
    ...(programId === undefined ? [] : [sql`r.program_id = ${programId}`]),
    ...(search === undefined ? [] : [sql`(r.label ilike ${text} or r.purpose ilike ${text})`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** By the clock: what is over is expired before anything has noted it. */
function inState(tx: Tx, state: State): RawBuilder<unknown> {
  const isOver = sql`(r.valid_until is not null and r.valid_until <= ${tx.now().toString()}::timestamptz)`;
  if (state === "granted") return sql`r.state = 'granted' and not ${isOver}`;
  if (state === "expired") return sql`(r.state = 'expired' or (r.state = 'granted' and ${isOver}))`;
  return sql`r.state = ${state}`;
}

/** One at a time asks for a partner, so that what is asked for at once does not exceed what is left. */
export async function lockAsking(tx: Tx, partnerId: string): Promise<void> {
  const key = `benefit-requests:${tx.vendorId}:${partnerId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
}

export interface NewRequest {
  id: string;
  partnerId: string;
  programId: string;
  benefit: Measured & { key: string; kind: string };
  countedIn: string;
  quantity: bigint;
  purpose: string;
}

export async function insertRequest(tx: Tx, given: NewRequest): Promise<void> {
  const { benefit } = given;
  await sql`insert into benefit_request (vendor_id, id, partner_id, program_id, benefit_key, label, kind, unit, counted_in,
      quantity, purpose, requested_by, requested_at)
    values (${tx.vendorId}, ${given.id}, ${given.partnerId}, ${given.programId}, ${benefit.key}, ${benefit.label}, ${benefit.kind},
      ${benefit.unit}, ${given.countedIn}, ${given.quantity}, ${given.purpose}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
}

/** Whose allowance, of which benefit, of which period. */
export interface AllowanceKey {
  partnerId: string;
  programId: string;
  benefitKey: string;
  countedIn: string;
  periodFrom: string;
}

/**
 * Takes a quantity from the period's allowance, or nothing at all: the row itself refuses what would exceed it,
 * however many ask at once. Answers whether it was taken.
 */
export async function take(tx: Tx, key: AllowanceKey, quantity: bigint, allowance: bigint): Promise<boolean> {
  await sql`insert into benefit_allowance (vendor_id, partner_id, program_id, benefit_key, counted_in, period_from)
    values (${tx.vendorId}, ${key.partnerId}, ${key.programId}, ${key.benefitKey}, ${key.countedIn}, ${key.periodFrom}::date)
    on conflict do nothing`.execute(tx.db);
  const taken = await changed(
    tx,
    sql`update benefit_allowance set held = held + ${quantity}::bigint, allowance = ${allowance}::bigint
      where ${isAllowance(tx, key)} and held + ${quantity}::bigint <= ${allowance}::bigint`,
  );
  return taken === 1;
}

/** Gives some of what was taken back to the allowance that it was taken from. */
export async function giveBack(tx: Tx, key: AllowanceKey, quantity: bigint): Promise<void> {
  await sql`update benefit_allowance set held = held - ${quantity}::bigint where ${isAllowance(tx, key)}`.execute(
    tx.db,
  );
}

function isAllowance(tx: Tx, key: AllowanceKey): RawBuilder<boolean> {
  return sql`vendor_id = ${tx.vendorId} and partner_id = ${key.partnerId} and program_id = ${key.programId}
    and benefit_key = ${key.benefitKey} and counted_in = ${key.countedIn} and period_from = ${key.periodFrom}::date`;
}

/** Where a benefit knows no period, what is over makes room again, whether or not that was noted already. */
export function freedByClock(tx: Tx): RawBuilder<boolean> {
  return sql`(r.period_until is null and r.lapsed_at is null and r.valid_until <= ${tx.now().toString()}::timestamptz)`;
}

/** What of allowances is given away and asked for, of all benefits of some partners, in one statement. */
export async function countsOf(tx: Tx, partnerIds: readonly string[]): Promise<CountRow[]> {
  const partners = sql`${[...partnerIds]}::uuid[]`;
  return rows(
    tx,
    sql<CountRow>`select a.partner_id, a.program_id, a.benefit_key, a.counted_in, a.period_from,
        a.held - coalesce((select sum(r.held) from benefit_request r where r.vendor_id = a.vendor_id and r.partner_id = a.partner_id
          and r.program_id = a.program_id and r.benefit_key = a.benefit_key and r.counted_in = a.counted_in
          and r.period_from = a.period_from and ${freedByClock(tx)}), 0)::bigint as held,
        0::bigint as waiting,
        (select min(r.valid_until) from benefit_request r where r.vendor_id = a.vendor_id and r.partner_id = a.partner_id
          and r.program_id = a.program_id and r.benefit_key = a.benefit_key and r.counted_in = a.counted_in
          and r.period_from = a.period_from and r.held > 0 and r.valid_until > ${tx.now().toString()}::timestamptz)
          as first_ends_at
      from benefit_allowance a where a.vendor_id = ${tx.vendorId} and a.partner_id = any (${partners}) and ${within(tx, "a")}
      union all
      select r.partner_id, r.program_id, r.benefit_key, r.counted_in, null, 0::bigint, sum(r.quantity)::bigint, null
      from benefit_request r where r.vendor_id = ${tx.vendorId} and r.state = 'requested' and r.partner_id = any (${partners})
        and ${within(tx, "r")}
      group by 1, 2, 3, 4`,
  );
}

export interface CountRow {
  partner_id: string;
  program_id: string;
  benefit_key: string;
  counted_in: string;
  /** None: what is asked for and not decided, of which it is not known in which period it will be. */
  period_from: string | null;
  held: bigint;
  waiting: bigint;
  /** When the first of its grants that run is over. */
  first_ends_at: Temporal.Instant | null;
}

export interface UseRow {
  id: string;
  quantity: bigint;
  used_on: string;
  note: string | null;
  side: "vendor" | "partner";
  recorder_name: string | null;
  recorded_at: Temporal.Instant;
  taken_back_reason: string | null;
  taken_back_at: Temporal.Instant | null;
}

export async function usesOf(tx: Tx, requestId: string): Promise<UseRow[]> {
  return rows(
    tx,
    sql<UseRow>`select u.id, u.quantity, u.used_on, u.note, u.side, m.name as recorder_name, u.recorded_at,
        b.note as taken_back_reason, b.recorded_at as taken_back_at
      from benefit_use u
      left join benefit_use b on b.vendor_id = u.vendor_id and b.takes_back = u.id
      left join membership m on m.vendor_id = u.vendor_id and m.id = u.recorded_by
      where u.vendor_id = ${tx.vendorId} and u.request_id = ${requestId} and u.takes_back is null and ${within(tx, "u")}
      order by u.recorded_at, u.id limit 500`,
  );
}

export async function insertUse(
  tx: Tx,
  given: {
    id: string;
    request: RequestRow;
    quantity: bigint;
    usedOn: string;
    note: string | null;
    side: "vendor" | "partner";
    takesBack: string | null;
  },
): Promise<void> {
  await sql`insert into benefit_use (vendor_id, id, request_id, partner_id, quantity, used_on, note, takes_back, side, recorded_by, recorded_at)
    values (${tx.vendorId}, ${given.id}, ${given.request.id}, ${given.request.partner_id}, ${given.quantity}, ${given.usedOn},
      ${given.note}, ${given.takesBack}, ${given.side}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
}

export async function updateRequest(tx: Tx, id: string, set: RawBuilder<unknown>): Promise<void> {
  await sql`update benefit_request set ${set} where vendor_id = ${tx.vendorId} and id = ${id}`.execute(tx.db);
}
