export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";
export { splitRoutes as routes } from "./server/routes.ts";
