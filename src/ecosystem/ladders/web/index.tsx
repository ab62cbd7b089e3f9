/* Ladders have no pages of their own: whoever shows one reads it, and what its rules say, in these words. */

export { GroupFields } from "./GroupFields.tsx";
export { faultsIn } from "./requirementFaults.ts";
export { askedMeasure, type Group, treeOf, writtenOf } from "./requirementTree.ts";
export { useRequirementWords } from "./requirementWords.ts";
