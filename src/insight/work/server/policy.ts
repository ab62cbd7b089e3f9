import { type Policy, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "home.read": [...vendorStaff, "direct-seller"],
};
