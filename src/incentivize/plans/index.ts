import { planRoutes } from "./server/routes.ts";

export { explainInEnglish } from "./english.ts";
export { loadPlan } from "./server/plans.ts";
export { policy } from "./server/policy.ts";
export { explanationOf, type KeptRow, receiptFrom } from "./server/receipts.ts";
export * as plansStore from "./server/store.ts";
export { verifyReceipt } from "./verify.ts";

export function routes() {
  return planRoutes();
}
