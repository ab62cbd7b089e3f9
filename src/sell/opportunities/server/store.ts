import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import type { Meaning } from "../stage.ts";

export interface OpportunityRow {
  id: string;
  external_id: string | null;
  name: string;
  account_id: string | null;
  account_name: string | null;
  owner_partner_id: string | null;
  owner_name: string | null;
  seller_id: string | null;
  seller_name: string | null;
  stage: string;
  stage_label: string;
  meaning: Meaning;
  value_minor: bigint | null;
  currency: string;
  products: string[];
  line_count: number;
  engaged_on: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  lost_reason: string | null;
  pay_basis: "opening-import" | "on-behalf" | "registration" | null;
  pay_basis_reason: string | null;
  version: number;
  updated_at: Temporal.Instant;
}

/** How a neighbour's name is read. */
interface NameSource {
  join: RawBuilder<unknown>;
  name: RawBuilder<unknown>;
}

/** What differs by who asks: whose opportunities, and in which tables the names of neighbours are. */
interface Sight {
  /** The policy's condition once more. */
  within: RawBuilder<boolean>;
  account: NameSource;
  owner: NameSource;
  seller: NameSource;
  /** Opportunities at an account of which the name contains a text. */
  atAccountNamed: (text: string) => RawBuilder<boolean>;
}

const withheld: NameSource = { join: sql``, name: sql`null::text` };
const ofPartner: NameSource = {
  join: sql`left join partner p on p.vendor_id = o.vendor_id and p.id = o.owner_partner_id`,
  name: sql`p.name`,
};
const ofMember: NameSource = {
  join: sql`left join membership m on m.vendor_id = o.vendor_id and m.id = o.seller_id`,
  name: sql`m.name`,
};
const ofAccount: NameSource = {
  join: sql`left join account a on a.vendor_id = o.vendor_id and a.id = o.account_id`,
  name: sql`a.name`,
};
const ofPartnerAccount: NameSource = {
  join: sql`left join partner_account a
    on a.vendor_id = o.vendor_id and a.partner_id = o.owner_partner_id and a.account_id = o.account_id`,
  name: sql`a.name`,
};

function sightOf({ actor, vendorId }: Tx): Sight {
  if (actor.databaseRole === "hanse_partner") {
    const partners = sql`${[...actor.reach.deals]}::uuid[]`;
    return {
      within: sql`o.owner_partner_id = any (${partners})`,
      account: ofPartnerAccount,
      owner: ofPartner,
      seller: withheld,
      atAccountNamed: (text) =>
        sql`(o.owner_partner_id, o.account_id) in (select partner_id, account_id from partner_account
          where vendor_id = ${vendorId} and partner_id = any (${partners}) and name ilike ${containing(text)})`,
    };
  }
  const isSeller = actor.databaseRole === "hanse_seller";
  return {
    within: isSeller ? sql`o.seller_id = ${actor.membershipId}` : sql`true`,
    account: ofAccount,
    owner: isSeller ? withheld : ofPartner,
    seller: ofMember,
    atAccountNamed: (text) =>
      sql`o.account_id in (select id from account where vendor_id = ${vendorId} and name ilike ${containing(text)})`,
  };
}

/** The columns of a row of some opportunities, of which there are already no more than are shown. */
function presented(tx: Tx, some: RawBuilder<unknown>): RawBuilder<OpportunityRow> {
  const { account, owner, seller } = sightOf(tx);
  return sql<OpportunityRow>`
    select o.id, o.external_id, o.name, o.account_id, ${account.name} as account_name, o.owner_partner_id,
      ${owner.name} as owner_name, o.seller_id, ${seller.name} as seller_name, o.stage, s.label as stage_label,
      o.meaning, o.value_minor, o.currency, l.products, l.line_count, o.engaged_on, o.expected_close_on, o.closed_on,
      o.lost_reason, o.pay_basis, o.pay_basis_reason, o.version, o.updated_at
    from ${some} o
    join opportunity_stage s on s.vendor_id = o.vendor_id and s.key = o.stage
    ${account.join} ${owner.join} ${seller.join}
    cross join lateral (
      select coalesce(array_agg(product.name order by line.line_no) filter (where line.line_no <= 3), '{}') as products,
        count(*)::integer as line_count
      from opportunity_line line
      join product on product.vendor_id = line.vendor_id and product.id = line.product_id
      where line.vendor_id = o.vendor_id and line.opportunity_id = o.id
    ) l`;
}

export async function findOpportunity(tx: Tx, id: string): Promise<OpportunityRow | null> {
  const one = sql`(select * from opportunity o where o.vendor_id = ${tx.vendorId} and o.id = ${id} and ${sightOf(tx).within})`;
  return maybe(tx, presented(tx, one));
}

export interface OpportunityFilter {
  search?: string;
  stage?: string;
  meaning?: Meaning;
  ownerPartnerId?: string;
  sellerId?: string;
  accountId?: string;
  productId?: string;
  closedFrom?: string;
  closedUntil?: string;
  expectedFrom?: string;
  expectedUntil?: string;
  sort?: string;
  cursor?: string;
  limit?: number;
}

export async function listOpportunities(tx: Tx, filter: OpportunityFilter) {
  const wanted = page<OpportunityRow>(sortKeys(filter.sort ?? "-updatedAt"), filter);
  const sight = sightOf(tx);
  const some = sql`(select * from opportunity o
    where o.vendor_id = ${tx.vendorId} and ${sight.within} and ${filtered(filter, sight)} and ${wanted.after}
    order by ${wanted.orderBy} limit ${wanted.limit})`;
  return wanted.finish(
    await rows(tx, sql<OpportunityRow>`${presented(tx, some)} order by ${wanted.orderBy}`),
  );
}

