import { opportunityRoutes } from "./server/routes.ts";

export { importKind } from "./server/import/kind.ts";
export { policy } from "./server/policy.ts";

export function routes() {
  return opportunityRoutes();
}
