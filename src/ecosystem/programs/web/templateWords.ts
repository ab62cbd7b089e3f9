import { useLingui } from "@lingui/react/macro";
import type { TemplateKey } from "../contract.ts";

/** What each template is, and for whom. */
export function useTemplateWords(): Readonly<Record<TemplateKey, { label: string; sentence: string }>> {
  const { t } = useLingui();
  return {
    "reseller-var": {
      label: t`Resellers`,
      sentence: t`They sell to their own customers, under their own contracts.`,
    },
    msp: {
      label: t`Managed service providers`,
      sentence: t`They run the product for their customers, month by month.`,
    },
    "systems-integrator": {
      label: t`Systems integrators`,
      sentence: t`They help to win projects and deliver them; sales and skills count together.`,
    },
    distributor: {
      label: t`Distributors`,
      sentence: t`They supply and develop resellers, whose sales count with theirs.`,
    },
    "master-agent": {
      label: t`Master agents with sub-agents`,
      sentence: t`They bring, you contract; what sub-agents bring counts for their master too.`,
    },
    "technology-alliance": {
      label: t`Technology alliances`,
      sentence: t`Makers of software that works with yours.`,
    },
    affiliate: {
      label: t`Affiliates`,
      sentence: t`They refer by a link or a name, and leave the selling to you.`,
    },
    influencer: {
      label: t`Influencers and consultants`,
      sentence: t`Their word helps to decide; they do not sell.`,
    },
    advisor: {
      label: t`Broker-dealers and advisors`,
      sentence: t`Under supervision: due diligence first, content released to them alone.`,
    },
  };
}
