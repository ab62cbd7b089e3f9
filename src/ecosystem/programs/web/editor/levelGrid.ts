import {
  type Expression,
  type MeasurableKind,
  type Measure,
  parseExpression,
} from "../../../ladders/contract.ts";

/** A level's requirement as fields: how the parts combine, and what is asked of each measure. */
export interface LevelGrid {
  choice: "all" | "any" | "points";
  /** How many points are needed, as typed. */
  atLeast: string;
  /** By the key of the measure; a measure without a text is not asked for. */
  cells: Readonly<Record<string, GridCell>>;
}

export interface GridCell {
  operator: ">=" | "<=";
  /** `60000 EUR or 65000 USD`, `3`. */
  text: string;
  points: string;
}

export const emptyCell: GridCell = { operator: ">=", text: "", points: "10" };
const emptyGrid: LevelGrid = { choice: "all", atLeast: "50", cells: {} };

/** The fields that say an expression; null where it is nested deeper than fields can say, or cannot be read. */
export function gridOf(requires: string): LevelGrid | null {
  if (requires.trim() === "") return emptyGrid;
  try {
    return gridIn(parseExpression(requires));
  } catch {
    return null;
  }
}

function gridIn(expression: Expression): LevelGrid | null {
  if (expression.kind === "compare") return gridIn({ kind: "all", of: [expression], at: expression.at });
  const parts =
    expression.kind === "points" ? expression.parts : expression.of.map((of) => ({ points: 10, of }));
  const cells: Record<string, GridCell> = {};
  for (const { points, of } of parts) {
    if (of.kind !== "compare" || cells[of.measure] !== undefined) return null;
    cells[of.measure] = { operator: of.operator, text: amountsIn(of.amounts), points: String(points) };
  }
  const atLeast = expression.kind === "points" ? String(expression.atLeast) : emptyGrid.atLeast;
  return { choice: expression.kind, atLeast, cells };
}

function amountsIn(amounts: readonly { number: string; currency: string | null }[]): string {
  return amounts
    .map(({ number, currency }) => (currency === null ? number : `${number} ${currency}`))
    .join(" or ");
}

/** The expression that fields say. An amount of money without a currency is in the ladder's. */
export function requirementIn(
  grid: LevelGrid,
  measures: readonly Measure[],
  kinds: readonly Pick<MeasurableKind, "key" | "unit">[],
  currency: string,
): string {
  const parts = measures.flatMap((measure) => {
    const cell = grid.cells[measure.key];
    const text = cell?.text.trim() ?? "";
    if (cell === undefined || text === "") return [];
    const unit = measure.kind === "points" ? "number" : kinds.find(({ key }) => key === measure.fact)?.unit;
    const amounts = unit === "money" && /^\d+(\.\d+)?$/.test(text) ? `${text} ${currency}` : text;
    const said = `${measure.key} ${cell.operator} ${amounts}`;
    return [grid.choice === "points" ? `${cell.points}: ${said}` : said];
  });
  if (grid.choice === "points") return `points(${[grid.atLeast, ...parts].join(", ")})`;
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? only
    : parts.length === 0
      ? ""
      : `${grid.choice}(${parts.join(", ")})`;
}
