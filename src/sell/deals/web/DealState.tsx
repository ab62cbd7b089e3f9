import { Status, type Tone } from "#ui/text/Status.tsx";
import type { DealItem, State } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";

const tones: Readonly<Record<State, Tone>> = {
  draft: "idle",
  submitted: "info",
  "in-review": "info",
  "needs-information": "warn",
  approved: "good",
  rejected: "bad",
  withdrawn: "idle",
  expired: "idle",
  revoked: "bad",
  superseded: "idle",
  closed: "idle",
};

const hollow: ReadonlySet<State> = new Set(["draft", "withdrawn", "expired", "superseded"]);

/** Where a registration stands. */
export function DealState({ state, badge = false }: { state: DealItem["state"]; badge?: boolean }) {
  const { states } = useDealWords();
  return (
    <Status tone={tones[state]} hollow={hollow.has(state)} badge={badge}>
      {states[state]}
    </Status>
  );
}
