import { type Policy, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "trend.read": vendorStaff,
};
