import type { ProblemRow, Row, Team, Tier } from "./naive-plan.ts";

/** One question to the plan, with the answer worked out by hand in the comments. */
export type HandWorked = {
  name: string;
  /** Nobody above where it is missing. */
  master?: string;
  /** Who is above on which days, where that is not always the master. */
  above?: Omit<Team, "agent">[];
  rows: Row[];
  /** Opportunity, tier, commission in cents and override in cents (nothing where nobody is above). */
  pays: [opportunityId: string, tier: Tier, commission: bigint, override?: bigint, to?: string][];
  problems?: ProblemRow[];
};

/** A won row, in dollars a line. */
export function win(
  opportunityId: string,
  agent: string,
  closeDay: string,
  ...lines: [product: string, value: string][]
): Row {
  return {
    opportunityId,
    agent,
    stage: "Won",
    closeDay,
    lines: lines.map(([product, value]) => ({ product, value })),
  };
}
