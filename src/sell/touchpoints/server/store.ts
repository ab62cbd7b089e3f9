import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import { type State as DealState, undecided } from "../../deals/contract.ts";
import type { Kind, State, targets, touchpointSorts } from "../contract.ts";
import type { Standing } from "../touchpoint.ts";

export interface TouchpointRow {
  id: string;
  kind: Kind;
  state: State;
  partner_id: string;
  partner_name: string;
  registration_id: string | null;
  deal_state: DealState | null;
  opportunity_id: string | null;
  account_id: string | null;
  about: string;
  occurred_on: string;
  with_whom: string | null;
  purpose: string | null;
  link: string | null;
  author_name: string | null;
  recorded_at: Temporal.Instant;
  reason: string | null;
  remark: string | null;
  asked_again_at: Temporal.Instant | null;
  decided_at: Temporal.Instant | null;
  decider_name: string | null;
  sale_id: string | null;
  sale_name: string | null;
}

/** What differs by who asks: whose touchpoints, and whether the sale is told that the vendor named. */
interface Sight {
  /** The policy's condition once more. */
  within: RawBuilder<boolean>;
  saleJoin: RawBuilder<unknown>;
  sale: RawBuilder<unknown>;
}

function sightOf({ actor }: Tx): Sight {
  if (actor.databaseRole === "hanse_partner")
    return {
      within: sql`t.partner_id = any (${[...actor.reach.deals]}::uuid[])`,
      saleJoin: sql``,
      sale: sql`null::uuid as sale_id, null::text as sale_name`,
    };
  return {
    within: sql`true`,
    saleJoin: sql`left join touchpoint_sale ts on ts.vendor_id = t.vendor_id and ts.touchpoint_id = t.id
      left join opportunity so on so.vendor_id = ts.vendor_id and so.id = ts.opportunity_id`,
    sale: sql`so.id as sale_id, so.name as sale_name`,
  };
}

/** The columns of some touchpoints, of which there are already no more than are shown. */
function presented(tx: Tx, some: RawBuilder<unknown>): RawBuilder<TouchpointRow> {
  const { saleJoin, sale } = sightOf(tx);
  return sql<TouchpointRow>`
    select t.*, p.name as partner_name, r.state as deal_state, m.name as author_name, d.name as decider_name, ${sale}
    from ${some} t
    join partner p on p.vendor_id = t.vendor_id and p.id = t.partner_id
    left join registration r on r.vendor_id = t.vendor_id and r.id = t.registration_id
    left join membership m on m.vendor_id = t.vendor_id and m.id = t.author_id
    left join membership d on d.vendor_id = t.vendor_id and d.id = t.decided_by
    ${saleJoin}`;
}

/** Some touchpoints by id, in the order of their ids. */
export async function findTouchpoints(tx: Tx, ids: readonly string[]): Promise<TouchpointRow[]> {
  const some = sql`(select * from touchpoint t where t.vendor_id = ${tx.vendorId} and t.id = any (${[...ids]}::uuid[])
    and ${sightOf(tx).within})`;
  return rows(tx, sql<TouchpointRow>`${presented(tx, some)} order by t.id`);
}

