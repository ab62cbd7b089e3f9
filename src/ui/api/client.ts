import { type InfiniteData, QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem.ts";

/** Lists longer than this are read anew from their top when something changed, rather than page by page. */
const pagesToRefresh = 3;

/** The cache of everything the server said. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && worthAnotherTry(error),
      },
      mutations: { retry: false },
    },
  });
}

function worthAnotherTry(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 0 || error.status >= 502);
}

/**
 * Something was written: everything shown is read anew. One act touches many nouns here (a posted run changes
 * earnings, statements, the ledger and the partner's page), and a page holds few queries, so none is left out.
 */
export async function refreshAll(client: QueryClient): Promise<void> {
  const long = { predicate: (query: { state: { data: unknown } }) => isLong(query.state.data) };
  await Promise.all([
    client.resetQueries(long),
    client.invalidateQueries({ predicate: (query) => !isLong(query.state.data) }),
  ]);
}

function isLong(data: unknown): data is InfiniteData<unknown> {
  return (
    typeof data === "object" &&
    data !== null &&
    "pages" in data &&
    Array.isArray(data.pages) &&
    data.pages.length > pagesToRefresh
  );
}
