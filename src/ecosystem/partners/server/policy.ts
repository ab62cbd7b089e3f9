import { type Policy, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "partner.read": [...vendorStaff, ...partnerPeople],
  "partner.manage": ["vendor-admin", "channel-manager"],
};
