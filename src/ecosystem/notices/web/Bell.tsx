import { useQueryClient } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { MenuButton } from "#ui/act/LateMenu.tsx";
import { refreshAll } from "#ui/api/client.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { NoticeBell } from "#ui/shell/NoticeBell.tsx";
import { countNotices, type NoticeCount } from "../contract.ts";
import { useReading } from "./useReading.ts";

/** Also asked when the window is looked at again. */
const askedEveryMs = 60_000;

interface BellProps {
  /** Fetches the menu's code. */
  fetch: () => Promise<unknown>;
  /** The menu with its button; `lazy`. */
  children: (button: MenuButton) => ReactNode;
}

/** How many notices are unread, kept up to date; whoever comes to the page that one leads to has read it. */
export function Bell(props: BellProps) {
  const count = useEndpoint(countNotices, {}, { pollMs: () => askedEveryMs });
  useNews(count.data);
  useReadOnArrival(count.data);
  return <NoticeBell unread={count.data?.unread ?? 0} {...props} />;
}

/** Something new was told, so what it is about may stand on the page: that is read anew. */
function useNews(count: NoticeCount | undefined): void {
  const client = useQueryClient();
  const before = useRef<number | null>(null);
  const unread = count?.unread;
  useEffect(() => {
    if (unread === undefined) return;
    if (before.current !== null && unread > before.current) void refreshAll(client);
    before.current = unread;
  }, [unread, client]);
}

function useReadOnArrival(count: NoticeCount | undefined): void {
  const { readMany } = useReading();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isTold = count?.links.includes(path) ?? false;
  useEffect(() => {
    if (isTold) void readMany({ link: path });
  }, [isTold, path, readMany]);
}
