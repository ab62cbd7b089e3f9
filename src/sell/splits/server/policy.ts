import { type Policy, partnerMoney, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "pay-split.read": [...vendorStaff, ...partnerMoney],
  "pay-split.manage": ["vendor-admin", "channel-manager"],
  "pay-split.sign": ["partner-admin"],
};
