export { PartnerPlace } from "./PartnerPlace.tsx";
export { PartnerRecord } from "./PartnerRecord.tsx";
export { PartnerTypes } from "./PartnerTypes.tsx";
export { usePartnerWords } from "./partnerWords.ts";
export { useHasAgents } from "./useHasAgents.ts";
export { usePartnerFilter } from "./usePartnerFilter.ts";
