export { LadderLevels, LadderLine } from "./ladderWords.tsx";
export { NewLadderPage } from "./NewLadderPage.tsx";
