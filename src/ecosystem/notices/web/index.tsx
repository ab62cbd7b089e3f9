export { Bell } from "./Bell.tsx";
export { MailTexts } from "./MailTexts.tsx";
export type { NoticeWords } from "./words.ts";
