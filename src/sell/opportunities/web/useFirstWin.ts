import type { UseQueryResult } from "@tanstack/react-query";
import type { ProblemError } from "#ui/api/problem.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { listOpportunities, type OpportunityItem } from "../contract.ts";

/** The win that closed first, in a list of one; empty where nothing was won yet. */
export function useFirstWin(): UseQueryResult<{ items: OpportunityItem[] }, ProblemError> {
  return useEndpoint(listOpportunities, { query: { meaning: "won", sort: "closedOn", limit: 1 } });
}
