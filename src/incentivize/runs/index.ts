import type { Pool } from "pg";
import { refreshStatistics } from "#platform/database/statistics.ts";
import { runRoutes } from "./server/routes.ts";

export { fullFacts, participantsOf, standingOf, undecidedCredit } from "./server/compute.ts";
export { type GoverningVersion, loadContext, type RunContext } from "./server/context.ts";
export { policy } from "./server/policy.ts";
export { lockMoney } from "./server/runs.ts";
export * as winsStore from "./server/wins.ts";

/** Filled by the thousand when a run is posted. */
const filledByPosting = ["earning", "posting", "tier_standing"];

export function routes({ ownerPool }: { ownerPool: Pool }) {
  return runRoutes({
    // Only speed hangs on it, so a failure changes nothing.
    afterPosting: () => void refreshStatistics(ownerPool, filledByPosting).catch(() => {}),
  });
}
