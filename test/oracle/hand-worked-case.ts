import type { ProblemRow, Row, Tier } from "./naive-plan.ts";

/** One question to the plan, with the answer worked out by hand in the comments. */
export type HandWorked = {
  name: string;
  /** Nobody above where it is missing. */
  master?: string;
  rows: Row[];
  /** Opportunity, tier, commission in cents and override in cents (nothing where there is no master). */
  pays: [opportunityId: string, tier: Tier, commission: bigint, override?: bigint][];
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
