import { type Policy, partnerMoney, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "program.read": [...vendorStaff, ...partnerPeople],
  "program.manage": ["vendor-admin"],
  "tier.read": [...vendorStaff, ...partnerMoney],
};
