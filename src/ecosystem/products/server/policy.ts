import { type Policy, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "product.read": [...vendorStaff, "direct-seller", ...partnerPeople],
  "product.manage": ["vendor-admin", "channel-manager"],
};
