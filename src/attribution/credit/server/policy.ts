import { type Policy, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  // A share tells of others, so no partner reads it.
  "credit.read": vendorStaff,
};
