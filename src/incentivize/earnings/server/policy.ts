import { type Policy, partnerMoney, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "earning.read": [...vendorStaff, ...partnerMoney],
  // What a registration would earn the reader's own company; of an agent's, a master agent sees its own override.
  "expected-earning.read": [...vendorStaff, ...partnerMoney],
  "liability.read": ["vendor-admin", "finance", "finance-controller"],
};
