import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Act, ActButton } from "../act/Act.tsx";
import classes from "./steps.module.css";

export interface Step {
  id: string;
  /** What is to be done: `Import your partners`. */
  label: string;
  /** What it is worth: what can be done once it is. */
  worth: ReactNode;
  done: boolean;
  /** Where it is done; left out where the reader may not. */
  action?: Act | undefined;
}

/** What there is to do first, in order; the first that is open stands out. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const next = steps.find((step) => !step.done);
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.id} className={classes.step} data-done={step.done || undefined}>
          <span className={classes.mark} aria-hidden>
            {step.done ? <IconCheck size={14} stroke={2.5} /> : index + 1}
          </span>
          <div className={classes.text}>
            <div className={classes.label}>
              {step.label}
              {step.done && (
                <VisuallyHidden>
                  <Trans>(done)</Trans>
                </VisuallyHidden>
              )}
            </div>
            <div className={classes.worth}>{step.worth}</div>
          </div>
          {!step.done && step.action && (
            <ActButton act={step.action} size="compact-sm" variant={step === next ? "filled" : "default"} />
          )}
        </li>
      ))}
    </ol>
  );
}
