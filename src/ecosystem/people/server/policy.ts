import type { Policy } from "../roles.ts";

export const policy: Policy = {
  "people.read": ["vendor-admin", "channel-manager", "partner-admin"],
  "people.invite": ["vendor-admin", "channel-manager", "partner-admin"],
  "people.manage": ["vendor-admin", "partner-admin"],
};
