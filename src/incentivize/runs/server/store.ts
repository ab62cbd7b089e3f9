import { type RawBuilder, sql } from "kysely";
import { changed, maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { type RunProblemRow, stageColumns } from "./compute.ts";

export interface RunRow {
  id: string;
  number: bigint;
  plan_id: string;
  plan_name: string;
  period: string;
  booked_in: string;
  adjusts_run_id: string | null;
  adjusts_number: bigint | null;
  state: "previewed" | "posted" | "discarded";
  line_count: number;
  problem_count: number;
  total_minor: bigint;
  partner_count: number;
  win_count: number;
  currency: string;
  facts_digest: string;
  previewed_by: string | null;
  previewed_at: Temporal.Instant;
  posted_by: string | null;
  posted_at: Temporal.Instant | null;
}

const runColumns = sql`r.id, r.number, r.plan_id, p.name as plan_name, r.period, r.booked_in, r.adjusts_run_id, a.number as adjusts_number,
  r.state, r.line_count, r.problem_count, r.total_minor, r.partner_count, r.win_count, r.currency, r.facts_digest,
  pm.name as previewed_by, r.previewed_at, om.name as posted_by, r.posted_at`;
const runTables = sql`run r join plan p on p.vendor_id = r.vendor_id and p.id = r.plan_id
  left join run a on a.vendor_id = r.vendor_id and a.id = r.adjusts_run_id
  left join membership pm on pm.vendor_id = r.vendor_id and pm.id = r.previewed_by
  left join membership om on om.vendor_id = r.vendor_id and om.id = r.posted_by`;

export async function findRun(tx: Tx, id: string, lock = false): Promise<RunRow | null> {
  return maybe(
    tx,
    sql<RunRow>`select ${runColumns} from ${runTables} where r.vendor_id = ${tx.vendorId} and r.id = ${id} ${lock ? sql`for update of r` : sql``}`,
  );
}

/** The run that posted a month of a plan, if one has. */
export async function postedRun(tx: Tx, planId: string, period: string): Promise<RunRow | null> {
  return maybe(
    tx,
    sql<RunRow>`select ${runColumns} from ${runTables} where r.vendor_id = ${tx.vendorId} and r.plan_id = ${planId} and r.period = ${period}
      and r.state = 'posted' and r.adjusts_run_id is null`,
  );
}

/** A posted run and the posted runs that adjusted it. */
export async function familyOf(tx: Tx, runId: string): Promise<string[]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
    }>`select id from run where vendor_id = ${tx.vendorId} and (id = ${runId} or adjusts_run_id = ${runId}) and state = 'posted'`,
  );
  return found.map((row) => row.id);
}

