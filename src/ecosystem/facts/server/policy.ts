import { type Policy, partnerMoney, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "fact.read": [...vendorStaff, ...partnerMoney],
  "fact.enter": ["vendor-admin", "channel-manager", "finance"],
  "fact-kind.manage": ["vendor-admin"],
};
