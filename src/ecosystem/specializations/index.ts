import type { Door } from "#platform/database/door.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import { tellEnds } from "./server/awards.ts";

export { specializationsOn } from "./server/held.ts";
export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";
export { specializationRoutes as routes } from "./server/routes.ts";
export { textsBeginning } from "./texts-ref.ts";

/** Each morning: what ends soon and what has ended is told to the companies whose it is. */
export function jobs({ door }: { door: Door }): Job[] {
  return [
    {
      name: "specializations.ends",
      schedule: "20 4 * * *",
      run: (vendor) => door.withJob(vendor, tellEnds),
    },
  ];
}
