import { type Policy, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "run.read": vendorStaff,
  "run.manage": ["finance"],
};
