import { Status, type Tone } from "#ui/text/Status.tsx";
import type { Meaning, OpportunityStage } from "../contract.ts";

const tones: Readonly<Record<Meaning, Tone>> = { open: "info", won: "good", lost: "idle" };

/** A stage in the vendor's words, with the colour of what it means. */
export function StageStatus({ stage, badge = false }: { stage: OpportunityStage; badge?: boolean }) {
  return (
    <Status tone={tones[stage.meaning]} badge={badge}>
      {stage.label}
    </Status>
  );
}
