import { Trans } from "@lingui/react/macro";
import type { ProgramOverride } from "../contract.ts";
import { useOverrideWords } from "./useOverrideWords.tsx";

/** What the program says to all, and what is said there and why, in one sentence. */
export function WhatHolds({
  override,
}: {
  override: Pick<ProgramOverride, "scope" | "about" | "globalValue" | "value" | "reason">;
}) {
  const words = useOverrideWords();
  const { scope, about, globalValue, value, reason } = override;
  // Names and reasons are as somebody wrote them, perhaps in another direction than the sentence.
  return (
    <Trans>
      Global says {words.value(globalValue, about)}, <bdi>{words.place(scope)}</bdi> says{" "}
      {words.value(value, about)}, because: “<bdi>{reason}</bdi>”
    </Trans>
  );
}
