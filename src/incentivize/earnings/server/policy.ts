import { type Policy, partnerMoney, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "earning.read": [...vendorStaff, ...partnerMoney],
  "liability.read": ["vendor-admin", "finance", "finance-controller"],
};
