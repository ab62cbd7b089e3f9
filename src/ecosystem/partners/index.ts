export { directlyAbove, distributorsOf } from "./server/above.ts";
export { importKind } from "./server/import.ts";
export { namesOf } from "./server/names.ts";
export { policy } from "./server/policy.ts";
export { partnerRoutes as routes } from "./server/routes.ts";
