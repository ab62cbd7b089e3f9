import { type Policy, partnerPeople, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "opportunity.read": [...vendorStaff, "direct-seller", ...partnerPeople],
  "opportunity.manage": ["vendor-admin", "channel-manager"],
};
