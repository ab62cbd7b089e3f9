import { type Policy, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "settings.read": vendorStaff,
  "settings.manage": ["vendor-admin"],
};
