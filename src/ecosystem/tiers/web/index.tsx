export { TierPanel, useMissing } from "./TierPanel.tsx";
