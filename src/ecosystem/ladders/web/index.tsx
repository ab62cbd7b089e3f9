import "./serverSentences.ts";

/* Ladders have no pages of their own: whoever shows one loads what its rules say by this, and reads it in these words. */

export { useRequirementWords } from "./requirementWords.ts";
