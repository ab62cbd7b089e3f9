import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { call } from "#ui/api/call.ts";
import { cacheKey } from "#ui/api/query.ts";
import { notifyProblem } from "#ui/feedback/notify.ts";
import { countNotices, listNotices, type NoticeCount, readNotice, readNotices } from "../contract.ts";

/** Marks notices as read; only what shows notices is read anew. */
export function useReading() {
  const client = useQueryClient();
  return useMemo(
    () => ({
      read: (noticeId: string) =>
        call(readNotice, { params: { noticeId } })
          .then(() => client.invalidateQueries({ queryKey: cacheKey(countNotices) }))
          .then(() => listAnew(client))
          .catch(notifyProblem),
      readMany: (which: BodyOf<typeof readNotices>) =>
        call(readNotices, { body: which })
          .then((count) => {
            client.setQueryData<NoticeCount>(cacheKey(countNotices), count);
            return listAnew(client);
          })
          .catch(notifyProblem),
    }),
    [client],
  );
}

/** Every list of notices that is shown, whatever its filters. */
export function listAnew(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: cacheKey(listNotices).slice(0, 2) });
}
