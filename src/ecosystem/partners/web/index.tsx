export { PartnerPlace } from "./PartnerPlace.tsx";
export { PartnerRecord } from "./PartnerRecord.tsx";
export { usePartnerFilter } from "./usePartnerFilter.ts";
