import { type Policy, partnerMoney, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "tier.read": [...vendorStaff, ...partnerMoney],
};
