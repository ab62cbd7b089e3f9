import { NoticesPage } from "#ecosystem/notices/web/NoticesPage.tsx";
import { noticeWords } from "../noticeWords.ts";

/** What one was told, in the words of the features that tell it. */
export function OwnNoticesPage() {
  return <NoticesPage words={noticeWords} />;
}
