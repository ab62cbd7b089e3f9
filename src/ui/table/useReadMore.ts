import { useEffect } from "react";
import type { EndpointList } from "../api/query.ts";

const rowsAhead = 30;

/** Reads the next page before the person sees the end of what was read. */
export function useReadMore(list: EndpointList<unknown>, lastVisible: number | undefined): void {
  const { rows, complete, isReadingMore, error, readMore } = list;
  useEffect(() => {
    if (lastVisible === undefined || complete || isReadingMore || error) return;
    if (lastVisible >= rows.length - rowsAhead) readMore();
  });
}
