import { z } from "zod";

/** What a partner can be to the vendor; it holds several at once, each from a day to a day. */
export const partnerTypes = [
  "reseller",
  "msp",
  "integrator",
  "distributor",
  "master-agent",
  "sub-agent",
  "direct-agent",
  "technology-alliance",
  "affiliate",
  "referral",
  "influencer",
  "marketplace",
  "advisor",
] as const;
export const PartnerType = z.enum(partnerTypes);
export type PartnerType = z.infer<typeof PartnerType>;
