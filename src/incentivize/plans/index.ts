import { planRoutes } from "./server/routes.ts";

export { ladderInForce, loadPlan } from "./server/plans.ts";
export { policy } from "./server/policy.ts";
export { explanationOf, type KeptRow, receiptFrom } from "./server/receipts.ts";
export * as plansStore from "./server/store.ts";

export function routes() {
  return planRoutes();
}
