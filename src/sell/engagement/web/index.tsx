export { useEngagementWords } from "./engagementWords.ts";
