export { OpportunitiesTable } from "./OpportunitiesTable.tsx";
export { OpportunityRecord } from "./OpportunityRecord.tsx";
export { OwnPayCredit } from "./PayCredit.tsx";
export { useFirstWin } from "./useFirstWin.ts";
