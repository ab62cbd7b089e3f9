import type { Door } from "#platform/database/door.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import { tellEnding } from "./server/acts.ts";

export { type Effective, effective, heldThroughout, inForceOn, type Override } from "./effective.ts";
export { thresholdsIn } from "./ladder-at.ts";
export { type DealPlace, type ProgramDays, type ProtectionDays, protectionDays } from "./protection.ts";
export { overridesOf, overridesOn, regionUses } from "./server/in-force.ts";
export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";
export { overrideRoutes as routes } from "./server/routes.ts";
export type { ParameterValue } from "./value.ts";

/** Each morning: what ends soon is told to those who may renew it. */
export function jobs({ door }: { door: Door }): Job[] {
  return [
    {
      name: "overrides.ending",
      schedule: "15 4 * * *",
      run: (vendor) => door.withJob(vendor, tellEnding),
    },
  ];
}
