export { LadderLevels, LadderLine } from "./ladderWords.tsx";
export { NewLadderPage } from "./NewLadderPage.tsx";
export { TierPanel } from "./TierPanel.tsx";
