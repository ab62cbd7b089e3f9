import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { page, type SortKey } from "#platform/http/list.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { parseDay } from "#platform/time/day.ts";
import { calendarOf, currentRules } from "../../engagement/index.ts";
import type { DealBreach, listBreaches } from "../contract.ts";
import { minutesLate } from "../pace.ts";

/*
 * What the vendor owed and did not give in time, or owes still. What has been given keeps what was promised; what runs
 * is measured at the moment of asking.
 */

interface BreachRow {
  id: string;
  number: number;
  customer_name: string;
  partner_id: string;
  partner_name: string;
  clock: DealBreach["clock"];
  due_at: Temporal.Instant;
  met_at: Temporal.Instant | null;
  late_minutes: number | null;
  whose_id: string | null;
  whose_name: string | null;
}

const keys: readonly SortKey<BreachRow>[] = [
  {
    expression: sql`b.due_at`,
    type: "timestamptz",
    direction: "desc",
    value: (row) => row.due_at.toString(),
  },
  { expression: sql`b.id`, type: "uuid", direction: "desc", value: (row) => row.id },
  { expression: sql`b.clock`, type: "text", direction: "desc", value: (row) => row.clock },
];

export async function breaches(
  tx: Tx,
  query: QueryOf<typeof listBreaches>,
): Promise<{ items: DealBreach[]; nextCursor: string | null }> {
  const wanted = page<BreachRow>(keys, query);
  const found = await rows(
    tx,
    sql<BreachRow>`select b.*, p.name as partner_name, m.name as whose_name
      from (${each(tx)}) b
      join partner p on p.vendor_id = ${tx.vendorId} and p.id = b.partner_id
      left join membership m on m.vendor_id = ${tx.vendorId} and m.id = b.whose_id
      where ${filtered(tx, query)} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const done = wanted.finish(found);
  const { settings } = await currentRules(tx);
  const calendar = calendarOf(settings, tx.vendor.timezone);
  return {
    items: done.rows.map((row) => ({
      deal: {
        id: toPublicId("deal", row.id),
        number: row.number,
        customer: row.customer_name,
        partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
      },
      clock: row.clock,
      dueAt: row.due_at.toString(),
      metAt: row.met_at?.toString() ?? null,
      running: row.late_minutes === null,
      lateHours: hours(row.late_minutes ?? minutesLate(calendar, row.due_at, tx.now()) ?? 0),
      whose:
        row.whose_id && row.whose_name ? { id: toPublicId("mem", row.whose_id), name: row.whose_name } : null,
    })),
    nextCursor: done.nextCursor,
  };
}

/** Business hours, to a tenth. */
export function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

/** Each clock that was or is late, of each registration. */
function each(tx: Tx): RawBuilder<unknown> {
  const now = sql`${tx.now().toString()}::timestamptz`;
  const running = (
    column: string,
  ) => sql`d.${sql.ref(column)} < ${now} and d.state in ('submitted', 'in-review')
    and not exists (select from registration_decision r where r.vendor_id = d.vendor_id and r.registration_id = d.id
      and r.told_at is null and r.taken_back_at is null)`;
  const columns = sql`d.id, d.number, d.customer_name, d.partner_id`;
  return sql`
    select ${columns}, 'answer' as clock, d.answer_promised_at as due_at, coalesce(d.answered_at, d.ended_at) as met_at,
      d.answer_late_minutes as late_minutes, d.answered_by as whose_id
    from registration d where d.vendor_id = ${tx.vendorId} and d.answer_late_minutes is not null
    union all
    select ${columns}, 'decision', d.decision_promised_at, coalesce(d.decided_at, d.ended_at), d.decision_late_minutes, d.decided_by
    from registration d where d.vendor_id = ${tx.vendorId} and d.decision_late_minutes is not null
    union all
    select ${columns}, 'answer', d.answer_due_at, null, null, null
    from registration d where d.vendor_id = ${tx.vendorId} and ${running("answer_due_at")}
    union all
    select ${columns}, 'decision', d.decision_due_at, null, null, d.answered_by
    from registration d where d.vendor_id = ${tx.vendorId} and ${running("decision_due_at")}`;
}

function filtered(tx: Tx, query: QueryOf<typeof listBreaches>): RawBuilder<unknown> {
  const startOf = (day: string, pointer: string) =>
    sql`(${parseDay(day, pointer).toString()}::date)::timestamp at time zone ${tx.vendor.timezone}`;
  const conditions = [
    ...(query.clock === undefined ? [] : [sql`b.clock = ${query.clock}`]),
    ...(query.status === undefined
      ? []
      : [query.status === "running" ? sql`b.late_minutes is null` : sql`b.late_minutes is not null`]),
    ...(query.partnerId === undefined
      ? []
      : [sql`b.partner_id = ${fromPublicId("par", query.partnerId, "partner")}`]),
    ...(query.dueFrom === undefined ? [] : [sql`b.due_at >= ${startOf(query.dueFrom, "?dueFrom")}`]),
    ...(query.dueUntil === undefined
      ? []
      : [sql`b.due_at < ${startOf(query.dueUntil, "?dueUntil")} + interval '1 day'`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** One clock of the vendor that runs. */
export interface RunningClock {
  dealId: string;
  partnerId: string;
  number: number;
  customer: string;
  clock: DealBreach["clock"];
  dueAt: Temporal.Instant;
  /** Who has taken it into review; null while nobody has. */
  whose: string | null;
}

/**
 * The vendor's clocks that run and are due before an instant, the earliest first, for whoever reminds or escalates;
 * what is decided and not told yet is not among them. At most `limit`.
 */
export async function clocksDue(tx: Tx, before: Temporal.Instant, limit: number): Promise<RunningClock[]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
      partner_id: string;
      number: number;
      customer_name: string;
      clock: DealBreach["clock"];
      due_at: Temporal.Instant;
      answered_by: string | null;
    }>`select d.id, d.partner_id, d.number, d.customer_name, x.clock, x.due_at, d.answered_by
      from registration d
      cross join lateral (values ('answer', d.answer_due_at), ('decision', d.decision_due_at)) as x (clock, due_at)
      where d.vendor_id = ${tx.vendorId} and d.state in ('submitted', 'in-review')
        and x.due_at < ${before.toString()}::timestamptz
        and not exists (select from registration_decision r where r.vendor_id = d.vendor_id and r.registration_id = d.id
          and r.told_at is null and r.taken_back_at is null)
      order by x.due_at, d.id, x.clock limit ${limit}`,
  );
  return found.map((row) => ({
    dealId: row.id,
    partnerId: row.partner_id,
    number: row.number,
    customer: row.customer_name,
    clock: row.clock,
    dueAt: row.due_at,
    whose: row.answered_by,
  }));
}
