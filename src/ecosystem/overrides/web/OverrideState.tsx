import { Status } from "#ui/text/Status.tsx";
import type { ProgramOverride } from "../contract.ts";
import { useOverrideWords } from "./useOverrideWords.tsx";

/** Where an override stands. */
export function OverrideState({
  state,
  badge = false,
}: {
  state: ProgramOverride["state"];
  badge?: boolean;
}) {
  const { states, tones } = useOverrideWords();
  return (
    <Status tone={tones[state]} hollow={state !== "in-force"} badge={badge}>
      {states[state]}
    </Status>
  );
}
