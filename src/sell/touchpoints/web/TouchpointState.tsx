import { Status, type Tone } from "#ui/text/Status.tsx";
import type { State } from "../contract.ts";
import { useTouchpointWords } from "./touchpointWords.ts";

const tones: Readonly<Record<State, Tone>> = {
  recorded: "info",
  confirmed: "good",
  contested: "warn",
  withdrawn: "idle",
};

/** Where a touchpoint stands. */
export function TouchpointState({ state, badge = false }: { state: State; badge?: boolean }) {
  const { states } = useTouchpointWords();
  return (
    <Status tone={tones[state]} hollow={state === "withdrawn"} badge={badge}>
      {states[state]}
    </Status>
  );
}
