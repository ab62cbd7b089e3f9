import { type Policy, partnerPeople, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "deal.read": [...vendorStaff, ...partnerPeople],
  // On the vendor's side in a partner's place, and marked so.
  "deal.register": ["channel-manager", "partner-admin", "partner-seller"],
  "deal.case": vendorStaff,
  "deal.decide": ["vendor-admin", "channel-manager"],
};
