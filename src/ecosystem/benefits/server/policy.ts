import { type Policy, partnerMoney, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "benefit.read": [...vendorStaff, ...partnerMoney],
  "benefit.request": [...partnerMoney],
  "benefit.decide": ["vendor-admin", "channel-manager"],
  "benefit.use": ["vendor-admin", "channel-manager", ...partnerMoney],
};
