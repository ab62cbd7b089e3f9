/**
 * What a column says about which of two readings its cells follow, such as a decimal point or a decimal comma. Cells
 * that fit only one reading decide; what fits both is read as the column decides.
 */
export interface Evidence<Reading extends string> {
  readonly counts: Record<Reading, number>;
  /** The first cell that fits both readings, for the question to a person; null when there is none. */
  unclear: string | null;
}

export type DecimalMark = "." | ",";
export type DayOrder = "day-first" | "month-first";

export function noEvidence<Reading extends string>(a: Reading, b: Reading): Evidence<Reading> {
  return { counts: { [a]: 0, [b]: 0 } as Record<Reading, number>, unclear: null };
}

/** The one reading that some cells need and no cell contradicts; otherwise null. */
export function decided<Reading extends string>(evidence: readonly Evidence<Reading>[]): Reading | null {
  const needed = new Set<Reading>();
  for (const { counts } of evidence) {
    for (const reading of Object.keys(counts) as Reading[]) if (counts[reading] > 0) needed.add(reading);
  }
  const [first] = needed;
  return needed.size === 1 && first !== undefined ? first : null;
}

/** The column's own decision, else the one that all columns of the file agree on; null when nothing decides. */
export function readingOf<Reading extends string>(
  own: Evidence<Reading>,
  all: readonly Evidence<Reading>[],
): Reading | null {
  const contradicted = Object.values<number>(own.counts).every((count) => count > 0);
  return contradicted ? null : (decided([own]) ?? decided(all));
}
