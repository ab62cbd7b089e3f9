export { type FactKind, wonValue } from "./contract.ts";
export { recordFact, recordFacts, sumFacts, sumsOf } from "./server/facts.ts";
