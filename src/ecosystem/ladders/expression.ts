import { type Cursor, cursorOf, ExpressionError, type Place } from "./words.ts";

export { ExpressionError, type Place } from "./words.ts";

/*
 * The language of requirements, small enough to be read aloud:
 *
 *   all(won >= 60000.00 USD or 55000.00 EUR, any(certified >= 2, satisfaction >= 4.5))
 *   points(70, 40: won >= 60000 USD, 30: certified >= 2)
 *   overdue <= 0
 *
 * Numbers are kept as they were written; what they mean for a measure is for the check and the engine to say.
 */

/** A number with the currency that it is in, or none. */
export interface Amount {
  readonly number: string;
  readonly currency: string | null;
}

export interface Comparison {
  readonly kind: "compare";
  readonly measure: string;
  readonly operator: ">=" | "<=";
  /** Several are one for each currency: the one that is reached is enough. */
  readonly amounts: readonly Amount[];
  readonly at: Place;
}

/** Points for each part that is met, and how many are asked for. */
export interface PointsOf {
  readonly kind: "points";
  readonly atLeast: number;
  readonly parts: readonly { readonly points: number; readonly of: Expression }[];
  readonly at: Place;
}

export interface Several {
  readonly kind: "all" | "any";
  readonly of: readonly Expression[];
  readonly at: Place;
}

export type Expression = Comparison | PointsOf | Several;

export const reservedWords: readonly string[] = ["all", "any", "points", "or"];
const mostParts = 12;
const deepest = 6;

/**
 * Reads an expression.
 * @throws ExpressionError with the place, from 0, and a sentence that says what to change
 */
export function parseExpression(text: string): Expression {
  const cursor = cursorOf(text);
  const expression = readExpression(cursor, 1);
  const rest = cursor.look();
  if (rest.kind !== "end") {
    const hint =
      rest.text === "," || rest.text === "and" ? ' To ask for several things, write "all(…, …)".' : "";
    throw new ExpressionError(rest, `Remove "${rest.text}": the requirement is complete before it.${hint}`);
  }
  return expression;
}

function readExpression(cursor: Cursor, depth: number): Expression {
  const word = cursor.look();
  if (depth > deepest) {
    throw new ExpressionError(
      word,
      `Requirements lie at most ${deepest} deep in each other. Take a level out.`,
    );
  }
  if (word.kind === "number") {
    throw new ExpressionError(
      word,
      `${word.text} cannot stand here. Write numbers without separators, such as 60000, after a measure.`,
    );
  }
  if (word.kind !== "word") {
    const found =
      word.kind === "end" ? "Something is missing at the end" : `"${word.text}" cannot stand here`;
    throw new ExpressionError(
      word,
      `${found}. Write a measure, such as "won >= 60000 USD", or all(…), any(…), points(…).`,
    );
  }
  if (word.text === "all" || word.text === "any") return readSeveral(cursor, word.text, depth);
  if (word.text === "points" && cursor.look(1).text === "(") return readPoints(cursor, depth);
  return readComparison(cursor);
}

function readSeveral(cursor: Cursor, kind: "all" | "any", depth: number): Several {
  const word = cursor.take();
  cursor.expect("(", `Write "(" after "${kind}", then what is asked for, with commas between.`);
  const of = readList(cursor, () => readExpression(cursor, depth + 1));
  return { kind, of, at: { from: word.from, until: cursor.end() } };
}

function readPoints(cursor: Cursor, depth: number): PointsOf {
  const word = cursor.take();
  cursor.expect("(", 'Write "(" after "points".');
  const atLeast = wholeNumber(cursor, 'Write first how many points are asked for: "points(70, …)".');
  cursor.expect(",", 'Write a comma after how many points are asked for: "points(70, 40: …)".');
  const parts = readList(cursor, () => {
    const points = wholeNumber(cursor, 'Write the points before each part: "40: won >= 60000 USD".');
    cursor.expect(":", 'Write ":" between the points and what they are given for.');
    return { points, of: readExpression(cursor, depth + 1) };
  });
  return { kind: "points", atLeast, parts, at: { from: word.from, until: cursor.end() } };
}

