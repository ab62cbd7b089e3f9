import { pointerTo, readDocument, refusal } from "#platform/document.ts";
import { parseMinor } from "#platform/money/money.ts";
import { invalid, Problem } from "#platform/problem.ts";
import { canonicalJson } from "./canonical.ts";
import { type CompiledPlan, compile } from "./compile.ts";
import { type KeptLine, rewriteReceipt } from "./issue.ts";
import { contradictions } from "./plan.ts";
import { Receipt } from "./receipt.ts";

/** `path` is a JSON pointer to the first place that does not hold. */
export type Verdict = { ok: true; receipt: Receipt } | { ok: false; reason: string; path: string };

/**
 * Recomputes a receipt from its own facts and rules with the engine that pays, and compares it byte by byte. What
 * holds here is consistent in itself; that the vendor wrote it shows in the digest that the vendor keeps.
 */
export function verifyReceipt(document: unknown): Verdict {
  try {
    const receipt = readDocument(Receipt, document, "invalid-receipt");
    refuseImpossibleEntry(receipt);
    const rewritten = rewriteReceipt(receipt.vendor, planOf(receipt), keptLineOf(receipt));
    return compare(document, rewritten);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [first] = error.errors;
    return { ok: false, reason: first?.message ?? error.message, path: first?.pointer ?? "" };
  }
}

function refuseImpossibleEntry({ earning, bookedBefore, facts }: Receipt): void {
  const isFirst = earning.entry === "first";
  if (isFirst !== (earning.adjusts === null)) {
    throw invalid(
      "/earning/adjusts",
      "An adjustment or reversal names the line it adjusts; a first line names none.",
    );
  }
  if (isFirst && (parseMinor(bookedBefore.amount, bookedBefore.currency) !== 0n || facts.about === "ended")) {
    throw invalid("/earning/entry", "Nothing can be booked before a first line.");
  }
}

function planOf({ plan, facts }: Receipt): CompiledPlan {
  const ladders = plan.ladder ? [plan.ladder] : [];
  const isApplied = facts.about !== "ended";
  const errors = isApplied
    ? contradictions(plan.rules, { ladders: ladders.map(({ ladder }) => ladder) })
    : [];
  if (errors.length > 0) {
    const placed = errors.map(({ pointer, message }) => ({ pointer: `/plan/rules${pointer}`, message }));
    throw refusal("invalid-receipt", placed);
  }
  return compile({ planId: plan.id, name: plan.name, version: plan.version, rules: plan.rules, ladders });
}

function keptLineOf({ earning, bookedBefore, facts }: Receipt): KeptLine {
  const bookedMinor = parseMinor(bookedBefore.amount, bookedBefore.currency, "/bookedBefore/amount");
  return { ...earning, bookedMinor, facts };
}

function compare(given: unknown, rewritten: Receipt): Verdict {
  if (canonicalJson(given) === canonicalJson(rewritten)) return { ok: true, receipt: rewritten };
  const path = firstDifference(given, rewritten) ?? [];
  if (path[0] === "digest") {
    const reason =
      "The digest does not belong to this content: something was changed after the receipt was written.";
    return { ok: false, reason, path: "/digest" };
  }
  const said = JSON.stringify(valueAt(given, path)) ?? "nothing";
  const due = JSON.stringify(valueAt(rewritten, path)) ?? "nothing";
  return {
    ok: false,
    reason: `The receipt says ${said} where its facts and rules give ${due}.`,
    path: pointerTo(path),
  };
}

/** Where two JSON values differ first; what the digest covers is looked at before the digest. */
function firstDifference(given: unknown, expected: unknown): string[] | null {
  if (!isContainer(given) || !isContainer(expected)) return given === expected ? null : [];
  const names = new Set([...Object.keys(expected), ...Object.keys(given)]);
  const inOrder = [...names].sort((a, b) => Number(a === "digest") - Number(b === "digest"));
  for (const name of inOrder) {
    const below = firstDifference(valueAt(given, [name]), valueAt(expected, [name]));
    if (below) return [name, ...below];
  }
  return null;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) at = isContainer(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
