import type { Door } from "#platform/database/door.ts";
import type { Handler } from "#platform/events/handlers.ts";
import type { Job, Jobs } from "#platform/jobs/jobs.ts";
import { events as facts } from "../facts/contract.ts";
import { events as overrides } from "../overrides/contract.ts";
import { events as programs } from "../programs/contract.ts";
import { decideTiers } from "./server/run.ts";

export { notices } from "./server/notices.ts";
export { payingQuarters } from "./server/paying-quarters.ts";
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

const tierRun = "tier-run";

/** Each day: whatever review is due is decided, and whom the next one would cost its level is warned. */
export function jobs({ door }: { door: Door }): Job[] {
  return [{ name: tierRun, schedule: "20 0,6,12,18 * * *", run: (vendor) => decideTiers(door, vendor) }];
}

/** What people do about levels at once rather than with the day's run. */
const soonDecided = [
  facts.factEntered.type,
  facts.factCorrected.type,
  "import.done",
  programs.programPublished.type,
  programs.partnerIncluded.type,
  overrides.overrideApproved.type,
];
/** So that who enters ten facts in a row is followed by one run. */
const gatherMs = 3_000;

/** Decides soon what somebody has just changed; where that is missed, the day's run does. */
export function handlers({ enqueue }: { enqueue: Jobs["add"] }): Handler[] {
  return soonDecided.map((type) => ({
    name: `tiers.${type}`,
    type,
    run: async () => {},
    afterCommit: (vendor) => enqueue(tierRun, vendor.id, {}, `${tierRun}:${vendor.id}`, gatherMs),
  }));
}
