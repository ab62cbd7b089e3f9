import { type Policy, vendorStaff } from "../../people/index.ts";

export const policy: Policy = {
  "program-override.read": [...vendorStaff],
  "program-override.propose": ["vendor-admin", "channel-manager"],
  "program-override.approve": ["vendor-admin"],
};
