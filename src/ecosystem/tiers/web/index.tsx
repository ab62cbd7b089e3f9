export { PartnerStanding } from "./StandingPage.tsx";
export { useStandingInWords } from "./standingInWords.ts";
export { TierPanel, useMissing } from "./TierPanel.tsx";
export { TouchedPartners } from "./TouchedPartners.tsx";
