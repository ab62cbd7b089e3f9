import { Status } from "#ui/text/Status.tsx";
import type { PaySplit } from "../contract.ts";
import { useSplitWords } from "./useSplitWords.ts";

/** Where a split stands. */
export function SplitState({ state, badge = false }: { state: PaySplit["state"]; badge?: boolean }) {
  const { states, tones } = useSplitWords();
  return (
    <Status tone={tones[state]} hollow={state === "replaced" || state === "withdrawn"} badge={badge}>
      {states[state]}
    </Status>
  );
}
