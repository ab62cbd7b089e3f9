export { usePartnerFilter } from "./usePartnerFilter.ts";
