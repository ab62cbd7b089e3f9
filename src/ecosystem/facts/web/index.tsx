export { PartnerFacts } from "./FactsTable.tsx";
