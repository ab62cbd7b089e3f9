import type { Policy } from "../../people/roles.ts";

const importers = ["vendor-admin", "channel-manager"] as const;

export const policy: Policy = {
  "import.read": importers,
  "import.manage": importers,
};
