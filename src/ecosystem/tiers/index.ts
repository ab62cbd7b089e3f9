import type { Door } from "#platform/database/door.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import { decideTiers } from "./server/run.ts";

export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";
export { tierRoutes as routes } from "./server/routes.ts";
export { standingsOn } from "./server/standings-on.ts";
export {
  levelsOn,
  type QuarterTier,
  standTiers,
  type TierTable,
  tiersFor,
  type UsedTier,
} from "./server/tiers.ts";

/** Each day: whatever review is due is decided, and whom the next one would cost its level is warned. */
export function jobs({ door }: { door: Door }): Job[] {
  return [{ name: "tier-run", schedule: "20 0,6,12,18 * * *", run: (vendor) => decideTiers(door, vendor) }];
}
