import { type Policy, partnerPeople, vendorStaff } from "../../people/roles.ts";

export const policy: Policy = {
  "program.read": [...vendorStaff, ...partnerPeople],
  /** The programs that a partner is in, with its track. */
  "program.read-own": [...vendorStaff, ...partnerPeople],
  /** Whole programs: all tracks, who is in them, what is being written. */
  "program.inspect": vendorStaff,
  "program.manage": ["vendor-admin"],
  "program.enrol": ["vendor-admin", "channel-manager"],
  "program.acknowledge": ["partner-admin"],
};
