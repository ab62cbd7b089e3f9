export { useBenefitValueWords } from "./benefitValue.ts";
export { ProgramDraftPage } from "./editor/ProgramDraftPage.tsx";
export { LadderLevels, LadderLine } from "./ladderWords.tsx";
export { OwnProgramsPage } from "./OwnProgramsPage.tsx";
export { useProgramNames } from "./ownWords.ts";
export { ProgramPage } from "./ProgramPage.tsx";
