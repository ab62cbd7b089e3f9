import { LatestNotices } from "#ecosystem/notices/web/LatestNotices.tsx";
import type { MenuButton } from "#ui/act/LateMenu.tsx";
import { noticeWords } from "../noticeWords.ts";

/** What the bell opens, in the words of the features that tell it. */
export function OwnLatestNotices({ button }: { button: MenuButton }) {
  return <LatestNotices button={button} words={noticeWords} />;
}
