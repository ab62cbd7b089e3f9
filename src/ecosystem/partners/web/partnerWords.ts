import { useLingui } from "@lingui/react/macro";
import type { EdgeKind, PartnerType } from "../contract.ts";

/** What partners are and how they stand to each other, in the reader's words. */
export function usePartnerWords() {
  const { t } = useLingui();
  const types: Readonly<Record<PartnerType, string>> = {
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
    marketplace: t`Marketplace`,
    advisor: t`Advisor`,
  };
  const above: Readonly<Record<EdgeKind, string>> = {
    "master of": t`Master agent`,
    "distributes to": t`Distributor`,
    owns: t`Owner`,
  };
  return { types, above };
}
