import { type Policy, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "region.read": [...vendorStaff],
  "region.manage": ["vendor-admin"],
};
