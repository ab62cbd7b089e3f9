import { lazy, Suspense, useSyncExternalStore } from "react";
import { noticesWanted, onNoticesWanted } from "./notices.ts";

const Notices = lazy(() => import("./Notices.tsx").then((module) => ({ default: module.Notices })));

/** The corner in which notices appear. */
export function NoticeCorner() {
  const isWanted = useSyncExternalStore(onNoticesWanted, noticesWanted);
  if (!isWanted) return null;
  return (
    <Suspense>
      <Notices />
    </Suspense>
  );
}
