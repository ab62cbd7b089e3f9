import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { type CompiledPlan, compile } from "../../plans/compile.ts";
import type { Edge } from "../../plans/contract.ts";
import type { Named, TierFacts } from "../../plans/facts.ts";
import { ladderInForce, plansStore } from "../../plans/index.ts";

/** A tier as a run used it, to stand for its quarter. */
export interface UsedTier {
  partnerId: string;
  programId: string;
  quarterStart: string;
  level: string;
  basisMinor: bigint;
  currency: string;
  ladderVersionId: string;
}

/** A published version, compiled, with its row's id. */
export interface GoverningVersion {
  id: string;
  plan: CompiledPlan;
  programId: string | null;
  effectiveFrom: string;
}

/** What wins are computed with beside their own facts: which version governs, who stands above whom, which tier. */
export interface RunContext {
  /** The latest version in force on the day of close; null before the first. */
  versionFor(closedOn: string): GoverningVersion | null;
  parentOf(childId: string | null, edge: Edge, day: string): Named | null;
  tierOf(ownerId: string | null, version: GoverningVersion, closedOn: string): Promise<TierFacts | null>;
  /** The tiers that were asked for so far. */
  usedTiers(): UsedTier[];
}

export async function loadContext(tx: Tx, plan: plansStore.PlanRow): Promise<RunContext> {
  const ladders = await plansStore.ladders(tx);
  const versions = (await plansStore.versionsOf(tx, plan.id)).map(
    (row): GoverningVersion => ({
      id: row.id,
      plan: compile(plansStore.toEngine(plan, row, ladders)),
      programId: row.program_id,
      effectiveFrom: row.effective_from,
    }),
  );
  const parents = await loadParents(tx);
  const used = new Map<string, UsedTier>();
  const quarters = new Map<string, Promise<Map<string, TierRow>>>();
  return {
    versionFor: (closedOn) => versions.find((version) => version.effectiveFrom <= closedOn) ?? null,
    parentOf: (childId, edge, day) => (childId === null ? null : parents(childId, edge, day)),
    usedTiers: () => [...used.values()],
    tierOf: async (ownerId, version, closedOn) => {
      if (ownerId === null || version.programId === null) return null;
      const quarterStart = quarterStartOf(closedOn);
      const ladder = ladderInForce(ladders, version.programId, quarterStart);
      if (ladder === null) return null;
      const compiled = version.plan.ladders.get(toPublicId("prv", ladder.id));
      if (compiled === undefined) return null;
      const window = compiled.windowFor(closedOn);
      const key = `${version.programId} ${quarterStart}`;
      const loading = quarters.get(key) ?? loadTiers(tx, version.programId, quarterStart, window);
      quarters.set(key, loading);
      const row = (await loading).get(ownerId);
      const stood =
        row?.stood_version != null ? ladders.find(({ id }) => id === row.stood_version) : undefined;
      const basisMinor = row?.basis_minor ?? 0n;
      const facts: TierFacts = {
        level: row?.level ?? compiled.levelOf(basisMinor),
        how: row === undefined ? "base" : row.level === null ? "computed" : "stood",
        basisMinor,
        window,
        ladderVersionId: toPublicId("prv", stood?.id ?? ladder.id),
      };
      used.set(`${key} ${ownerId}`, {
        partnerId: ownerId,
        programId: version.programId,
        quarterStart,
        level: facts.level,
        basisMinor,
        currency: ladder.ladder.currency,
        ladderVersionId: stood?.id ?? ladder.id,
      });
      return facts;
    },
  };
}

/** First day of the quarter of a day; plain arithmetic, since it is asked for every win. */
function quarterStartOf(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
}

interface TierRow {
  partner_id: string;
  basis_minor: bigint;
  /** Set where a posted run has used it. */
  level: string | null;
  stood_version: string | null;
}

/** Everybody's basis for a quarter in one statement: what stands, else the sum of the facts in the window. */
async function loadTiers(
  tx: Tx,
  programId: string,
  quarterStart: string,
  window: { from: string; until: string },
) {
  const found = await rows(
    tx,
    sql<TierRow>`
      select coalesce(s.partner_id, f.partner_id) as partner_id, coalesce(s.basis_minor, f.basis_minor) as basis_minor, s.level,
        s.program_version_id as stood_version
      from (
        select partner_id, sum(amount_minor)::bigint as basis_minor from fact
        where vendor_id = ${tx.vendorId} and kind = 'won_value' and counts_on >= ${window.from} and counts_on < ${window.until}
        group by partner_id
      ) as f
      full join (
        select partner_id, basis_minor, level, program_version_id from tier_standing
        where vendor_id = ${tx.vendorId} and program_id = ${programId} and quarter_start = ${quarterStart}
      ) as s on s.partner_id = f.partner_id`,
  );
  return new Map(found.map((row) => [row.partner_id, row]));
}

interface EdgeRow {
  kind: Edge;
  parent_id: string;
  parent_name: string;
  child_id: string;
  effective_from: string;
  effective_until: string | null;
}

async function loadParents(tx: Tx) {
  const found = await rows(
    tx,
    sql<EdgeRow>`select e.kind, e.parent_id, p.name as parent_name, e.child_id, e.effective_from, e.effective_until
      from partner_edge e join partner p on p.vendor_id = e.vendor_id and p.id = e.parent_id where e.vendor_id = ${tx.vendorId}`,
  );
  const byChild = Map.groupBy(found, (row) => `${row.child_id} ${row.kind}`);
  return (childId: string, edge: Edge, day: string): Named | null => {
    const row = byChild
      .get(`${childId} ${edge}`)
      ?.find(
        (one) => one.effective_from <= day && (one.effective_until === null || day < one.effective_until),
      );
    return row === undefined ? null : { id: toPublicId("par", row.parent_id), name: row.parent_name };
  };
}
