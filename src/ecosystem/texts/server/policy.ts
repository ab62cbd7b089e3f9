import { type Policy, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "text.read": vendorStaff,
  "text.write": ["vendor-admin", "channel-manager"],
  "text.approve": ["vendor-admin", "channel-manager"],
};
