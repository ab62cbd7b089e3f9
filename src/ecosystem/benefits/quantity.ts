import { formatMinor, parseMinor } from "#platform/money/money.ts";
import { invalid, Problem } from "#platform/problem.ts";

/*
 * How much of a benefit: pieces, or minor units of a currency. A percentage, a promise in words and what is simply there
 * are had or not had, which counts as one piece.
 */

/** As far as quantities depend on a benefit. */
export interface Measured {
  label: string;
  unit: "percent" | "count" | "money" | "text" | "none";
  currency?: string | null | undefined;
}

/** `pieces`, or the currency that it is counted in. */
export type CountedIn = string;
const pieces: CountedIn = "pieces";

export function countedIn({ unit, currency }: Measured): CountedIn {
  return unit === "money" && currency ? currency : pieces;
}

/** Whether somebody who asks for it says how much. */
export function isCounted({ unit }: Measured): boolean {
  return unit === "count" || unit === "money";
}

/** What a level's value lets a partner have, in the unit it is counted in; 0 where the level gives none. */
export function allowanceOf(benefit: Measured, value: string | null): bigint {
  if (value === null) return 0n;
  if (benefit.unit === "count") return /^\d{1,15}$/.test(value) ? BigInt(value) : 0n;
  if (benefit.unit === "money") return minorOf(benefit, value) ?? 0n;
  return 1n;
}

function minorOf(benefit: Measured, text: string): bigint | null {
  try {
    return parseMinor(text, countedIn(benefit));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/**
 * Reads how much is asked for, granted or used.
 * @throws Problem `invalid-input` where nothing or too little is said, or something of what is not counted
 */
export function readQuantity(benefit: Measured, text: string | undefined, pointer: string): bigint {
  if (!isCounted(benefit)) {
    if (text === undefined) return 1n;
    throw invalid(pointer, uncounted[benefit.unit] ?? "It is not counted: leave the number out.");
  }
  if (text === undefined) throw invalid(pointer, "Say how much.");
  if (benefit.unit === "count") {
    if (!/^-?\d{1,15}$/.test(text))
      throw refused(pointer, "That is no whole number.", `"${text}" is not a whole number such as 3.`);
    if (BigInt(text) < 1n) throw invalid(pointer, "It must be at least 1.");
    return BigInt(text);
  }
  const amount = parseMinor(text, countedIn(benefit), pointer);
  if (amount <= 0n) throw invalid(pointer, "It must be more than nothing.");
  return amount;
}

const uncounted: Partial<Record<Measured["unit"], string>> = {
  percent: "A percentage is not counted: leave the number out.",
};

/** One thing wrong with a field: a sentence for beside it, and the same with its names and numbers. */
export function refused(pointer: string, message: string, detail: string): Problem {
  return new Problem({ status: 422, type: "invalid-input", detail, errors: [{ pointer, message }] });
}

/** A quantity as it is told: "3", or "1500.00" of a currency. */
export function quantityText(quantity: bigint, counted: CountedIn): string {
  return counted === pieces ? quantity.toString() : formatMinor(quantity, counted);
}

/** The same within a sentence, with its currency. */
export function quantityWords(quantity: bigint, counted: CountedIn): string {
  return counted === pieces ? quantity.toString() : `${formatMinor(quantity, counted)} ${counted}`;
}
