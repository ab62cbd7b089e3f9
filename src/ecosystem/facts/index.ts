export {
  assistedValue,
  dealsWon,
  type FactKindSpec,
  registrationsApproved,
  wonValue,
} from "./contract.ts";
export { lastDays, recordFact, recordFacts, sumFacts, sumsOf } from "./server/facts.ts";
export { importKind } from "./server/import.ts";
export { kindsOf } from "./server/kinds.ts";
export { type Measurement, measureLatest, measureSums, measureWeighted } from "./server/measure.ts";
export { policy } from "./server/policy.ts";
export { factRoutes as routes } from "./server/routes.ts";
