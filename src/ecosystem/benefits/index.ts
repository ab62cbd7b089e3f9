import type { Door } from "#platform/database/door.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import { lapseAll, warn } from "./server/clock.ts";
import { benefitRoutes } from "./server/routes.ts";

export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";

export function routes() {
  return benefitRoutes();
}

/** What the clock does: it warns of what ends soon and notes what is over. */
export function jobs({ door }: { door: Door }): Job[] {
  return [
    {
      name: "benefits.clock",
      schedule: "7 * * * *",
      run: async (vendor) => {
        await door.withJob(vendor, lapseAll);
        await door.withJob(vendor, warn);
      },
    },
  ];
}
