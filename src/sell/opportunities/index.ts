import { opportunityRoutes } from "./server/routes.ts";

export { importKind } from "./server/import/kind.ts";
export { policy } from "./server/policy.ts";
export {
  concludeRegistered,
  enterRegistered,
  linkRegistered,
  type RegisteredSale,
} from "./server/registered.ts";

export function routes() {
  return opportunityRoutes();
}
