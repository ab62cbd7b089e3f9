/* Ladders have no pages of their own: whoever shows one reads it, and what its rules say, in these words. */

export { GroupFields } from "./GroupFields.tsx";
export { faultsIn } from "./requirementFaults.ts";
export { type AskedMeasure, type Group, groupedOf, treeOf, writtenOf } from "./requirementTree.ts";
export { useRequirementWords } from "./requirementWords.ts";
