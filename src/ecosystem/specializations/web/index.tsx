export { PartnerSpecializations } from "./PartnerSpecializations.tsx";
