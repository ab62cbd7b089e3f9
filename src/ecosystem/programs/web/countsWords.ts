import { useLingui } from "@lingui/react/macro";
import type { Counts } from "../contract.ts";

type Sentences = { [Rule in keyof Counts]: Readonly<Record<Counts[Rule], string>> };

/** Whose region counts, in a sentence that says for what. */
export function useCountsWords(): (rule: keyof Counts, counts: Counts) => string {
  const { t } = useLingui();
  const sentences: Sentences = {
    dealRules: {
      "customer-site": t`Days of protection go by the region of the end customer, wherever the partner is.`,
      "contracting-entity": t`Days of protection go by the region of the partner's contracting company, wherever the customer is.`,
    },
    tiers: {
      "contracting-entity": t`Thresholds, required agreements and content go by the region of the partner's contracting company.`,
      "customer-site": t`Thresholds go by the region of the end customers: in each country counts what was sold there.`,
    },
    funds: {
      "paying-entity": t`Shares and amounts of funds go by the region of the company that pays.`,
      "place-of-activity": t`Shares and amounts of funds go by the region in which the activity takes place.`,
    },
  };
  return (rule, counts) => {
    const { dealRules, tiers, funds } = counts;
    if (rule === "dealRules") return sentences.dealRules[dealRules];
    return rule === "tiers" ? sentences.tiers[tiers] : sentences.funds[funds];
  };
}
