import { opportunityRoutes } from "./server/routes.ts";

export { policy } from "./server/policy.ts";

export function routes() {
  return opportunityRoutes();
}
