export type { RecordKind } from "./prefixes.ts";
export { policy } from "./server/policy.ts";
export { streamRoutes as routes } from "./server/routes.ts";
