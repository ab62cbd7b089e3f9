import { type Policy, partnerPeople, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  // A partner reads the vendor's punctuality with its own registrations.
  "deal-pace.read": [...vendorStaff, ...partnerPeople],
  "deal-outcome.read": vendorStaff,
};
