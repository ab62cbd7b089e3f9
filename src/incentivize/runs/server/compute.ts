import { type CopyValue, copyRows } from "#platform/database/copy.ts";
import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { formatDecimal } from "#platform/money/decimal.ts";
import { evaluate } from "../../plans/engine.ts";
import type { Participant, WinFacts } from "../../plans/facts.ts";
import { receiptWriter } from "../../plans/issue.ts";
import type { LineProblem } from "../../plans/outcome.ts";
import { type LineToBook, settle, withdraw } from "../../plans/settle.ts";
import type { GoverningVersion, RunContext } from "./context.ts";
import { bookedOf, factsOf, inBatches, opportunityOf, type Scope, type WinRow, winsOf } from "./wins.ts";

/** What a win without a governing version lacks, once something is booked of it; the engine is not asked then. */
export type RunProblemRow = { winId: string; opportunityId: string } & (
  | LineProblem
  | { code: "no-plan-in-force"; params: { closedOn: string } }
  | { code: "pay-credit-undecided"; params: { holder: string; owner: string } }
  | { code: "owner-outside-split"; params: { owner: string; participants: string } }
);

export interface Computation {
  runId: string;
  scope: Scope;
  /** `YYYY-MM` in which the lines are booked. */
  period: string;
}

export const stageColumns = [
  "run_id",
  "id",
  "win_id",
  "opportunity_id",
  "plan_version_id",
  "component",
  "partner_id",
  "partner_name",
  "line_kind",
  "adjusts_id",
  "closed_on",
  "hold_until",
  "amount_minor",
  "currency",
  "booked_minor",
  "reversed_minor",
  "ladder_version_id",
  "facts",
  "digest",
] as const;

/**
 * Computes every win of a scope with the pure engine and stages the lines that bring what is booked to what is due.
 * Batches bound the memory. Answers the problems; a win with one books nothing.
 */
export async function compute(
  tx: Tx,
  context: RunContext,
  computation: Computation,
): Promise<RunProblemRow[]> {
  const problems: RunProblemRow[] = [];
  const writers = new Map<string, ReturnType<typeof receiptWriter>>();
  const vendor = { id: toPublicId("ven", tx.vendorId), name: tx.vendor.name, zone: tx.vendor.timezone };
  const writerOf = ({ id, plan }: GoverningVersion) => {
    const known = writers.get(id) ?? receiptWriter(vendor, plan);
    writers.set(id, known);
    return known;
  };
  for await (const batch of inBatches(tx, "wins", winsOf(tx, computation.scope))) {
    const staged: CopyValue[][] = [];
    for (const row of batch) {
      const version = context.versionFor(row.closed_on);
      if (version === null) {
        // The plan begins later, which the run says once for all of them; what is booked may not go unsaid.
        if (row.booked.length === 0) continue;
        problems.push({
          winId: row.win_id,
          opportunityId: row.opportunity_id,
          code: "no-plan-in-force",
          params: { closedOn: row.closed_on },
        });
        continue;
      }
      const undecided = undecidedCredit(row);
      if (undecided !== null) {
        problems.push({ winId: row.win_id, opportunityId: row.opportunity_id, ...undecided });
        continue;
      }
      const { lines, found } = await settled(context, version, row);
      for (const problem of found)
        problems.push({ winId: row.win_id, opportunityId: row.opportunity_id, ...problem });
      for (const line of lines) {
        const id = newId();
        const digest = writerOf(version).digest({
          ...line,
          id: toPublicId("ern", id),
          period: computation.period,
        });
        staged.push([
          computation.runId,
          id,
          row.win_id,
          row.opportunity_id,
          version.id,
          line.component,
          fromPublicId("par", line.beneficiary.id, "partner"),
          line.beneficiary.name,
          line.entry,
          line.adjusts === null ? null : fromPublicId("ern", line.adjusts, "earning"),
          row.closed_on,
          addDays(row.closed_on, version.plan.version.rules.hold.days),
          line.amountMinor,
          version.plan.currency,
          line.bookedMinor,
          row.reversed_minor,
          line.ladderVersionId === null ? null : fromPublicId("prv", line.ladderVersionId, "ladder"),
          line.facts,
          `\\x${digest}`,
        ]);
      }
    }
    await copyRows(tx, "run_stage", stageColumns, staged);
  }
  return problems;
}

