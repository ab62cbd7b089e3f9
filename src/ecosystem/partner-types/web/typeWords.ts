import { useLingui } from "@lingui/react/macro";
import type { PartnerType } from "../contract.ts";
import "./serverSentences.ts";

/** What partners are, in the reader's words. */
export function useTypeWords(): Readonly<Record<PartnerType, string>> {
  const { t } = useLingui();
  return {
    reseller: t`Reseller`,
    msp: t`Managed service provider`,
    integrator: t`Systems integrator`,
    distributor: t`Distributor`,
    "master-agent": t`Master agent`,
    "sub-agent": t`Sub-agent`,
    "direct-agent": t`Direct agent`,
    "technology-alliance": t`Technology alliance`,
    affiliate: t`Affiliate`,
    referral: t`Referral partner`,
    influencer: t`Influencer or consultant`,
    marketplace: t`Marketplace`,
    advisor: t`Advisor`,
  };
}
