import { type Policy, partnerPeople, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "engagement.read": [...vendorStaff, "direct-seller", ...partnerPeople],
  "engagement.publish": ["vendor-admin"],
  "named-account.read": [...vendorStaff, "direct-seller"],
  "named-account.manage": ["vendor-admin", "channel-manager"],
  "tender.read": vendorStaff,
  "tender.manage": ["vendor-admin", "channel-manager"],
};
