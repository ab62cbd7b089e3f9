import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";

export interface EventRow {
  id: string;
  type: string;
  version: number;
  actor_id: string | null;
  actor_name: string;
  on_behalf_of: string | null;
  on_behalf_of_name: string | null;
  subject_kind: string;
  subject_id: string;
  partner_id: string | null;
  partner_name: string | null;
  account_id: string | null;
  account_name: string | null;
  payload: Record<string, unknown>;
  occurred_at: Temporal.Instant;
  recorded_at: Temporal.Instant;
}

export interface EventFilter {
  subjectId?: string;
  partnerId?: string;
  accountId?: string;
  type?: string;
  /** Types that are left out. */
  untold?: readonly string[];
  /** Instants, from inclusive, until exclusive. */
  from?: string;
  until?: string;
  cursor?: string;
  limit?: number;
}

export async function listEventRows(tx: Tx, filter: EventFilter) {
  const wanted = page<EventRow>(
    [
      {
        expression: sql`e.occurred_at`,
        type: "timestamptz",
        direction: "desc",
        value: (row) => row.occurred_at.toString(),
      },
      { expression: sql`e.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const found = await rows(
    tx,
    sql<EventRow>`with shown as (
        select e.* from event e
        where e.vendor_id = ${tx.vendorId} and ${withinReach(tx)} and ${matching(filter)} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}
      )
      select e.id, e.type, e.version, e.actor_id, e.actor_name, e.on_behalf_of, b.name as on_behalf_of_name, e.subject_kind,
        e.subject_id, e.partner_id, p.name as partner_name, e.account_id, a.name as account_name, e.payload, e.occurred_at, e.recorded_at
      from shown e
      left join partner p on p.vendor_id = e.vendor_id and p.id = e.partner_id
      left join partner b on b.vendor_id = e.vendor_id and b.id = e.on_behalf_of
      left join ${accounts(tx)}
      order by ${wanted.orderBy}`,
  );
  return wanted.finish(found);
}

/** The vendor's side knows accounts as they are, a partner those that it was shown. */
function accounts({ actor }: Tx): RawBuilder<unknown> {
  return actor.databaseRole === "hanse_partner"
    ? sql`partner_account a on a.vendor_id = e.vendor_id and a.partner_id = e.partner_id and a.account_id = e.account_id`
    : sql`account a on a.vendor_id = e.vendor_id and a.id = e.account_id`;
}

/** What the policy says again: on the partner's side, events of the partners that the event's kind of sight reaches. */
function withinReach({ actor }: Tx): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner") return sql`true`;
  const groups = (["own", "deals", "money", "people"] as const).map(
    (group) => sql`(e.partner_reach = ${group} and e.partner_id = any (${[...actor.reach[group]]}::uuid[]))`,
  );
  return sql`(${sql.join(groups, sql` or `)})`;
}

function matching(filter: EventFilter): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (filter.subjectId !== undefined) conditions.push(sql`e.subject_id = ${filter.subjectId}`);
  if (filter.partnerId !== undefined) conditions.push(sql`e.partner_id = ${filter.partnerId}`);
  if (filter.accountId !== undefined) conditions.push(sql`e.account_id = ${filter.accountId}`);
  if (filter.type !== undefined) {
    conditions.push(sql`(e.type = ${filter.type} or split_part(e.type, '.', 1) = ${filter.type})`);
  }
  if (filter.untold !== undefined && filter.untold.length > 0)
    conditions.push(sql`e.type <> all (${[...filter.untold]}::text[])`);
  if (filter.from !== undefined) conditions.push(sql`e.occurred_at >= ${filter.from}::timestamptz`);
  if (filter.until !== undefined) conditions.push(sql`e.occurred_at < ${filter.until}::timestamptz`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}
