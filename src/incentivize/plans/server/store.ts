import { type RawBuilder, sql } from "kysely";
import type { Ladder, LadderVersion } from "#ecosystem/ladders/contract.ts";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import type { PlanRules, PlanVersion } from "../contract.ts";

export interface PlanRow {
  id: string;
  name: string;
}

export async function findPlan(tx: Tx, id: string): Promise<PlanRow | null> {
  return maybe(tx, sql<PlanRow>`select id, name from plan where vendor_id = ${tx.vendorId} and id = ${id}`);
}

export interface PlanSummaryRow extends PlanRow {
  version: number | null;
  effective_from: string | null;
  rules: PlanRules | null;
  has_draft: boolean;
}

interface PlansWanted {
  /** Those of these programs, of none, and those that have paid; null: all. */
  programs: readonly string[] | null;
  cursor?: string;
  limit?: number;
}

export async function listPlans(tx: Tx, { programs, ...query }: PlansWanted) {
  const wanted = page<PlanSummaryRow>(
    [
      { expression: sql`p.name`, type: "text", direction: "asc", value: (row) => row.name },
      { expression: sql`p.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    query,
  );
  // Drafts are the vendor's side's; the partner's side has no right to look whether there is one.
  const hasDraft =
    tx.actor.databaseRole === "hanse_partner"
      ? sql`false`
      : sql`exists (select 1 from plan_draft d where d.vendor_id = ${tx.vendorId} and d.plan_id = p.id)`;
  return wanted.finish(
    await rows(
      tx,
      sql<PlanSummaryRow>`select p.id, p.name, v.version, v.effective_from, v.rules, ${hasDraft} as has_draft
        from plan p
        left join lateral (
          select version, effective_from, rules from plan_version
          where vendor_id = ${tx.vendorId} and plan_id = p.id order by version desc limit 1
        ) as v on true
        where p.vendor_id = ${tx.vendorId} and ${programs === null ? sql`true` : paysIn(tx, programs)} and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

function paysIn(tx: Tx, programs: readonly string[]): RawBuilder<boolean> {
  const versions = sql`select from plan_version x where x.vendor_id = ${tx.vendorId} and x.plan_id = p.id and x.program_id`;
  return sql`(v.version is not null and (not exists (${versions} is not null) or exists (${versions} = any (${[...programs]}::uuid[]))
    or exists (select from earning e where e.vendor_id = ${tx.vendorId} and e.plan_id = p.id)))`;
}

export interface VersionRow {
  id: string;
  plan_id: string;
  version: number;
  effective_from: string;
  rules: PlanRules;
  program_id: string | null;
  published_at: Temporal.Instant;
  published_by: string | null;
}

/** All versions of a plan, the newest first. */
export async function versionsOf(tx: Tx, planId: string): Promise<VersionRow[]> {
  // A partner's people may not see who of the vendor's people published it.
  const by = tx.actor.databaseRole === "hanse_partner" ? sql`null::text` : sql`m.name`;
  return rows(
    tx,
    sql<VersionRow>`select v.id, v.plan_id, v.version, v.effective_from, v.rules, v.program_id, v.published_at, ${by} as published_by
      from plan_version v left join membership m on m.vendor_id = v.vendor_id and m.id = v.published_by
      where v.vendor_id = ${tx.vendorId} and v.plan_id = ${planId} order by v.version desc`,
  );
}

export interface LadderRow {
  id: string;
  program_id: string;
  program_name: string;
  version: number;
  effective_from: string;
  ladder: Ladder;
}

/** Every published ladder of the vendor that holds at some time, the newest of each program first. */
export async function ladders(tx: Tx): Promise<LadderRow[]> {
  return rows(
    tx,
    sql<LadderRow>`select v.id, v.program_id, p.name as program_name, v.version, v.effective_from, v.ladder
      from program_version v join program p on p.vendor_id = v.vendor_id and p.id = v.program_id
      where v.vendor_id = ${tx.vendorId} and v.ladder is not null and not exists (
        select from program_version_withdrawal w where w.vendor_id = v.vendor_id and w.version_id = v.id)
      order by p.name, v.version desc`,
  );
}

export async function series(tx: Tx): Promise<string[]> {
  const found = await rows(
    tx,
    sql<{
      series: string;
    }>`select distinct series from product where vendor_id = ${tx.vendorId} order by series`,
  );
  return found.map((row) => row.series);
}

/** A version as the engine takes it: rules, and the ladder versions that may apply to its wins. */
export function toEngine(plan: PlanRow, version: VersionRow, known: readonly LadderRow[]): PlanVersion {
  return {
    planId: toPublicId("pln", plan.id),
    name: plan.name,
    version: version.version,
    rules: version.rules,
    ladders: known
      .filter((row) => row.program_id === version.program_id)
      .map(
        (row): LadderVersion => ({ id: toPublicId("prv", row.id), version: row.version, ladder: row.ladder }),
      ),
  };
}

export interface DraftRow {
  rules: PlanRules;
  effective_from: string;
  edited_at: Temporal.Instant;
  edited_by: string | null;
  version: number;
}

export async function findDraft(tx: Tx, planId: string): Promise<DraftRow | null> {
  return maybe(
    tx,
    sql<DraftRow>`select d.rules, d.effective_from, d.edited_at, m.name as edited_by, d.version from plan_draft d
      left join membership m on m.vendor_id = d.vendor_id and m.id = d.edited_by
      where d.vendor_id = ${tx.vendorId} and d.plan_id = ${planId}`,
  );
}

export async function insertPlan(tx: Tx, name: string): Promise<PlanRow> {
  const row = await maybe<PlanRow>(
    tx,
    sql<PlanRow>`insert into plan (vendor_id, id, name, created_at) values (${tx.vendorId}, ${newId()}, ${name}, ${tx.now().toString()})
      on conflict do nothing returning id, name`,
  );
  if (row === null) throw new Error("name taken");
  return row;
}

export async function writeDraft(
  tx: Tx,
  planId: string,
  rules: PlanRules,
  effectiveFrom: string,
): Promise<void> {
  await sql`insert into plan_draft (vendor_id, plan_id, rules, effective_from, edited_by, edited_at)
    values (${tx.vendorId}, ${planId}, ${JSON.stringify(rules)}::jsonb, ${effectiveFrom}, ${tx.actor.membershipId}, ${tx.now().toString()})
    on conflict (vendor_id, plan_id) do update set rules = excluded.rules, effective_from = excluded.effective_from,
      edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = plan_draft.version + 1`.execute(
    tx.db,
  );
}

/** Takes the draft away and answers it: of two who publish at once, one finds none. */
export async function takeDraft(
  tx: Tx,
  planId: string,
): Promise<{ rules: PlanRules; effective_from: string } | null> {
  return maybe(
    tx,
    sql<{
      rules: PlanRules;
      effective_from: string;
    }>`delete from plan_draft where vendor_id = ${tx.vendorId} and plan_id = ${planId} returning rules, effective_from`,
  );
}

export async function insertVersion(
  tx: Tx,
  version: { planId: string; rules: PlanRules; effectiveFrom: string; programId: string | null },
): Promise<{ id: string; version: number }> {
  return one(
    tx,
    sql<{
      id: string;
      version: number;
    }>`insert into plan_version (vendor_id, id, plan_id, version, effective_from, rules, program_id, published_by, published_at)
      select ${tx.vendorId}::uuid, ${newId()}::uuid, ${version.planId}::uuid, coalesce(max(version), 0) + 1, ${version.effectiveFrom}::date,
        ${JSON.stringify(version.rules)}::jsonb, ${version.programId}::uuid, ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
      from plan_version where vendor_id = ${tx.vendorId} and plan_id = ${version.planId}
      returning id, version`,
  );
}
