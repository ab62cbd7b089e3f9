import type { MenuButton } from "#ui/act/LateMenu.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { NoticeMenu } from "#ui/shell/NoticeMenu.tsx";
import { countNotices, listNotices } from "../contract.ts";
import { useReading } from "./useReading.ts";
import { type NoticeWords, wordingOf } from "./words.ts";

const latest = 6;

/** What the bell opens. */
export function LatestNotices({ button, words }: { button: MenuButton; words: NoticeWords }) {
  const { data, isPending } = useEndpoint(listNotices, { query: { limit: latest } });
  const { read, readMany } = useReading();
  const count = useEndpoint(countNotices, {});
  const newest = data?.items[0]?.id;
  // It opens with something in it, so that the keyboard goes straight to the first.
  if (isPending) return button;
  return (
    <NoticeMenu
      button={button}
      items={(data?.items ?? []).map((notice) => ({
        id: notice.id,
        ...wordingOf(words, notice),
        at: notice.occurredAt,
        to: notice.link,
        isUnread: notice.readAt === null,
      }))}
      hasUnread={(count.data?.unread ?? 0) > 0}
      onRead={(id) => void read(id)}
      onReadAll={() => void readMany(newest === undefined ? {} : { upToId: newest })}
      all="/notices"
    />
  );
}
