import { type Policy, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "program.read": [...vendorStaff, ...partnerPeople],
  "program.manage": ["vendor-admin"],
};
