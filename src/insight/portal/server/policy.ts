import { type Policy, partnerPeople } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "portal.read": partnerPeople,
};
