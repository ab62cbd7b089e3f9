import type { GivenText } from "../texts/index.ts";
import type { Terms } from "./contract.ts";

/** What partners read of a specialization in the vendor's own words, by field. Pure. */
export function textsOf({ label, summary }: Pick<Terms, "label" | "summary">): Record<string, GivenText> {
  return {
    label: { title: `Specialization ${label}: name`, text: label },
    summary: { title: `Specialization ${label}: what it stands for`, text: summary, form: "text" },
  };
}
