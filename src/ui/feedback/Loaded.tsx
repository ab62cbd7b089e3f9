import type { ReactNode } from "react";
import type { ProblemError } from "../api/problem.ts";
import { ErrorState } from "./ErrorState.tsx";
import { TextSkeleton } from "./Skeletons.tsx";

interface Loading<T> {
  data: T | undefined;
  error: ProblemError | null;
  refetch: () => unknown;
}

interface LoadedProps<T> {
  /** What `useEndpoint` gave. */
  query: Loading<T>;
  /** Shaped as the content. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows the skeleton, what went wrong, or what came. What was read before stays while it is read again. */
export function Loaded<T>({ query, skeleton = <TextSkeleton />, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState problem={query.error} retry={() => void query.refetch()} />;
  return skeleton;
}
