import { type Policy, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "account.read": [...vendorStaff, "direct-seller"],
  "account.manage": ["vendor-admin", "channel-manager"],
  "partner-account.read": [...vendorStaff, ...partnerPeople],
};
