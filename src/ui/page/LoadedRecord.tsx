import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ProblemError } from "../api/problem.ts";
import { ErrorState } from "../feedback/ErrorState.tsx";
import { RecordSkeleton } from "../feedback/Skeletons.tsx";
import { NothingHere } from "./NothingHere.tsx";
import { PageHeader } from "./PageHeader.tsx";

interface LoadedRecordProps<T> {
  /** What `useEndpoint` gave. */
  query: { data: T | undefined; error: ProblemError | null; refetch: () => unknown };
  children: (record: T) => ReactNode;
}

/** A page that is about one record: its shape while it comes, then the record, or a page that says why there is none. */
export function LoadedRecord<T>({ query, children }: LoadedRecordProps<T>) {
  const { t } = useLingui();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <RecordSkeleton />;
  if (query.error.status === 404) return <NothingHere />;
  return (
    <>
      <PageHeader title={t`This page cannot be shown`} />
      <ErrorState problem={query.error} retry={() => void query.refetch()} />
    </>
  );
}
