import { type RawBuilder, sql } from "kysely";
import { principalOf } from "#ecosystem/people/index.ts";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { daysOfMonth, previousMonth } from "#platform/time/month.ts";
import { plansStore } from "../../plans/index.ts";
import type { Run, RunPartner, RunProblem, RunRecord } from "../contract.ts";
import { linesOf } from "./lines.ts";
import { monthsOf } from "./months.ts";
import type { RunRow } from "./store.ts";
import { unbookedIn } from "./wins.ts";

export function present(row: RunRow): Run {
  return {
    id: toPublicId("run", row.id),
    number: Number(row.number),
    plan: { id: toPublicId("pln", row.plan_id), name: row.plan_name },
    period: row.period.slice(0, 7),
    bookedIn: row.booked_in.slice(0, 7),
    adjusts:
      row.adjusts_run_id === null
        ? null
        : { id: toPublicId("run", row.adjusts_run_id), number: Number(row.adjusts_number) },
    state: row.state,
    lines: row.line_count,
    problems: row.problem_count,
    total: toJson({ minor: row.total_minor, currency: row.currency }),
    partners: row.partner_count,
    wins: row.win_count,
    previewedBy: row.previewed_by,
    previewedAt: row.previewed_at.toString(),
    postedBy: row.posted_by,
    postedAt: row.posted_at?.toString() ?? null,
  };
}

/** What the same plan booked in the month before the run's. */
function bookedBefore(tx: Tx, run: RunRow): RawBuilder<unknown> {
  return sql`(select component, partner_id, amount_minor from earning
    where vendor_id = ${tx.vendorId} and plan_id = ${run.plan_id} and period = (${run.period}::date - interval '1 month')::date)`;
}

export async function presentRecord(tx: Tx, run: RunRow, stale: boolean): Promise<RunRecord> {
  const principal = principalOf(tx);
  const money = (minor: bigint) => toJson({ minor, currency: run.currency });
  const labels = await componentLabels(tx, run.plan_id);
  const components = await rows(
    tx,
    sql<{ component: string; lines: number; amount: bigint; last_month: bigint | null }>`
      select coalesce(n.component, b.component) as component, coalesce(n.lines, 0)::int as lines, coalesce(n.amount, 0)::bigint as amount, b.amount as last_month
      from (select component, count(*) as lines, sum(amount_minor)::bigint as amount from ${linesOf(tx, run)} as l group by component) as n
      full join (select component, sum(amount_minor)::bigint as amount from ${bookedBefore(tx, run)} as b group by component) as b on b.component = n.component
      order by 1`,
  );
  const before = components.some((row) => row.last_month !== null);
  const totalBefore = components.reduce((sum, row) => sum + (row.last_month ?? 0n), 0n);
  const since = run.state === "posted" && run.adjusts_run_id === null ? await changesSince(tx, run) : null;
  const mayRun = principal.can.has("run.manage");
  return {
    ...present(run),
    components: components.map((row) => ({
      component: row.component,
      label: labels.get(row.component) ?? row.component,
      lines: row.lines,
      amount: money(row.amount),
      lastMonth: row.last_month === null ? null : money(row.last_month),
      difference: before ? money(row.amount - (row.last_month ?? 0n)) : null,
    })),
    lastMonth: before
      ? {
          period: previousMonth(run.period.slice(0, 7)),
          total: money(totalBefore),
          difference: money(run.total_minor - totalBefore),
        }
      : null,
    hold: await holdOf(tx, run),
    stale,
    monthIsOver: daysOfMonth(run.period.slice(0, 7)).until.toString() <= tx.today().toString(),
    unbookedChanges: since?.changes ?? 0,
    planChanged: since?.plan_changed ?? false,
    beforePlan: await winsBeforePlan(tx, run),
    can: {
      post: mayRun && run.state === "previewed" && !stale,
      discard: mayRun && run.state === "previewed",
      adjust: mayRun && run.state === "posted" && run.adjusts_run_id === null,
    },
  };
}

/** Wins of the run's month, unbooked, that closed before the plan's first day. */
async function winsBeforePlan(tx: Tx, run: RunRow): Promise<RunRecord["beforePlan"]> {
  const versions = await plansStore.versionsOf(tx, run.plan_id);
  const begins = versions.map((version) => version.effective_from).sort()[0];
  const { from, until } = daysOfMonth(run.period.slice(0, 7));
  if (begins === undefined || begins <= from.toString()) return null;
  const end = [begins, until.toString()].sort()[0] ?? begins;
  const { candidates } = unbookedIn(run.plan_id, from.toString(), end);
  const { wins } = await one<{ wins: number }>(
    tx,
    sql`select count(*)::int as wins from win w
      join opportunity o on o.vendor_id = w.vendor_id and o.id = w.opportunity_id
      where w.vendor_id = ${tx.vendorId} and ${candidates} and not exists (select 1 from earning e
        where e.vendor_id = w.vendor_id and e.plan_id = ${run.plan_id} and e.win_id = w.id)`,
  );
  return wins === 0 ? null : { begins, wins };
}

