import { type Policy, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "event.read": [...vendorStaff, ...partnerPeople],
};
