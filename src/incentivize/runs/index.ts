import { runRoutes } from "./server/routes.ts";

export { fullFacts } from "./server/compute.ts";
export { loadContext } from "./server/context.ts";
export { monthsOf } from "./server/months.ts";
export { policy } from "./server/policy.ts";
export { componentLabels } from "./server/present.ts";
export { lockMoney } from "./server/runs.ts";
export * as winsStore from "./server/wins.ts";

export function routes() {
  return runRoutes();
}
