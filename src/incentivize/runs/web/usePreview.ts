import { useNavigate } from "@tanstack/react-router";
import { useEndpointMutation } from "#ui/api/query.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { previewRun } from "../contract.ts";

/** What is to be computed: a plan's month, or what came after the run that posted it. */
export interface Wanted {
  planId: string;
  period: string;
  adjusts?: string;
}

/** Computes a preview and goes to it. */
export function usePreview() {
  const navigate = useNavigate();
  const href = useRecordHref();
  const act = useEndpointMutation(previewRun, {
    onDone: (run) => void navigate({ to: href("run", run.id) ?? "/runs" }),
  });
  return {
    preview: (wanted: Wanted) => act.mutate({ body: wanted }),
    /** What is under way. */
    wanted: act.isPending ? act.variables.body : null,
    error: act.error,
  };
}
