import { readDay } from "./days.ts";
import { editDistance } from "./distance.ts";
import { noEvidence } from "./evidence.ts";
import { Fault } from "./fault.ts";
import type { DomainValue, ImportField, ImportKind } from "./kind.ts";
import { readDecimal } from "./numbers.ts";
import { essence, wordsOf } from "./words.ts";

/** What a column probably holds. */
export interface Guess {
  column: string;
  /** Key of the field; null when nothing fits, or when people have left this column out before. */
  field: string | null;
  /** How sure: confirmed before, named like it, named much like it, or only looking like it. */
  by: "memory" | "name" | "similar-name" | "content" | "nothing";
  /** The reason as a sentence. */
  why: string;
}

export interface GuessInput {
  kind: ImportKind;
  columns: readonly string[];
  /** Rows from the beginning of the file. */
  sample: readonly (readonly string[])[];
  /** Column's name to field key; an empty key: left out. */
  remembered: ReadonlyMap<string, string>;
  domains: Readonly<Record<string, readonly DomainValue[]>>;
}

interface Option {
  column: string;
  field: ImportField;
  by: Exclude<Guess["by"], "nothing">;
  score: number;
  why: string;
}

/** The strongest reason for each column, where no field is given to two. */
export function guessColumns(input: GuessInput): Guess[] {
  const leftOut = new Set([...input.remembered].filter(([, key]) => key === "").map(([column]) => column));
  const options = optionsOf(input, leftOut).sort((a, b) => b.score - a.score);
  const byColumn = new Map<string, Option>();
  const taken = new Set<string>();
  for (const option of options) {
    if (byColumn.has(option.column) || taken.has(option.field.key)) continue;
    byColumn.set(option.column, option);
    taken.add(option.field.key);
  }
  return input.columns.map((column): Guess => {
    const best = byColumn.get(column);
    if (best !== undefined) return { column, field: best.field.key, by: best.by, why: best.why };
    return leftOut.has(column)
      ? { column, field: null, by: "memory", why: "It was left out before." }
      : { column, field: null, by: "nothing", why: "Nothing here looks like it." };
  });
}

function optionsOf(input: GuessInput, leftOut: ReadonlySet<string>): Option[] {
  const looks = input.kind.fields.map((field) => looksLike(field, input.domains));
  return input.columns.flatMap((column, index) => {
    if (leftOut.has(column)) return [];
    const cells = input.sample.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    return input.kind.fields.flatMap((field, at) => {
      const remembered = input.remembered.get(column) === field.key;
      if (remembered)
        return [{ column, field, by: "memory" as const, score: 4, why: "It was confirmed before." }];
      const share =
        cells.length === 0 ? null : cells.filter((cell) => looks[at]?.(cell)).length / cells.length;
      return byName(column, field, share) ?? byContent(column, field, share) ?? [];
    });
  });
}

/**
 * `share` is how many of the cells could be in the field; a name that its cells belie counts for less. A field's own name
 * goes before others that it has: an exported list has an `id` of ours beside the `externalId`.
 */
function byName(column: string, field: ImportField, share: number | null): Option | null {
  const likeness = nameLikeness(column, field);
  if (likeness < 0.75) return null;
  const belied = share !== null && share < 0.5 && field.domain === undefined;
  const own = [field.key, field.label].some((name) => essence(name) === essence(column)) ? 0.1 : 0;
  const score = belied ? likeness / 4 : 2 + likeness + own;
  return likeness === 1
    ? { column, field, by: "name", score, why: `“${column}” is a name of ${field.label}.` }
    : { column, field, by: "similar-name", score, why: `“${column}” is much like a name of ${field.label}.` };
}

function byContent(column: string, field: ImportField, share: number | null): Option | null {
  if (share === null || share < 0.6) return null;
  if (field.domain !== undefined) {
    return {
      column,
      field,
      by: "content",
      score: 1 + share / 2,
      why: `Its cells are values of ${field.label}.`,
    };
  }
  return field.type === "day" || field.type === "money"
    ? {
        column,
        field,
        by: "content",
        score: share / 2,
        why: `Its cells look like ${field.type === "day" ? "dates" : "amounts"}.`,
      }
    : null;
}

/** From 0 to 1: 1 for a name that the field has, less for one that shares words or letters with it. */
function nameLikeness(column: string, field: ImportField): number {
  const words = wordsOf(column);
  let best = 0;
  for (const name of [field.key, field.label, ...field.synonyms].map(wordsOf)) {
    if (name === words || essence(name) === essence(words)) return 1;
    const longer = Math.max(name.length, words.length);
    const letters = 1 - editDistance(words, name, longer) / Math.max(1, longer);
    best = Math.max(best, letters, sharedWords(words, name));
  }
  return Math.min(best, 0.99);
}

/** All words of one name within the other: `expected close date` and `close date` share two of three. */
function sharedWords(a: string, b: string): number {
  const [left, right] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const shared = [...left].filter((word) => right.has(word)).length;
  const smaller = Math.min(left.size, right.size);
  return smaller > 1 && shared === smaller ? 0.75 : 0;
}

function looksLike(
  field: ImportField,
  domains: Readonly<Record<string, readonly DomainValue[]>>,
): (cell: string) => boolean {
  if (field.domain !== undefined) {
    const known = new Set(
      (domains[field.domain] ?? []).flatMap((one) => [essence(one.value), essence(one.label)]),
    );
    return (cell) => known.has(essence(cell));
  }
  switch (field.type) {
    case "day":
      return (cell) =>
        !isFault(
          readDay(cell, { order: "day-first", evidence: noEvidence("day-first", "month-first") }),
          "not-a-day",
        );
    case "integer":
    case "decimal":
    case "money":
      return (cell) =>
        !isFault(
          readDecimal(cell.replaceAll(/[\p{Sc}\s]/gu, ""), { mark: null, evidence: noEvidence(".", ",") }),
          "not-a-number",
        );
    default:
      return () => true;
  }
}

function isFault(result: string | Fault, code: Fault["code"]): boolean {
  return result instanceof Fault && result.code === code;
}
