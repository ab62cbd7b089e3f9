import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./way.module.css";

/** One stage of something that goes through stages. */
export interface WayStage {
  id: string;
  label: string;
  /** `done` lies behind, `now` is where it stands, `next` is still to come. */
  state: "done" | "now" | "next";
  /** When, by what, or when it is expected. */
  detail?: ReactNode;
}

interface WayProps {
  label: string;
  stages: readonly WayStage[];
}

/** How far something has come: its stages in order, and when each was reached. */
export function Way({ label, stages }: WayProps) {
  return (
    <ol className={classes.way} aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.id}
          className={classes.stage}
          data-state={stage.state}
          aria-current={stage.state === "now" ? "step" : undefined}
        >
          <span className={classes.mark} aria-hidden />
          <span className={classes.stageLabel}>{stage.label}</span>
          <VisuallyHidden>
            <StageWord state={stage.state} />
          </VisuallyHidden>
          {stage.detail && <span className={classes.detail}>{stage.detail}</span>}
        </li>
      ))}
    </ol>
  );
}

function StageWord({ state }: { state: WayStage["state"] }) {
  if (state === "done") return <Trans>(done)</Trans>;
  if (state === "now") return <Trans>(here it stands)</Trans>;
  return <Trans>(still to come)</Trans>;
}
