import { expand, type Ladder } from "../ladders/contract.ts";

/** A ladder in one line: each level with what it asks for; empty without a ladder. */
export function requirementsIn(ladder: Ladder | null): string {
  if (ladder === null) return "";
  const { base, levels } = expand(ladder);
  return [base, ...levels.map(({ level, requires }) => `${level}: ${requires}`)].join("; ");
}
