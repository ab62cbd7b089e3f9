export { OpportunitiesTable } from "./OpportunitiesTable.tsx";
export { OpportunityRecord } from "./OpportunityRecord.tsx";
