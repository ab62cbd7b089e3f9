export { PartnerLocations } from "./PartnerLocations.tsx";
export { useCountryNames } from "./useCountryNames.ts";
