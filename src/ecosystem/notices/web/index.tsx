export { Bell } from "./Bell.tsx";
export type { NoticeWords } from "./words.ts";
