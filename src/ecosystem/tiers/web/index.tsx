export { TierPanel } from "./TierPanel.tsx";
