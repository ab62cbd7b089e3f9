import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/api/call.ts";
import { refreshAll } from "#ui/api/client.ts";
import type { ProblemError } from "#ui/api/problem.ts";
import { checkImport, type Import, mapImport } from "../contract.ts";
import type { Draft } from "./mapping.ts";

/**
 * Saves what a person says about the file and checks it, as one act: the pages are read anew after both, so that
 * nobody sees the moment between.
 */
export function useCheck(one: Pick<Import, "id" | "version">, onChecking?: () => void) {
  const client = useQueryClient();
  const params = { importId: one.id };
  return useMutation<Import, ProblemError, Draft>({
    mutationFn: async (draft) => {
      await call(mapImport, { params, body: draft, ifMatch: one.version });
      return call(checkImport, { params });
    },
    onSuccess: () => onChecking?.(),
    onSettled: () => refreshAll(client),
  });
}