export async function listRuns(
  tx: Tx,
  query: { planId?: string; period?: string; state?: string; cursor?: string; limit?: number },
) {
  const wanted = page<RunRow>(
    [{ expression: sql`r.number`, type: "bigint", direction: "desc", value: (row) => row.number }],
    query,
  );
  const plan = query.planId === undefined ? sql`true` : sql`r.plan_id = ${query.planId}`;
  const period = query.period === undefined ? sql`true` : sql`r.period = ${`${query.period}-01`}`;
  const state = query.state === undefined ? sql`r.state <> 'discarded'` : sql`r.state = ${query.state}`;
  return wanted.finish(
    await rows(
      tx,
      sql<RunRow>`select ${runColumns} from ${runTables} where r.vendor_id = ${tx.vendorId} and ${plan} and ${period} and ${state}
        and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

export async function insertRun(
  tx: Tx,
  run: {
    id: string;
    planId: string;
    period: string;
    bookedIn: string;
    adjusts: string | null;
    factsDigest: string;
    currency: string;
  },
): Promise<void> {
  const number = await one<{ value: bigint }>(
    tx,
    sql<{
      value: bigint;
    }>`insert into counter (vendor_id, scope, name, value) values (${tx.vendorId}, ${tx.vendorId}, 'run', 1)
      on conflict (vendor_id, scope, name) do update set value = counter.value + 1 returning value`,
  );
  await sql`insert into run (vendor_id, id, number, plan_id, period, adjusts_run_id, state, booked_in, facts_digest, currency, previewed_by, previewed_at)
    values (${tx.vendorId}, ${run.id}, ${number.value}, ${run.planId}, ${run.period}, ${run.adjusts}, 'previewed', ${run.bookedIn}, ${run.factsDigest},
      ${run.currency}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(tx.db);
}

/** Takes the staged lines into the preview and writes the run's totals. */
export async function keepLines(tx: Tx, runId: string, problems: readonly RunProblemRow[]): Promise<void> {
  const columns = sql.raw(stageColumns.filter((name) => name !== "run_id").join(", "));
  await sql`insert into run_line (vendor_id, run_id, ${columns}) select ${tx.vendorId}::uuid, run_id, ${columns} from run_stage where run_id = ${runId}`.execute(
    tx.db,
  );
  await sql`delete from run_stage where run_id = ${runId}`.execute(tx.db);
  await sql`insert into run_problem (vendor_id, run_id, win_id, opportunity_id, code, params)
    select ${tx.vendorId}::uuid, ${runId}::uuid, (one->>'winId')::uuid, (one->>'opportunityId')::uuid, one->>'code', one->'params'
    from jsonb_array_elements(${JSON.stringify(problems)}::jsonb) as one on conflict do nothing`.execute(
    tx.db,
  );
  await sql`update run set line_count = l.lines, total_minor = l.total, partner_count = l.partners, win_count = l.wins, problem_count = ${problems.length}
    from (select count(*)::int as lines, coalesce(sum(amount_minor), 0)::bigint as total, count(distinct partner_id)::int as partners,
        count(distinct win_id)::int as wins from run_line where vendor_id = ${tx.vendorId} and run_id = ${runId}) as l
    where vendor_id = ${tx.vendorId} and id = ${runId}`.execute(tx.db);
}

/** Ends a preview: it is discarded, and its lines go. */
export async function discard(tx: Tx, runId: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update run set state = 'discarded' where vendor_id = ${tx.vendorId} and id = ${runId} and state = 'previewed'`,
  );
  if (done === 1) await dropLines(tx, runId);
  return done === 1;
}

export async function dropLines(tx: Tx, runId: string): Promise<void> {
  await sql`delete from run_line where vendor_id = ${tx.vendorId} and run_id = ${runId}`.execute(tx.db);
}

/** Older previews of the same thing are given up by a new one. */
export async function discardOlder(
  tx: Tx,
  planId: string,
  period: string,
  adjusts: string | null,
): Promise<void> {
  const older = await rows(
    tx,
    sql<{
      id: string;
    }>`select id from run where vendor_id = ${tx.vendorId} and plan_id = ${planId} and period = ${period}
      and adjusts_run_id is not distinct from ${adjusts} and state = 'previewed' for update`,
  );
  for (const { id } of older) await discard(tx, id);
}

/**
 * A hash of everything a computation read: the wins in scope, their opportunities, versions of plans and ladders,
 * hierarchy, series and the facts that tiers follow from, of the quarters that wins have moved to as well. The same
 * hash means that the preview still holds.
 */
export async function factsDigest(
  tx: Tx,
  planId: string,
  wins: RawBuilder<unknown>,
  until: string,
): Promise<string> {
  const row = await one<{ digest: string }>(
    tx,
    sql<{ digest: string }>`select md5(concat_ws('|', win.digest,
      (select max(version) from plan_version where vendor_id = ${tx.vendorId} and plan_id = ${planId}),
      (select count(*) from program_version where vendor_id = ${tx.vendorId}),
      (select sum(hashtextextended(concat_ws(',', e.id, e.effective_from, e.effective_until, p.name), 0)::numeric)
        from partner_edge e join partner p on p.vendor_id = e.vendor_id and p.id = e.parent_id where e.vendor_id = ${tx.vendorId}),
      (select concat(count(*), ':', sum(amount_minor)) from fact where vendor_id = ${tx.vendorId} and kind = 'won_value'
        and counts_on >= win.first_close - interval '8 months' and counts_on < win.last_close),
      ${tx.vendor.name}::text, ${tx.vendor.timezone}::text)) as digest
    from (
      select least(min(x.closed_on), ${until}::date) as first_close, greatest(max(x.closed_on), ${until}::date) as last_close,
        concat(count(*), ':', sum(hashtextextended(concat_ws(',', x.win_id, x.closed_on, x.value_minor, x.reversed_minor, x.withdrawn, x.owner_id, x.owner_name, x.undecided_holder, x.shares::text, x.signed_on, x.owner_outside, x.name, x.external_id, x.pay_basis_reason, x.lines::text, x.booked::text), 0)::numeric)) as digest
      from (${wins}) as x
    ) as win`,
  );
  return row.digest;
}
