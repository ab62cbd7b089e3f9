import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { SearchValues } from "./href.ts";

/** Changes some values of the address; an empty one is taken out. */
export type ChangeUrlValues = (change: Readonly<Record<string, string>>) => void;

/** What the address says after its question mark, as the one place where a page keeps what is filtered and open. */
export function useUrlValues(): [SearchValues, ChangeUrlValues] {
  const values: SearchValues = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback<ChangeUrlValues>(
    (wanted) =>
      void navigate({
        to: ".",
        search: (before: SearchValues) => withoutEmpty({ ...before, ...wanted }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [values, change];
}

function withoutEmpty(values: SearchValues): SearchValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