/** Makes everybody else who acts on them wait until this transaction ends, always in the same order. */
export async function lockTouchpoints(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from touchpoint t where t.vendor_id = ${tx.vendorId} and t.id = any (${[...ids]}::uuid[])
    and ${sightOf(tx).within} order by t.id for update`.execute(tx.db);
}

/** Where a touchpoint stands, for the rules. */
export function standingOf(row: TouchpointRow): Standing {
  return {
    kind: row.kind,
    state: row.state,
    askedAgain: row.asked_again_at !== null,
    isUndecided: row.deal_state !== null && undecided.includes(row.deal_state),
  };
}

export interface TouchpointFilter {
  search?: string;
  state?: State;
  kind?: Kind;
  on?: (typeof targets)[number];
  view?: "to-confirm";
  partnerId?: string;
  dealId?: string;
  opportunityId?: string;
  accountId?: string;
  occurredFrom?: string;
  occurredUntil?: string;
  sort?: (typeof touchpointSorts)[number];
  cursor?: string;
  limit?: number;
}

export async function listTouchpoints(tx: Tx, filter: TouchpointFilter) {
  const wanted = page<TouchpointRow>(sortKeys(filter.sort ?? "-occurredOn"), filter);
  const some = sql`(select * from touchpoint t
    where t.vendor_id = ${tx.vendorId} and ${sightOf(tx).within} and ${filtered(tx, filter)} and ${wanted.after}
    order by ${wanted.orderBy} limit ${wanted.limit})`;
  return wanted.finish(await rows(tx, sql<TouchpointRow>`${presented(tx, some)} order by ${wanted.orderBy}`));
}

function filtered(tx: Tx, filter: TouchpointFilter): RawBuilder<unknown> {
  const { search, state, kind, on, view, partnerId, dealId, opportunityId, accountId } = filter;
  const { occurredFrom, occurredUntil } = filter;
  const named = {
    deal: sql`t.registration_id is not null`,
    opportunity: sql`t.opportunity_id is not null`,
    account: sql`t.account_id is not null`,
  };
  const conditions = [
    ...(state === undefined ? [] : [sql`t.state = ${state}`]),
    ...(kind === undefined ? [] : [sql`t.kind = ${kind}`]),
    ...(on === undefined ? [] : [named[on]]),
    // A registration's own touchpoint is decided with the registration.
    ...(view === undefined ? [] : [sql`t.state = 'recorded' and t.kind <> 'registration'`]),
    ...(partnerId === undefined ? [] : [sql`t.partner_id = ${partnerId}`]),
    ...(accountId === undefined ? [] : [sql`t.account_id = ${accountId}`]),
    ...(dealId === undefined ? [] : [ofDeal(tx, dealId)]),
    ...(opportunityId === undefined ? [] : [ofOpportunity(tx, opportunityId)]),
    ...(occurredFrom === undefined ? [] : [sql`t.occurred_on >= ${occurredFrom}::date`]),
    ...(occurredUntil === undefined ? [] : [sql`t.occurred_on <= ${occurredUntil}::date`]),
    ...(search === undefined ? [] : [matching(search)]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Those of a registration, and those that its partner logged on the sale that it led to. */
function ofDeal(tx: Tx, dealId: string): RawBuilder<unknown> {
  return sql`(t.registration_id = ${dealId} or (t.partner_id, t.opportunity_id) in (select r.partner_id, r.opportunity_id
    from registration r where r.vendor_id = ${tx.vendorId} and r.id = ${dealId}))`;
}

/** Those of a sale: to a partner only of one that it sees, and only as far as they name it or its registration. */
function ofOpportunity(tx: Tx, opportunityId: string): RawBuilder<unknown> {
  const { actor } = tx;
  if (actor.databaseRole !== "hanse_partner")
    return sql`t.id in (select x.touchpoint_id from touchpoint_of_opportunity x
      where x.vendor_id = ${tx.vendorId} and x.opportunity_id = ${opportunityId})`;
  return sql`(t.opportunity_id = ${opportunityId} or t.registration_id in (select r.id from registration r
    join opportunity o on o.vendor_id = r.vendor_id and o.id = r.opportunity_id
    where r.vendor_id = ${tx.vendorId} and o.id = ${opportunityId}
      and o.owner_partner_id = any (${[...actor.reach.deals]}::uuid[])))`;
}

function matching(search: string): RawBuilder<unknown> {
  const text = containing(search);
  return sql`(t.about ilike ${text} or t.with_whom ilike ${text} or t.purpose ilike ${text})`;
}

function sortKeys(sort: string): SortKey<TouchpointRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const first: SortKey<TouchpointRow> = sort.endsWith("occurredOn")
    ? { expression: sql`t.occurred_on`, type: "date", direction, value: (row) => row.occurred_on }
    : {
        expression: sql`t.recorded_at`,
        type: "timestamptz",
        direction,
        value: (row) => row.recorded_at.toString(),
      };
  return [first, { expression: sql`t.id`, type: "uuid", direction, value: (row) => row.id }];
}

export interface FileRow {
  id: string;
  touchpoint_id: string;
  file_name: string;
  content_type: string;
  file_bytes: bigint;
}

/** The evidence of some touchpoints, in one statement. */
export async function filesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, FileRow[]>> {
  const found = await rows(
    tx,
    sql<FileRow>`select id, touchpoint_id, file_name, content_type, file_bytes from touchpoint_file
      where vendor_id = ${tx.vendorId} and touchpoint_id = any (${[...ids]}::uuid[]) order by added_at, id`,
  );
  return Map.groupBy(found, (file) => file.touchpoint_id);
}

export interface NewTouchpoint {
  id: string;
  partnerId: string;
  kind: Kind;
  registrationId: string | null;
  opportunityId: string | null;
  accountId: string | null;
  about: string;
  occurredOn: string;
  withWhom: string | null;
  purpose: string | null;
  link: string | null;
}

/** Writes it, unless it is a registration's own and there already. */
export async function insertTouchpoint(tx: Tx, given: NewTouchpoint): Promise<void> {
  await sql`insert into touchpoint (vendor_id, id, partner_id, kind, registration_id, opportunity_id, account_id, about, occurred_on,
        with_whom, purpose, link, author_id, recorded_at)
      values (${tx.vendorId}, ${given.id}, ${given.partnerId}, ${given.kind}, ${given.registrationId}, ${given.opportunityId},
        ${given.accountId}, ${given.about}, ${given.occurredOn}, ${given.withWhom}, ${given.purpose}, ${given.link},
        ${given.kind === "registration" ? null : tx.actor.membershipId}, ${tx.now().toString()})
      on conflict (vendor_id, registration_id) where kind = 'registration' do nothing`.execute(tx.db);
}
