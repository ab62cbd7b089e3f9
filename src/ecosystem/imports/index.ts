export { importJobs as jobs } from "./server/jobs.ts";
export { policy } from "./server/policy.ts";
export { importRoutes as routes } from "./server/routes.ts";
export type { ImportServices } from "./server/services.ts";
