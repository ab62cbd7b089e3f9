export { PartnerLocations } from "./PartnerLocations.tsx";
