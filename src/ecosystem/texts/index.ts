export { policy } from "./server/policy.ts";
export { type GivenText, putTexts } from "./server/put.ts";
export { textRoutes as routes } from "./server/routes.ts";