function filtered(filter: OpportunityFilter, sight: Sight): RawBuilder<unknown> {
  const { search } = filter;
  const when = (value: string | undefined, condition: (value: string) => RawBuilder<unknown>) =>
    value === undefined ? [] : [condition(value)];
  const conditions = [
    ...when(
      search,
      (text) =>
        sql`(o.name ilike ${containing(text)} or o.external_id ilike ${containing(text)} or ${sight.atAccountNamed(text)})`,
    ),
    ...when(filter.stage, (key) => sql`o.stage = ${key}`),
    ...when(filter.meaning, (meaning) => sql`o.meaning = ${meaning}`),
    ...when(filter.ownerPartnerId, (id) => sql`o.owner_partner_id = ${id}`),
    ...when(filter.sellerId, (id) => sql`o.seller_id = ${id}`),
    ...when(filter.accountId, (id) => sql`o.account_id = ${id}`),
    ...when(filter.closedFrom, (day) => sql`o.closed_on >= ${day}::date`),
    ...when(filter.closedUntil, (day) => sql`o.closed_on <= ${day}::date`),
    ...when(filter.expectedFrom, (day) => sql`o.expected_close_on >= ${day}::date`),
    ...when(filter.expectedUntil, (day) => sql`o.expected_close_on <= ${day}::date`),
    ...when(
      filter.productId,
      (id) =>
        sql`exists (select from opportunity_line l where l.vendor_id = o.vendor_id and l.opportunity_id = o.id and l.product_id = ${id})`,
    ),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/**
 * What is not closed sorts as the earliest, what has no value as the least: the indexes are made for that. What nobody
 * expects on a day comes last, whichever way the list goes.
 */
const sortExpressions: Record<string, Omit<SortKey<OpportunityRow>, "direction">> = {
  updatedAt: {
    expression: sql`o.updated_at`,
    type: "timestamptz",
    value: (row) => row.updated_at.toString(),
  },
  closedOn: {
    expression: sql`coalesce(o.closed_on, '0001-01-01'::date)`,
    type: "date",
    value: (row) => row.closed_on ?? "0001-01-01",
  },
  expectedCloseOn: {
    expression: sql`coalesce(o.expected_close_on, '9999-12-31'::date)`,
    type: "date",
    value: (row) => row.expected_close_on ?? "9999-12-31",
  },
  "-expectedCloseOn": {
    expression: sql`coalesce(o.expected_close_on, '0001-01-01'::date)`,
    type: "date",
    value: (row) => row.expected_close_on ?? "0001-01-01",
  },
  value: {
    expression: sql`coalesce(o.value_minor, -1)`,
    type: "bigint",
    value: (row) => row.value_minor ?? -1n,
  },
};

function sortKeys(sort: string): SortKey<OpportunityRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const key = sortExpressions[sort] ?? sortExpressions[sort.replace("-", "")];
  if (key === undefined) throw new Error(`No list is sorted by ${sort}.`);
  return [
    { ...key, direction },
    { expression: sql`o.id`, type: "uuid", direction, value: (row) => row.id },
  ];
}

export interface StageRow {
  key: string;
  label: string;
  meaning: Meaning;
}

export async function stages(tx: Tx): Promise<StageRow[]> {
  return rows(
    tx,
    sql<StageRow>`select key, label, meaning from opportunity_stage where vendor_id = ${tx.vendorId} order by position, key`,
  );
}

export interface LineRow {
  product_id: string;
  product_name: string;
  series: string;
  quantity: number;
  amount_minor: bigint | null;
}

export async function linesOf(tx: Tx, id: string): Promise<LineRow[]> {
  return rows(
    tx,
    sql<LineRow>`select l.product_id, p.name as product_name, p.series, l.quantity, l.amount_minor
      from opportunity_line l join product p on p.vendor_id = l.vendor_id and p.id = l.product_id
      where l.vendor_id = ${tx.vendorId} and l.opportunity_id = ${id} order by l.line_no`,
  );
}

export interface WinRow {
  id: string;
  n: number;
  reversed_minor: bigint;
  recorded_at: Temporal.Instant;
}

/** The win that stands; null when it is not won. */
export async function findWin(tx: Tx, opportunityId: string): Promise<WinRow | null> {
  return maybe(
    tx,
    sql<WinRow>`select id, n, reversed_minor, recorded_at from win
      where vendor_id = ${tx.vendorId} and opportunity_id = ${opportunityId} and reversed_at is null`,
  );
}

export interface ReversalRow {
  id: string;
  n: number;
  amount_minor: bigint;
  reason: string;
  reversed_on: string;
  recorded_by: string | null;
  recorded_at: Temporal.Instant;
}

/** What was taken back of all its wins, the newest first; for the vendor's staff. */
export async function reversalsOf(tx: Tx, opportunityId: string): Promise<ReversalRow[]> {
  return rows(
    tx,
    sql<ReversalRow>`select r.id, w.n, r.amount_minor, r.reason, r.reversed_on, m.name as recorded_by, r.recorded_at
      from win w join win_reversal r on r.vendor_id = w.vendor_id and r.win_id = w.id
      left join membership m on m.vendor_id = r.vendor_id and m.id = r.recorded_by
      where w.vendor_id = ${tx.vendorId} and w.opportunity_id = ${opportunityId} order by r.recorded_at desc, r.id desc`,
  );
}
