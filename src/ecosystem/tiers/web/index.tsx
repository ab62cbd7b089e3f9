export { useStandingInWords } from "./standingInWords.ts";
export { TierPanel, useMissing } from "./TierPanel.tsx";
