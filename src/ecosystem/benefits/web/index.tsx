export { PartnerBenefits } from "./PartnerBenefits.tsx";
