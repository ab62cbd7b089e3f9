export { policy } from "./server/policy.ts";
export { createProgram } from "./server/programs.ts";
export { programRoutes as routes } from "./server/routes.ts";
export { oldestProgramRow as mainProgram, type ProgramRow } from "./server/store.ts";
export { type QuarterTier, standTiers, type TierTable, tiersFor, type UsedTier } from "./server/tiers.ts";
