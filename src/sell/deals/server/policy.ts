import { type Policy, partnerPeople, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "deal.read": [...vendorStaff, ...partnerPeople],
  // On the vendor's side in a partner's place, and marked so.
  "deal.register": ["channel-manager", "partner-admin", "partner-seller"],
  "deal.case": vendorStaff,
  // That an account is protected and whom to ask: also for those who see no partner's deal.
  "deal.protected": [...vendorStaff, "direct-seller"],
  "deal.decide": ["vendor-admin", "channel-manager"],
};
