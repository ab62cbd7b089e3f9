import { sql } from "kysely";
import { payingQuarters, type TierTable, tiersFor, type UsedTier } from "#ecosystem/tiers/index.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { type CompiledPlan, compile } from "../../plans/compile.ts";
import type { Edge } from "../../plans/contract.ts";
import type { Named, TierFacts } from "../../plans/facts.ts";
import { plansStore } from "../../plans/index.ts";
import { tierFacts } from "./tier-facts.ts";

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
  usedTiers(): Omit<UsedTier, "runId">[];
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
  const used = new Map<string, Omit<UsedTier, "runId">>();
  const facts = new Map<string, TierFacts>();
  const tables = new Map<string, Promise<TierTable | null>>();
  const quarters = new Map<string, ReturnType<typeof payingQuarters>>();
  const quartersOf = (programId: string) => {
    const found = quarters.get(programId) ?? payingQuarters(tx, programId);
    quarters.set(programId, found);
    return found;
  };
  const tableOf = (programId: string, quarterStart: string): Promise<TierTable | null> => {
    const key = `${programId} ${quarterStart}`;
    const table = tables.get(key) ?? tiersFor(tx, programId, { quarterStart });
    tables.set(key, table);
    return table;
  };
  return {
    versionFor: (closedOn) => versions.find((version) => version.effectiveFrom <= closedOn) ?? null,
    parentOf: (childId, edge, day) => (childId === null ? null : parents(childId, edge, day)),
    usedTiers: () => [...used.values()],
    tierOf: async (ownerId, { id, plan: compiled, programId }, closedOn) => {
      if (ownerId === null || programId === null) return null;
      const quarterStart = (await quartersOf(programId))(closedOn);
      const tier = (await tableOf(programId, quarterStart))?.of(ownerId);
      if (tier === undefined) return null;
      const { level, basis, programVersionId } = tier;
      used.set(`${programId} ${quarterStart} ${ownerId}`, {
        partnerId: ownerId,
        programId,
        quarterStart,
        level,
        basis,
        programVersionId,
      });
      const key = `${id} ${quarterStart} ${ownerId}`;
      const known = facts.get(key) ?? tierFacts(tier, compiled, quarterStart);
      facts.set(key, known);
      return known;
    },
  };
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