/** Why a person has to say whose the pay credit is before anything is booked; null where it is clear. */
export function undecidedCredit(row: WinRow) {
  if (row.withdrawn !== null) return null;
  const owner = row.owner_name ?? "";
  if (row.undecided_holder !== null)
    return { code: "pay-credit-undecided" as const, params: { holder: row.undecided_holder, owner } };
  if (row.owner_outside === null) return null;
  const participants = (row.shares ?? []).map(([, name]) => name).join(", ");
  return { code: "owner-outside-split" as const, params: { owner: row.owner_outside, participants } };
}

/** The lines that bring a win to what is due on it, or why that cannot be said. */
async function settled(
  context: RunContext,
  version: GoverningVersion,
  row: WinRow,
): Promise<{ lines: LineToBook[]; found: readonly LineProblem[] }> {
  if (row.withdrawn !== null) {
    return { lines: withdraw(version.plan, opportunityOf(row), bookedOf(row), row.withdrawn), found: [] };
  }
  const evaluation = evaluate(version.plan, await fullFacts(context, version, row));
  return { lines: settle(evaluation, bookedOf(row)), found: evaluation.problems };
}

/**
 * A win's facts, with who stands above its owner on the day of close and the owner's tier for that quarter; where it is
 * split, above each participant and of each.
 */
export async function fullFacts(
  context: RunContext,
  version: GoverningVersion,
  row: WinRow,
): Promise<WinFacts> {
  const { closed_on, owner_id, shares, signed_on } = row;
  const own = shares === null ? await standingOf(context, version, closed_on, owner_id) : nobody;
  const split =
    shares === null
      ? null
      : {
          signedOn: signed_on ?? "",
          participants: await participantsOf(context, version, closed_on, shares),
        };
  return { ...factsOf(row), ...own, split };
}

type Standing = Pick<WinFacts, "parents" | "tier">;
const nobody: Standing = { parents: {}, tier: null };

/** Who stands above a partner on a day, and its tier for that day's quarter. */
export async function standingOf(
  context: RunContext,
  version: GoverningVersion,
  day: string,
  partnerId: string | null,
): Promise<Standing> {
  const parents: WinFacts["parents"] = Object.fromEntries(
    [...version.plan.components.values()].flatMap(({ rule: { beneficiary } }) =>
      beneficiary.who === "owner"
        ? []
        : [[beneficiary.edge, context.parentOf(partnerId, beneficiary.edge, day)]],
    ),
  );
  return { parents, tier: await context.tierOf(partnerId, version, day) };
}

/** Who shares a win, each with its own standing. */
export async function participantsOf(
  context: RunContext,
  version: GoverningVersion,
  day: string,
  shares: NonNullable<WinRow["shares"]>,
): Promise<Participant[]> {
  const participants: Participant[] = [];
  for (const [id, name, basisPoints] of shares) {
    const share = formatDecimal({ units: BigInt(basisPoints), scale: 4 });
    const standing = await standingOf(context, version, day, id);
    participants.push({ partner: { id: toPublicId("par", id), name }, share, ...standing });
  }
  return participants;
}

const daysAfter = new Map<string, string>();

/** The day at whose start a hold of `days` after `day` ends. Few days are asked for many times. */
function addDays(day: string, days: number): string {
  const key = `${day}+${days}`;
  const known = daysAfter.get(key);
  if (known !== undefined) return known;
  if (daysAfter.size > 10_000) daysAfter.clear();
  const later = Temporal.PlainDate.from(day).add({ days }).toString();
  daysAfter.set(key, later);
  return later;
}
