import { type Policy, partnerMoney, vendorStaff } from "../../people/index.ts";

export const policy: Policy = {
  "specialization.read": [...vendorStaff, ...partnerMoney],
  "specialization.manage": ["vendor-admin"],
  "specialization.decide": ["vendor-admin", "channel-manager"],
  "specialization.apply": ["partner-admin"],
};