async function holdOf(tx: Tx, run: RunRow): Promise<RunRecord["hold"]> {
  const today = tx.today().toString();
  const found = await one<{ held: bigint; released: bigint; first: string | null; last: string | null }>(
    tx,
    sql`select coalesce(sum(amount_minor) filter (where hold_until > ${today}), 0)::bigint as held,
        coalesce(sum(amount_minor) filter (where hold_until <= ${today}), 0)::bigint as released,
        min(hold_until) filter (where hold_until > ${today}) as first, max(hold_until) filter (where hold_until > ${today}) as last
      from ${linesOf(tx, run)} as l`,
  );
  const money = (minor: bigint) => toJson({ minor, currency: run.currency });
  return {
    held: money(found.held),
    first: found.first,
    last: found.last,
    released: money(found.released),
  };
}

async function changesSince(tx: Tx, run: RunRow) {
  const months = await monthsOf(tx, run.plan_id);
  return months.find((month) => month.period === run.period) ?? null;
}

/** What a plan calls its components, by the newest version that has them. */
export async function componentLabels(tx: Tx, planId: string): Promise<Map<string, string>> {
  const versions = await plansStore.versionsOf(tx, planId);
  return new Map(
    versions.reverse().flatMap(({ rules }) => rules.components.map(({ key, label }) => [key, label])),
  );
}

interface PartnerRow {
  partner_id: string;
  partner_name: string;
  lines: number;
  amount: bigint;
  last_month: bigint;
  components: [string, string][];
}

export async function byPartner(tx: Tx, run: RunRow, query: { cursor?: string; limit?: number }) {
  const wanted = page<PartnerRow>(
    [
      { expression: sql`t.amount`, type: "bigint", direction: "desc", value: (row) => row.amount },
      { expression: sql`t.partner_id`, type: "uuid", direction: "desc", value: (row) => row.partner_id },
    ],
    query,
  );
  const found = wanted.finish(
    await rows(
      tx,
      sql<PartnerRow>`select t.* from (
          select c.partner_id, min(c.partner_name) as partner_name, sum(c.lines)::int as lines, sum(c.amount)::bigint as amount,
            coalesce(min(b.amount), 0)::bigint as last_month, json_agg(json_build_array(c.component, c.amount::text) order by c.component) as components
          from (select partner_id, min(partner_name) as partner_name, component, count(*) as lines, sum(amount_minor)::bigint as amount
            from ${linesOf(tx, run)} as l group by partner_id, component) as c
          left join (select partner_id, sum(amount_minor)::bigint as amount from ${bookedBefore(tx, run)} as b group by partner_id) as b on b.partner_id = c.partner_id
          group by c.partner_id
        ) as t where ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const money = (minor: bigint) => toJson({ minor, currency: run.currency });
  const items = found.rows.map(
    (row): RunPartner => ({
      partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
      lines: row.lines,
      amount: money(row.amount),
      lastMonth: money(row.last_month),
      difference: money(row.amount - row.last_month),
      components: row.components.map(([component, amount]) => ({ component, amount: money(BigInt(amount)) })),
    }),
  );
  return { items, nextCursor: found.nextCursor };
}

interface ProblemRow {
  win_id: string;
  opportunity_id: string;
  opportunity_name: string;
  external_id: string | null;
  code: string;
  params: Record<string, string>;
}

export async function problems(tx: Tx, run: RunRow, query: { cursor?: string; limit?: number }) {
  const wanted = page<ProblemRow>(
    [
      { expression: sql`p.win_id`, type: "uuid", direction: "asc", value: (row) => row.win_id },
      { expression: sql`p.code`, type: "text", direction: "asc", value: (row) => row.code },
    ],
    query,
  );
  const found = wanted.finish(
    await rows(
      tx,
      sql<ProblemRow>`select p.win_id, p.opportunity_id, o.name as opportunity_name, o.external_id, p.code, p.params
        from run_problem p join opportunity o on o.vendor_id = p.vendor_id and o.id = p.opportunity_id
        where p.vendor_id = ${tx.vendorId} and p.run_id = ${run.id} and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const items = found.rows.map(
    (row): RunProblem => ({
      opportunity: {
        id: toPublicId("opp", row.opportunity_id),
        name: row.opportunity_name,
        externalId: row.external_id,
      },
      code: row.code,
      params: row.params,
    }),
  );
  return { items, nextCursor: found.nextCursor };
}
