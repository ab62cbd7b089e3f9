import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Endpoint, ResponseOf } from "#platform/http/endpoint.ts";
import { type AddressOf, type Answering, type CallOptions, call, type LooseOptions, send } from "./call.ts";
import { refreshAll } from "./client.ts";
import { type Intent, newIntent } from "./intent.ts";
import { ProblemError } from "./problem.ts";
import { apiSettings } from "./settings.ts";
import { searchOf } from "./url.ts";

/** Where an answer is kept: what one membership saw is never shown to another. */
export function cacheKey(endpoint: Endpoint, params: object = {}, query: object = {}): readonly string[] {
  return [apiSettings().membership ?? "", endpoint.path, searchOf(params), searchOf(query)];
}

interface ReadOptions<Answer> {
  /** False holds the call back until what it needs is known. */
  enabled?: boolean;
  /** After how many milliseconds to read again, told by what was read last; `false` ends it. */
  pollMs?: (last: Answer | undefined) => number | false;
}

/** The answer of a GET, kept and refreshed: `data`, `isPending`, `error` (a ProblemError). */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  address: AddressOf<E>,
  { enabled = true, pollMs }: ReadOptions<ResponseOf<E>> = {},
): UseQueryResult<ResponseOf<E>, ProblemError> {
  const { params, query } = address as LooseOptions;
  return useQuery<ResponseOf<E>, ProblemError>({
    queryKey: cacheKey(endpoint, params, query),
    queryFn: ({ signal }): Promise<ResponseOf<E>> => send(endpoint, { params, query, signal }),
    enabled,
    refetchInterval: pollMs ? (last) => pollMs(last.state.data) : false,
  });
}

/** One page of a list. */
export interface Page<Row> {
  items: readonly Row[];
  nextCursor: string | null;
}

/** An endpoint that answers `{ items, nextCursor }`. */
export type ListEndpoint<Row> = Answering<{ items: Row[]; nextCursor: string | null }>;

export interface EndpointList<Row> {
  rows: readonly Row[];
  /** True once the last page was read, so that `rows` is all there is. */
  complete: boolean;
  readMore: () => void;
  isPending: boolean;
  isReadingMore: boolean;
  /** True while the rows of the filters before are shown and those of the new ones are on their way. */
  isStale: boolean;
  error: ProblemError | null;
  retry: () => void;
}

interface ListAddress {
  params?: object;
  /** The filters and the sort; empty ones are left out. */
  query?: object;
}

/** A list read page by page as the person goes down. */
export function useEndpointList<Row>(
  endpoint: ListEndpoint<Row>,
  { params = {}, query = {} }: ListAddress = {},
  { enabled = true, pageSize = 100 }: { enabled?: boolean; pageSize?: number } = {},
): EndpointList<Row> {
  const result = useInfiniteQuery({
    queryKey: [...cacheKey(endpoint, params, query), String(pageSize)],
    queryFn: ({ pageParam, signal }): Promise<Page<Row>> =>
      send(endpoint, { params, query: { ...query, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: Page<Row>) => page.nextCursor,
    enabled,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return {
    rows,
    complete: result.data !== undefined && !result.hasNextPage,
    readMore: () => {
      if (result.hasNextPage && !result.isFetching) void result.fetchNextPage();
    },
    isPending: result.isPending,
    isReadingMore: result.isFetchingNextPage,
    isStale: result.isPlaceholderData,
    error: asProblem(result.error),
    retry: () => void result.refetch(),
  };
}

type MutationOptions<E extends Endpoint> = {
  /** After the answer came and before the pages were read anew. */
  onDone?: (answer: ResponseOf<E>) => void;
};

/**
 * An act: `mutate(options)` calls the endpoint and then reads anew what is shown. An endpoint that wants an
 * `Idempotency-Key` gets one per intent: pressing again after a lost connection repeats the same act.
 */
export function useEndpointMutation<E extends Endpoint>(
  endpoint: E,
  { onDone }: MutationOptions<E> = {},
): UseMutationResult<ResponseOf<E>, ProblemError, CallOptions<E>> {
  const client = useQueryClient();
  const [intent] = useState(newIntent);
  return useMutation<ResponseOf<E>, ProblemError, CallOptions<E>>({
    mutationFn: (options) => callWithIntent(endpoint, options, intent),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await refreshAll(client);
    },
  });
}

/** Calls with the key of the intent, where the endpoint wants one, and tells the intent what came back. */
export async function callWithIntent<E extends Endpoint>(
  endpoint: E,
  options: CallOptions<E>,
  intent: Intent,
): Promise<ResponseOf<E>> {
  const { params, query, body } = options as LooseOptions;
  const key = endpoint.idempotencyKey ? intent.keyFor({ params, query, body }) : undefined;
  try {
    const answer = await call(endpoint, key ? { ...options, idempotencyKey: key } : options);
    intent.answered(200);
    return answer;
  } catch (error) {
    intent.answered(error instanceof ProblemError ? error.status : 0);
    throw error;
  }
}

function asProblem(error: Error | null): ProblemError | null {
  return error === null || error instanceof ProblemError ? error : null;
}