/** The parts up to and including the closing bracket; the opening one has been read. */
function readList<Part>(cursor: Cursor, readPart: () => Part): Part[] {
  const parts: Part[] = [readPart()];
  while (cursor.look().text === ",") {
    const comma = cursor.take();
    if (parts.length === mostParts) {
      throw new ExpressionError(
        comma,
        `At most ${mostParts} parts in one bracket. Put some of them into one of their own.`,
      );
    }
    parts.push(readPart());
  }
  cursor.expect(")", 'Write "," before a further part, or ")" at the end.');
  return parts;
}

function readComparison(cursor: Cursor): Comparison {
  const word = cursor.take();
  const operator = cursor.take();
  if (operator.text !== ">=" && operator.text !== "<=") {
    throw new ExpressionError(
      operator,
      `Write ">=" (at least) or "<=" (at most) after "${word.text}", then a number.`,
    );
  }
  const amounts = [readAmount(cursor)];
  while (cursor.look().text === "or") {
    const or = cursor.take();
    const amount = readAmount(cursor);
    if (amount.currency === null || amounts[0]?.currency === null) {
      throw new ExpressionError(
        or,
        '"or" stands between amounts of different currencies: "60000 USD or 55000 EUR". For other choices write "any(…, …)".',
      );
    }
    if (amounts.some(({ currency }) => currency === amount.currency)) {
      throw new ExpressionError(
        or,
        `${amount.currency} is written twice. Write one amount for each currency.`,
      );
    }
    if (amounts.length === mostParts) {
      throw new ExpressionError(or, `At most ${mostParts} currencies in one requirement.`);
    }
    amounts.push(amount);
  }
  return {
    kind: "compare",
    measure: word.text,
    operator: operator.text,
    amounts,
    at: { from: word.from, until: cursor.end() },
  };
}

function readAmount(cursor: Cursor): Amount {
  const word = cursor.take();
  if (word.kind !== "number") {
    const found = word.kind === "end" ? "A number is missing at the end." : `"${word.text}" is not a number.`;
    throw new ExpressionError(word, `${found} Write plain digits, such as 60000 or 4.5.`);
  }
  const next = cursor.look();
  if (next.kind !== "currency") return { number: word.text, currency: null };
  cursor.take();
  return { number: word.text, currency: next.text };
}

function wholeNumber(cursor: Cursor, sentence: string): number {
  const word = cursor.take();
  if (word.kind !== "number" || !/^[1-9]\d{0,5}$/.test(word.text)) {
    throw new ExpressionError(word, `${sentence} Points are whole numbers from 1 to 999999.`);
  }
  return Number(word.text);
}

/** The expression as text; reading it again gives the same expression. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "all":
    case "any":
      return `${expression.kind}(${expression.of.map(printExpression).join(", ")})`;
    case "points": {
      const parts = expression.parts.map(({ points, of }) => `${points}: ${printExpression(of)}`);
      return `points(${[expression.atLeast, ...parts].join(", ")})`;
    }
    case "compare":
      return `${expression.measure} ${expression.operator} ${printAmounts(expression.amounts)}`;
  }
}

export function printAmounts(amounts: readonly Amount[]): string {
  return amounts
    .map(({ number, currency }) => (currency === null ? number : `${number} ${currency}`))
    .join(" or ");
}

/** All comparisons in an expression, in the order in which they are written. */
export function comparisonsOf(expression: Expression): Comparison[] {
  switch (expression.kind) {
    case "compare":
      return [expression];
    case "points":
      return expression.parts.flatMap(({ of }) => comparisonsOf(of));
    default:
      return expression.of.flatMap(comparisonsOf);
  }
}

/** The comparisons that all have to hold; those that are one way among others, or give points, are not among them. */
export function conjunctsOf(expression: Expression): Comparison[] {
  if (expression.kind === "compare") return [expression];
  return expression.kind === "all" ? expression.of.flatMap(conjunctsOf) : [];
}

/** The same expression with every comparison replaced by what `change` makes of it. */
export function mapComparisons(
  expression: Expression,
  change: (comparison: Comparison) => Comparison,
): Expression {
  switch (expression.kind) {
    case "compare":
      return change(expression);
    case "points": {
      const parts = expression.parts.map(({ points, of }) => ({ points, of: mapComparisons(of, change) }));
      return { ...expression, parts };
    }
    default:
      return { ...expression, of: expression.of.map((part) => mapComparisons(part, change)) };
  }
}
