import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson, zero } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type { DayRange } from "#platform/time/day.ts";
import { daysOfQuarter, type Quarter, quarterOf } from "#platform/time/quarter.ts";
import { sumFacts, wonValue } from "../../facts/index.ts";
import { tierFor, tierWindow } from "../../programs/contract.ts";
import { mainProgram, programOf, versionsOn } from "../../programs/index.ts";
import type { PartnerTier } from "../contract.ts";
import { tiersFor } from "./tiers.ts";

/** A partner's tier of this quarter, and what the next review would give by what has counted so far. */
export async function readPartnerTier(
  tx: Tx,
  publicId: string,
  query: { programId?: string },
): Promise<PartnerTier> {
  const partnerId = await findPartner(tx, publicId);
  const program =
    query.programId === undefined ? await mainProgram(tx) : await programOf(tx, query.programId);
  if (program === null) return { program: null, current: null, forecast: null };
  const quarter = quarterOf(tx.today());
  return {
    program: { id: toPublicId("prg", program.id), name: program.name },
    current: await currentTier(tx, program.id, partnerId, quarter),
    forecast: await forecast(tx, program.id, partnerId, quarterOf(daysOfQuarter(quarter).until)),
  };
}

/** A tier follows from a partner's money, so it is told to those who may see it. */
async function findPartner(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("par", publicId, "partner");
  const { actor } = tx;
  const hidden = actor.databaseRole === "hanse_partner" && !actor.reach.money.includes(id);
  const found = await maybe(tx, sql`select 1 from partner where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (hidden || found === null) throw notFound("partner");
  return id;
}

async function currentTier(
  tx: Tx,
  programId: string,
  partnerId: string,
  quarter: Quarter,
): Promise<PartnerTier["current"]> {
  const table = await tiersFor(tx, programId, { quarter, partnerIds: [partnerId] });
  if (table === null) return null;
  const tier = table.of(partnerId);
  return {
    quarter,
    level: tier.level,
    how: tier.how,
    basis: toJson(tier.basis),
    window: presentDays(tier.window),
    version: tier.version,
  };
}

async function forecast(
  tx: Tx,
  programId: string,
  partnerId: string,
  quarter: Quarter,
): Promise<PartnerTier["forecast"]> {
  const firstDay = daysOfQuarter(quarter).from;
  const [version] = await versionsOn(tx, [programId], firstDay.toString());
  if (version === undefined) return null;
  const { ladder } = version;
  const window = tierWindow(ladder, firstDay);
  const wanted = {
    kind: wonValue,
    days: window,
    currency: ladder.currency,
    partnerIds: [partnerId],
  } as const;
  const basis = (await sumFacts(tx, wanted)).get(partnerId) ?? zero(ladder.currency);
  const { level, next } = tierFor(ladder, basis);
  return {
    quarter,
    level,
    basis: toJson(basis),
    window: presentDays(window),
    next: next && { level: next.level, from: toJson(next.from), missing: toJson(next.missing) },
  };
}

function presentDays({ from, until }: DayRange) {
  return { from: from.toString(), until: until.toString() };
}
