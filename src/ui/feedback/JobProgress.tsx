import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Progress } from "@mantine/core";
import "@mantine/core/styles/Progress.layer.css";
import { useRef } from "react";
import { useFormat } from "../format/useFormat.ts";
import classes from "./feedback.module.css";

interface JobProgressProps {
  /** What is under way: `Checking the file`. */
  label: string;
  done: number;
  /** Null while it is not known. */
  total: number | null;
  /** What is counted: `rows`. */
  unit: string;
  onCancel?: (() => void) | undefined;
}

/** A long job: how far it is and what is left. The person may leave and come back; the job goes on. */
export function JobProgress({ label, done, total, unit, onCancel }: JobProgressProps) {
  const { t } = useLingui();
  const format = useFormat();
  const secondsLeft = useSecondsLeft(done, total);
  const percent = total ? Math.min(100, (done / total) * 100) : 100;
  return (
    <div className={classes.job}>
      <div className={classes.jobHead}>
        <strong>{label}</strong>
        {onCancel && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
            <Trans>Stop</Trans>
          </Button>
        )}
      </div>
      <Progress value={percent} animated={total === null} striped={total === null} aria-label={label} />
      <div className={classes.jobFoot} role="status">
        <span>
          {total === null ? (
            <Trans>
              {format.number(done)} {unit} so far
            </Trans>
          ) : (
            <Trans>
              {format.number(done)} of {format.number(total)} {unit}
            </Trans>
          )}
        </span>
        <span>{secondsLeft === null ? t`You can leave this page; it goes on.` : leftText(secondsLeft)}</span>
      </div>
    </div>
  );

  function leftText(seconds: number): string {
    if (seconds < 90) return t`about ${format.number(Math.max(1, seconds), "second")} left`;
    return t`about ${format.number(Math.round(seconds / 60), "minute")} left`;
  }
}

/** Seconds that are left at the speed seen so far; null until there is a speed. */
function useSecondsLeft(done: number, total: number | null): number | null {
  const start = useRef<{ done: number; atMs: number } | null>(null);
  const nowMs = performance.now();
  start.current ??= { done, atMs: nowMs };
  const elapsedMs = nowMs - start.current.atMs;
  const progressed = done - start.current.done;
  if (total === null || progressed <= 0 || elapsedMs < 1500) return null;
  return Math.round(((total - done) * elapsedMs) / progressed / 1000);
}
