export { PartnerFacts } from "./FactsTable.tsx";
export { useFactWords } from "./useFactWords.ts";
