import { asksYesNo, type Expression, type Measure } from "#ecosystem/ladders/contract.ts";

/** What an expression asks for: `Won value at least 60000 USD; and (Satisfaction at least 4.5; or Audit passed)`. */
export function requirementInEnglish(
  expression: Expression,
  measures: readonly Measure[],
  isWithin = false,
): string {
  const within = (part: Expression) => requirementInEnglish(part, measures, true);
  switch (expression.kind) {
    case "compare": {
      const measure = measures.find(({ key }) => key === expression.measure);
      const label = measure?.label ?? expression.measure;
      if (asksYesNo(measure)) return expression.operator === ">=" ? label : `not: ${label}`;
      const amounts = expression.amounts.map(({ number, currency }) =>
        [number, currency ?? ""].join(" ").trim(),
      );
      return `${label} ${expression.operator === ">=" ? "at least" : "at most"} ${amounts.join(" or ")}`;
    }
    case "points": {
      const parts = expression.parts.map(({ points, of }) => `${points} for ${within(of)}`);
      return `${expression.atLeast} points: ${parts.join(", ")}`;
    }
    default: {
      const joined = expression.of.map(within).join(expression.kind === "all" ? "; and " : "; or ");
      return isWithin ? `(${joined})` : joined;
    }
  }
}
