import { principalOf } from "#ecosystem/people/index.ts";
import { createProgram, ownPrograms } from "#ecosystem/programs/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { conflict, forbidden, invalid, notFound, Problem } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import type { PlanRules } from "../contract.ts";
import { readPlan } from "../plan.ts";
import { type createPlan as createPlanEndpoint, events, type PlanRecord, type PlanSummary } from "../wire.ts";
import * as store from "./store.ts";

export async function loadPlan(tx: Tx, publicId: string): Promise<store.PlanRow> {
  const plan = await store.findPlan(tx, fromPublicId("pln", publicId, "plan"));
  if (plan === null) throw notFound("plan");
  return plan;
}

export async function listPlans(tx: Tx, query: { cursor?: string; limit?: number }) {
  // A partner reads of the plans by which it may be paid; a plan that reads no program's tiers is everybody's.
  const isOff = tx.vendor.modulesOff.includes("programs");
  const found = await store.listPlans(tx, { ...query, programs: isOff ? null : await ownPrograms(tx) });
  const items = found.rows.map(
    (row): PlanSummary => ({
      id: toPublicId("pln", row.id),
      name: row.name,
      currency: row.rules?.currency ?? null,
      latestVersion: row.version,
      effectiveFrom: row.effective_from,
      components: row.rules?.components.map(({ key, label }) => ({ key, label })) ?? [],
      hasDraft: row.has_draft,
    }),
  );
  return { items, nextCursor: found.nextCursor };
}

export async function presentPlan(tx: Tx, plan: store.PlanRow): Promise<PlanRecord> {
  const principal = principalOf(tx);
  const versions = await store.versionsOf(tx, plan.id);
  const known = await store.ladders(tx);
  const draft = principal.side === "vendor" ? await store.findDraft(tx, plan.id) : null;
  return {
    id: toPublicId("pln", plan.id),
    name: plan.name,
    versions: versions.map((version) => {
      const ladder = ladderInForce(known, version.program_id, version.effective_from);
      return {
        id: toPublicId("plv", version.id),
        version: version.version,
        effectiveFrom: version.effective_from,
        publishedAt: version.published_at.toString(),
        publishedBy: version.published_by,
        rules: version.rules,
        program: ladder && {
          id: toPublicId("prg", ladder.program_id),
          name: ladder.program_name,
          ladder: ladder.ladder,
        },
      };
    }),
    draft: draft && {
      rules: draft.rules,
      effectiveFrom: draft.effective_from,
      editedBy: draft.edited_by,
      editedAt: draft.edited_at.toString(),
      version: draft.version,
      ladders: newestOfEach(known).map(({ ladder }) => ladder),
    },
    can: {
      draft: principal.can.has("plan.draft"),
      publish: principal.can.has("plan.publish"),
      run: principal.can.has("run.manage"),
    },
  };
}

/** The ladder version of a program that governs a day: the latest of those in force. */
export function ladderInForce(
  known: readonly store.LadderRow[],
  programId: string | null,
  day: string,
): store.LadderRow | null {
  const own = known.filter((row) => row.program_id === programId);
  return own.find((row) => row.effective_from <= day) ?? own.at(-1) ?? null;
}

/** Begins a plan as a draft, and the programs of the ladders that come with it: all of it or nothing. */
export async function createPlan(tx: Tx, body: BodyOf<typeof createPlanEndpoint>): Promise<PlanRecord> {
  await beginLadders(tx, body.ladders ?? []);
  const rules = await readRules(tx, body.rules);
  parseDay(body.effectiveFrom, "/effectiveFrom");
  const plan = await store.insertPlan(tx, body.name).catch(() => {
    throw invalid("/name", `There is a plan called "${body.name}" already.`);
  });
  await store.writeDraft(tx, plan.id, rules, body.effectiveFrom);
  await record(tx, events.planDrafted, { subject: { kind: "plan", id: plan.id } }, { name: plan.name });
  return presentPlan(tx, plan);
}

/** @throws Problem 403 where the person may draft plans and not begin programs; else as `createProgram` */
async function beginLadders(
  tx: Tx,
  ladders: NonNullable<BodyOf<typeof createPlanEndpoint>["ladders"]>,
): Promise<void> {
  if (ladders.length === 0) return;
  if (!principalOf(tx).can.has("program.manage")) {
    throw forbidden("Only an administrator creates ladders. Ask one to begin this plan.");
  }
  for (const [index, ladder] of ladders.entries()) {
    try {
      await createProgram(tx, ladder);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw error.within(`/ladders/${index}`);
    }
  }
}

export async function writeDraft(
  tx: Tx,
  publicId: string,
  body: { rules?: unknown; effectiveFrom: string },
): Promise<PlanRecord> {
  const plan = await loadPlan(tx, publicId);
  const rules = await readRules(tx, body.rules);
  parseDay(body.effectiveFrom, "/effectiveFrom");
  await store.writeDraft(tx, plan.id, rules, body.effectiveFrom);
  await record(tx, events.planDrafted, { subject: { kind: "plan", id: plan.id } }, { name: plan.name });
  return presentPlan(tx, plan);
}

export async function discardDraft(tx: Tx, publicId: string): Promise<PlanRecord> {
  const plan = await loadPlan(tx, publicId);
  await store.takeDraft(tx, plan.id);
  return presentPlan(tx, plan);
}

/** Makes the draft the next version. What is posted stays; a change to posted months comes as an adjustment run. */
export async function publish(tx: Tx, publicId: string): Promise<PlanRecord> {
  const plan = await loadPlan(tx, publicId);
  const draft = await store.takeDraft(tx, plan.id);
  if (draft === null) throw conflict("no-draft", `"${plan.name}" has no draft to publish.`);
  const rules = await readRules(tx, draft.rules);
  const { version } = await store.insertVersion(tx, {
    planId: plan.id,
    rules,
    effectiveFrom: draft.effective_from,
    programId: programOf(rules, await store.ladders(tx)),
  });
  await record(
    tx,
    events.planPublished,
    { subject: { kind: "plan", id: plan.id } },
    { name: plan.name, version, effectiveFrom: draft.effective_from },
  );
  return presentPlan(tx, plan);
}

async function readRules(tx: Tx, rules: unknown): Promise<PlanRules> {
  const known = newestOfEach(await store.ladders(tx));
  const series = await store.series(tx);
  return readPlan(rules, {
    ladders: known.map(({ ladder }) => ladder),
    ...(series.length > 0 ? { series } : {}),
  });
}

function newestOfEach(known: readonly store.LadderRow[]): store.LadderRow[] {
  return [...new Map([...known].reverse().map((row) => [row.program_id, row])).values()];
}

/** The program whose ladder the rules read. */
function programOf(rules: PlanRules, known: readonly store.LadderRow[]): string | null {
  const name = rules.components.find(({ multiplier }) => multiplier !== undefined)?.multiplier?.ladder;
  return known.find(({ ladder }) => ladder.name === name)?.program_id ?? null;
}
