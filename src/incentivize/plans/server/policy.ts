import { type Policy, partnerMoney, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "plan.read": [...vendorStaff, ...partnerMoney],
  "plan.draft": ["vendor-admin", "channel-manager"],
  "plan.publish": ["vendor-admin"],
};
