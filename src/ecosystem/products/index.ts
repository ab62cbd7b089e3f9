export { importKind } from "./server/import.ts";
export { listPriceIn } from "./server/list-price.ts";
export { policy } from "./server/policy.ts";
export { productRoutes as routes } from "./server/routes.ts";
