import { type Policy, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "mail-text.read": vendorStaff,
  "mail-text.reword": ["vendor-admin"],
};
