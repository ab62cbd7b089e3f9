import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { daysOfMonth, monthOf } from "#platform/time/month.ts";
import { loadPlan, plansStore } from "../../plans/index.ts";
import { events, type RunRecord } from "../contract.ts";
import { compute } from "./compute.ts";
import { loadContext } from "./context.ts";
import { postLines } from "./posting.ts";
import { presentRecord } from "./present.ts";
import * as store from "./store.ts";
import { type Scope, settledBy, unbookedIn, winsOf } from "./wins.ts";

/** Runs, statements and payouts of a vendor wait for each other: each sees what the one before has done. */
export async function lockMoney(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('money ' || ${tx.vendorId}, 0))`.execute(tx.db);
}

export async function loadRun(tx: Tx, publicId: string, lock = false): Promise<store.RunRow> {
  const run = await store.findRun(tx, fromPublicId("run", publicId, "run"), lock);
  if (run === null) throw notFound("run");
  return run;
}

/**
 * Computes a plan for a month as a preview that moves nothing. A month that is posted is not computed again: what came
 * after is asked for with `adjusts`, and booked in the open month.
 */
export async function preview(
  tx: Tx,
  wanted: { planId: string; period: string; adjusts?: string },
): Promise<RunRecord> {
  const plan = await loadPlan(tx, wanted.planId);
  const version = (await plansStore.versionsOf(tx, plan.id))[0];
  if (version === undefined)
    throw conflict("plan-not-published", `"${plan.name}" has no published version yet. Publish one first.`);
  const openMonth = monthOf(tx.today());
  if (wanted.period > openMonth) throw invalid("/period", "This month has not begun.");
  const target =
    wanted.adjusts === undefined
      ? await firstRun(tx, plan, wanted.period)
      : await adjustment(tx, plan, wanted.period, wanted.adjusts, openMonth);
  const id = newId();
  await store.discardOlder(tx, plan.id, `${target.period}-01`, target.adjusts);
  await store.insertRun(tx, {
    id,
    planId: plan.id,
    period: `${target.period}-01`,
    bookedIn: `${target.bookedIn}-01`,
    adjusts: target.adjusts,
    factsDigest: await digestOf(tx, plan.id, target.scope, target.period),
    currency: version.rules.currency,
  });
  const problems = await compute(tx, await loadContext(tx, plan), {
    runId: id,
    scope: target.scope,
    period: target.bookedIn,
  });
  await store.keepLines(tx, id, problems);
  return presentById(tx, id, false);
}

interface Target {
  scope: Scope;
  period: string;
  bookedIn: string;
  adjusts: string | null;
}

async function firstRun(tx: Tx, plan: plansStore.PlanRow, period: string): Promise<Target> {
  const posted = await store.postedRun(tx, plan.id, `${period}-01`);
  if (posted !== null) throw alreadyPosted(posted);
  return { scope: firstScope(plan.id, period), period, bookedIn: period, adjusts: null };
}

async function adjustment(
  tx: Tx,
  plan: plansStore.PlanRow,
  period: string,
  adjusts: string,
  openMonth: string,
): Promise<Target> {
  const adjusted = await loadRun(tx, adjusts);
  if (adjusted.plan_id !== plan.id) throw invalid("/adjusts", "This run is of another plan.");
  if (adjusted.state !== "posted" || adjusted.adjusts_run_id !== null)
    throw invalid("/adjusts", "Name the posted run of the month.");
  const itsMonth = adjusted.period.slice(0, 7);
  if (period !== itsMonth && period !== openMonth)
    throw invalid("/period", `Run ${adjusted.number} is of ${itsMonth}.`);
  return {
    scope: await adjustmentScope(tx, plan.id, adjusted.id, itsMonth),
    period: itsMonth,
    bookedIn: openMonth,
    adjusts: adjusted.id,
  };
}

function firstScope(planId: string, period: string): Scope {
  const { from, until } = daysOfMonth(period);
  return unbookedIn(planId, from.toString(), until.toString());
}

async function adjustmentScope(tx: Tx, planId: string, runId: string, period: string): Promise<Scope> {
  const { from, until } = daysOfMonth(period);
  return settledBy(tx, planId, await store.familyOf(tx, runId), from.toString(), until.toString());
}

function digestOf(tx: Tx, planId: string, scope: Scope, period: string): Promise<string> {
  return store.factsDigest(tx, planId, winsOf(tx, scope), daysOfMonth(period).until.toString());
}

async function scopeOf(tx: Tx, run: store.RunRow): Promise<Scope> {
  const period = run.period.slice(0, 7);
  return run.adjusts_run_id === null
    ? firstScope(run.plan_id, period)
    : adjustmentScope(tx, run.plan_id, run.adjusts_run_id, period);
}

/** True when what a preview read has changed since, so that it no longer tells what posting would do. */
export async function isStale(tx: Tx, run: store.RunRow): Promise<boolean> {
  if (run.state !== "previewed") return false;
  if (run.adjusts_run_id !== null && run.booked_in.slice(0, 7) !== monthOf(tx.today())) return true;
  return (
    (await digestOf(tx, run.plan_id, await scopeOf(tx, run), run.period.slice(0, 7))) !== run.facts_digest
  );
}

/** Posts a preview exactly as it was shown: its lines become earnings, the ledger books them, the tiers used stand. */
export async function post(tx: Tx, publicId: string): Promise<RunRecord> {
  await lockMoney(tx);
  const run = await loadRun(tx, publicId, true);
  if (run.state === "posted") throw alreadyPosted(run);
  if (run.state === "discarded")
    throw conflict("run-discarded", `Run ${run.number} was given up. Preview the month again.`);
  const posted = run.adjusts_run_id === null ? await store.postedRun(tx, run.plan_id, run.period) : null;
  if (posted !== null) throw alreadyPosted(posted);
  if (await isStale(tx, run)) {
    throw conflict(
      "preview-stale",
      `Something that run ${run.number} rests on has changed since the preview. Preview it again and look at the difference.`,
    );
  }
  const plan = await loadPlan(tx, toPublicId("pln", run.plan_id));
  await postLines(tx, run, await loadContext(tx, plan));
  await record(
    tx,
    events.runPosted,
    { subject: { kind: "run", id: run.id } },
    {
      number: Number(run.number),
      plan: run.plan_name,
      period: run.period.slice(0, 7),
      bookedIn: run.booked_in.slice(0, 7),
      lines: run.line_count,
      total: toJson({ minor: run.total_minor, currency: run.currency }),
      adjusts: run.adjusts_run_id === null ? null : toPublicId("run", run.adjusts_run_id),
    },
  );
  return presentById(tx, run.id);
}

export async function discard(tx: Tx, publicId: string): Promise<RunRecord> {
  const run = await loadRun(tx, publicId, true);
  if (run.state === "posted")
    throw conflict(
      "run-posted",
      `Run ${run.number} is posted and stays. Corrections come as an adjustment run.`,
    );
  await store.discard(tx, run.id);
  return presentById(tx, run.id);
}

/** A run with its totals; whether a preview still holds is looked up unless it is known. */
export async function presentById(tx: Tx, id: string, stale?: boolean): Promise<RunRecord> {
  const run = await store.findRun(tx, id);
  if (run === null) throw notFound("run");
  return presentRecord(tx, run, stale ?? (await isStale(tx, run)));
}

function alreadyPosted(run: store.RunRow) {
  const runId = toPublicId("run", run.id);
  return conflict(
    "already-posted",
    `${run.plan_name} is posted for ${run.period.slice(0, 7)}, by run ${run.number}. Book what came later with an adjustment run.`,
    { runId },
  );
}
