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
