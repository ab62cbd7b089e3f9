import type { Import } from "../contract.ts";

/**
 * How many rows the work that is going on will have done, as a number to measure progress by. Null while that says
 * nothing: where nothing is counted, or where all rows were read and are now looked at together.
 */
export function rowsToDo({ state, progress }: Pick<Import, "state" | "progress">): number | null {
  const { phase, rowsDone, rowsTotal, share } = progress;
  if (state === "running") return rowsTotal;
  if (phase !== "reading" || !share || rowsDone === 0) return null;
  return Math.max(rowsDone, roughly(rowsDone / share));
}

/** In two digits, since it is told from the bytes that were read and not counted. */
function roughly(rows: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.round(rows / step) * step;
}
