import { type Policy, partnerMoney, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "statement.read": [...vendorStaff, ...partnerMoney],
  "statement.prepare": ["vendor-admin", "finance", "finance-controller"],
  "statement.close": ["finance"],
};
