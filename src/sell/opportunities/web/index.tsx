export { OpportunitiesTable } from "./OpportunitiesTable.tsx";
export { OpportunityRecord } from "./OpportunityRecord.tsx";
export { useFirstWin } from "./useFirstWin.ts";
