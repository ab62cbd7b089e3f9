export { DraftPage } from "./DraftPage.tsx";
export type { About } from "./FactWords.tsx";
export { VerifiedStatus, VerifyYourself } from "./Verified.tsx";
export { Why } from "./Why.tsx";
export { WouldEarn } from "./WouldEarn.tsx";
export { usePlanWords } from "./words.ts";
