import { formatMinor } from "#platform/money/money.ts";
import { invalid } from "#platform/problem.ts";
import type { Month } from "#platform/time/month.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { type CompiledPlan, compile } from "./compile.ts";
import { hasValue } from "./computation.ts";
import type { PlanRules } from "./contract.ts";
import { evaluate } from "./engine.ts";
import { Evidence, type Part, readParts, readWin, type SplitEvidence, type WinEvidence } from "./evidence.ts";
import { problemsOf } from "./problems.ts";
import { Receipt, type ReceiptVendor } from "./receipt.ts";
import { earningLine, endedLine, type LineToBook } from "./settle.ts";
import { isWhole, payeeOf, splitEarning } from "./split.ts";

/** A booked line: what was settled, its id and the month it is booked in. */
export interface BookedLine extends LineToBook {
  readonly id: string;
  readonly period: Month;
}

/**
 * What is kept of a booked line. With the immutable plan version that booked it, it is enough to write the receipt
 * again, to the byte.
 */
export interface KeptLine
  extends Pick<BookedLine, "id" | "period" | "component" | "entry" | "adjusts" | "bookedMinor"> {
  /** The line's facts as JSON, parsed. */
  readonly facts: unknown;
}

/**
 * Writes the receipts of one vendor's lines by one plan version; made once for a run. The run keeps the vendor's name
 * and zone as they were, so that a receipt written again years later is the same to the byte.
 */
export interface ReceiptWriter {
  write(line: BookedLine): Receipt;
  /** The digest that `write` would give, without building the document: for runs of many lines. */
  digest(line: BookedLine): string;
}

export function receiptWriter(vendor: ReceiptVendor, plan: CompiledPlan): ReceiptWriter {
  const { currency } = plan;
  const vendorText = canonicalJson(vendor);
  const moneyText = (minor: bigint) =>
    `{"amount":"${formatMinor(minor, currency)}","currency":"${currency}"}`;
  const planTexts = new Map<string, string>();

  function planText(line: BookedLine): string {
    const key = `${line.component} ${line.ladderVersionId ?? ""}`;
    const known = planTexts.get(key);
    if (known !== undefined) return known;
    const text = canonicalJson(planOf(plan, line));
    planTexts.set(key, text);
    return text;
  }

  /** The receipt without its digest as canonical JSON: all members, outer and inner, stand in the order of names. */
  function canonical(line: BookedLine): string {
    const { adjusts, component, entry, id, period } = line;
    const beneficiary = { id: line.beneficiary.id, name: line.beneficiary.name };
    return (
      `{"beneficiary":${JSON.stringify(beneficiary)}` +
      `,"bookedBefore":${moneyText(line.bookedMinor)}` +
      `,"earning":${JSON.stringify({ adjusts, component, entry, id, period })}` +
      `,"facts":${line.facts}` +
      `,"format":"hanse-receipt/1"` +
      `,"plan":${planText(line)}` +
      `,"result":${moneyText(line.amountMinor)}` +
      `,"steps":${JSON.stringify(line.steps)}` +
      `,"vendor":${vendorText}}`
    );
  }

  return {
    write: (line) => {
      const text = canonical(line);
      return Receipt.parse({ ...JSON.parse(text), digest: sha256(text) });
    },
    digest: (line) => sha256(canonical(line)),
  };
}

/** The receipt of a kept line, written anew from its facts and the plan version that booked it. */
export function rewriteReceipt(vendor: ReceiptVendor, plan: CompiledPlan, kept: KeptLine): Receipt {
  return receiptWriter(vendor, plan).write(restoreLine(plan, kept));
}

/**
 * A kept line with its amount and steps, computed anew.
 * @throws Problem `invalid-input` when the plan gives nothing for these facts.
 */
export function restoreLine(plan: CompiledPlan, kept: KeptLine): BookedLine {
  const { id, period, component, entry, adjusts, bookedMinor } = kept;
  const facts = Evidence.parse(kept.facts);
  const booking = { entry, adjusts, bookedMinor };
  const line =
    facts.about === "ended"
      ? endedLine(
          plan.currency,
          { component, beneficiary: facts.beneficiary },
          booking,
          facts.why,
          canonicalJson(facts),
        )
      : earningLine(
          plan.currency,
          facts.about === "split"
            ? splitEarningFrom(plan, component, facts)
            : earningFrom(plan, component, facts),
          booking,
        );
  return { id, period, ...line };
}

function earningFrom(plan: CompiledPlan, component: string, facts: WinEvidence) {
  const alone = compile({ ...plan.version, rules: rulesOf(plan, component) });
  const { earnings, problems } = evaluate(alone, readWin(facts));
  const [earning] = earnings;
  if (!earning) {
    const why = problems.map(({ code }) => code).join(", ") || "nobody is above the owner";
    throw invalid("/facts", `The plan "${plan.version.name}" gives no ${component} for these facts: ${why}.`);
  }
  return earning;
}

/** One beneficiary's parts of a split, from what its own line keeps of them. */
function splitEarningFrom(plan: CompiledPlan, component: string, facts: SplitEvidence) {
  const alone = compile({ ...plan.version, rules: rulesOf(plan, component) });
  const compiled = alone.components.get(component);
  if (!compiled) throw invalid("/plan/rules/components", `The plan has no component ${component}.`);
  if (!isWhole(facts.shares)) throw invalid("/facts/shares", "The shares do not add up to exactly 1.");
  const parts = readParts(facts).flatMap(({ place, win }): Part[] => {
    if (place >= facts.shares.length) throw invalid("/facts/parts", "A part lies outside the split.");
    const problems = problemsOf(alone, win);
    if (problems.length > 0 || !hasValue(win) || payeeOf(compiled, win) === null) {
      const why = problems.map(({ code }) => code).join(", ") || "nobody is above the participant";
      throw invalid(
        "/facts",
        `The plan "${plan.version.name}" gives no ${component} for these facts: ${why}.`,
      );
    }
    return [{ place, win }];
  });
  const [first, ...others] = parts;
  if (first === undefined) throw invalid("/facts/parts", "A line has at least one part.");
  const payees = new Set(parts.map(({ win }) => payeeOf(compiled, win)?.id));
  if (payees.size !== 1 || new Set(parts.map(({ place }) => place)).size !== parts.length)
    throw invalid("/facts/parts", "The parts of a line are different ones, of one beneficiary.");
  return splitEarning(alone, compiled, facts, [first, ...others]);
}

/** What a receipt shows of the plan: the rules of the line's own component and the ladder that it read. */
function planOf(plan: CompiledPlan, { component, ladderVersionId }: BookedLine): Receipt["plan"] {
  const { planId, name, version } = plan.version;
  const ladder = ladderVersionId === null ? undefined : plan.ladders.get(ladderVersionId)?.version;
  return {
    id: planId,
    ladder: ladder ? { id: ladder.id, ladder: ladder.ladder, version: ladder.version } : null,
    name,
    rules: rulesOf(plan, component),
    version,
  };
}

function rulesOf({ version: { rules } }: CompiledPlan, component: string): PlanRules {
  return { ...rules, components: rules.components.filter(({ key }) => key === component) };
}
