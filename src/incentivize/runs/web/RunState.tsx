import { Trans } from "@lingui/react/macro";
import { Status } from "#ui/text/Status.tsx";
import type { Run } from "../contract.ts";

/** How far a run has come. */
export function RunState({ state, badge = false }: { state: Run["state"]; badge?: boolean }) {
  if (state === "posted") {
    return (
      <Status tone="good" badge={badge}>
        <Trans>Posted</Trans>
      </Status>
    );
  }
  if (state === "discarded") {
    return (
      <Status tone="idle" hollow badge={badge}>
        <Trans>Given up</Trans>
      </Status>
    );
  }
  return (
    <Status tone="info" hollow badge={badge}>
      <Trans>Previewed</Trans>
    </Status>
  );
}
