export { ProgramDraftPage } from "./editor/ProgramDraftPage.tsx";
export { LadderLevels, LadderLine } from "./ladderWords.tsx";
export { ProgramPage } from "./ProgramPage.tsx";
