import type { Door } from "#platform/database/door.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import { releaseDue } from "./server/release.ts";
import { earningRoutes } from "./server/routes.ts";

export { policy } from "./server/policy.ts";
export { receiptOf } from "./server/receipts.ts";
export { releaseDue } from "./server/release.ts";

export function routes() {
  return earningRoutes();
}

/** Holds end at the start of a day in each vendor's own zone; asking every hour meets all of them. */
export function jobs({ door }: { door: Door }): Job[] {
  return [
    {
      name: "release-holds",
      schedule: "1 * * * *",
      run: async (vendor) => {
        await door.withJob(vendor, releaseDue);
      },
    },
  ];
}
