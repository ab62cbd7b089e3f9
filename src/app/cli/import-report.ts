import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Import, type ImportProblem, listProblems } from "#ecosystem/imports/contract.ts";
import { csvLine } from "#platform/csv.ts";
import type { Caller } from "../caller.ts";

const shownValues = 5;

/** What a check found: the counts, kinds of problem, values that nobody knows and what can be read in two ways. */
export function reportFindings({ findings, fileName }: Import): void {
  if (findings === null) return;
  const { rows, expected, byCode, unknownValues, questions } = findings;
  console.log(
    `${fileName}: ${rows.total} rows, ${rows.good} good, ${rows.withErrors} with errors, ${rows.withWarnings} with warnings.`,
  );
  if (expected !== null) {
    console.log(
      `A run would create ${expected.created}, change ${expected.updated} and leave ${expected.unchanged} as they are.`,
    );
  }
  for (const { count, severity, example } of byCode) {
    console.log(`  ${severity}, ${count} times, first in row ${example.row}: ${example.message}`);
  }
  for (const { field, values, more } of unknownValues) {
    for (const { value, count, suggestions } of values.slice(0, shownValues)) {
      const meant =
        suggestions[0] === undefined
          ? ""
          : `, perhaps ${suggestions[0].label}: --value "${field}:${value}=${suggestions[0].value}"`;
      console.log(`  "${value}" (${count} rows) is not a known ${field}${meant}`);
    }
    const left = more + Math.max(0, values.length - shownValues);
    if (left > 0) console.log(`  and ${left} further values of ${field}`);
  }
  for (const { about, column, example } of questions) {
    const option = about === "decimal-mark" ? "--decimal-mark" : "--day-order";
    console.log(`  "${example}" in ${column} can be read in two ways: say which with ${option}`);
  }
}

export function reportResult({ number, result }: Import): void {
  if (result === null) return;
  const { created, updated, unchanged, skipped, outcomes = [] } = result;
  console.log(
    `Import ${number} is done: ${created} created, ${updated} changed, ${unchanged} as they were, ${skipped} left out.`,
  );
  for (const { meaning, count, value } of outcomes) {
    console.log(`  Created and ${meaning}: ${count}, worth ${value.amount} ${value.currency}.`);
  }
}

/** Writes every problem of a check as CSV; answers how many. */
export async function writeProblems(caller: Caller, importId: string, file: string): Promise<number> {
  let count = 0;
  async function* lines() {
    yield csvLine(["row", "severity", "column", "field", "problem", "value"]);
    let cursor: string | undefined;
    do {
      const page = await caller.call(listProblems, { params: { importId }, query: { limit: 200, cursor } });
      count += page.items.length;
      yield page.items.map(lineOf).join("");
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return count;
}

function lineOf({ row, severity, column, field, message, value }: ImportProblem): string {
  return csvLine([row, severity, column, field, message, value]);
}
