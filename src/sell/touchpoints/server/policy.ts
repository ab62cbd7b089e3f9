import { type Policy, partnerPeople, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "touchpoint.read": [...vendorStaff, ...partnerPeople],
  "touchpoint.log": ["partner-admin", "partner-seller"],
  "touchpoint.decide": ["vendor-admin", "channel-manager"],
};
