import { Status, type Tone } from "#ui/text/Status.tsx";
import type { State } from "../contract.ts";
import { useBenefitWords } from "./benefitWords.tsx";

const tones: Readonly<Record<State, Tone>> = {
  requested: "info",
  granted: "good",
  consumed: "idle",
  expired: "idle",
  declined: "warn",
  withdrawn: "idle",
  reversed: "warn",
};

/** Where a request stands. */
export function BenefitState({ state, badge = false }: { state: State; badge?: boolean }) {
  const { states } = useBenefitWords();
  const isOver = state === "withdrawn" || state === "expired";
  return (
    <Status tone={tones[state]} hollow={isOver} badge={badge}>
      {states[state]}
    </Status>
  );
}
