import { withThresholds } from "../ladders/contract.ts";
import type { ProgramDocument } from "../programs/contract.ts";
import type { PartnerOverride } from "./contract.ts";
import { amountsIn } from "./ladder-at.ts";

/** What of a program's document may be otherwise for a partner. */
export type Held = Pick<ProgramDocument, "ladder" | "benefits">;

/** A program's document as it holds for a partner: what its levels ask for and give, with what is otherwise where it is. */
export function asHeld<Document extends Held>(
  document: Document,
  overrides: readonly PartnerOverride[],
): Document {
  const { ladder } = document;
  const threshold = (level: string, measure: string) => {
    const found = overrides.find(
      ({ about }) => about.kind === "threshold" && about.level === level && about.measure.key === measure,
    );
    return amountsIn(found?.value ?? null);
  };
  const isAsked = overrides.some(({ about }) => about.kind === "threshold");
  return {
    ...document,
    ladder: ladder === null || !isAsked ? ladder : withThresholds(ladder, threshold),
    benefits: document.benefits.map((benefit) => {
      const own = overrides.flatMap(({ about, value }) =>
        about.kind === "benefit" && about.benefit.key === benefit.key && value.kind === "benefit"
          ? [[about.level, value.value] as const]
          : [],
      );
      return { ...benefit, values: { ...benefit.values, ...Object.fromEntries(own) } };
    }),
  };
}
