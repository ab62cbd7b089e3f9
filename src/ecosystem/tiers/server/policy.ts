import { type Policy, partnerMoney, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "tier.read": [...vendorStaff, ...partnerMoney],
  "tier.review": vendorStaff,
  "tier.except": ["vendor-admin", "channel-manager"],
  "tier.back-test": ["vendor-admin", "channel-manager"],
};
