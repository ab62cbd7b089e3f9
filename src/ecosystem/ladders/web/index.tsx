/* Ladders have no pages of their own: whoever shows one reads it, and what its rules say, in these words. */

export { useRequirementWords } from "./requirementWords.ts";
