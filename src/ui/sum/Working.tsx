import type { ReactNode } from "react";
import classes from "./sum.module.css";

/** One line of a calculation. */
export interface WorkingLine {
  id: string;
  /** What it is: `Multiplier of tier Gold`. */
  label: ReactNode;
  /** How it is computed, in digits: `800.00 × 1.10`. */
  working?: ReactNode;
  /** What it comes to. */
  result: ReactNode;
  /** `sum` stands below a line, `result` is what all of it was for. */
  kind?: "sum" | "result";
}

interface WorkingProps {
  /** What is computed, for screen readers. */
  label: string;
  lines: readonly WorkingLine[];
}

/** A calculation line by line, to be followed with a pocket calculator. */
export function Working({ label, lines }: WorkingProps) {
  return (
    <ol className={classes.working} aria-label={label}>
      {lines.map((line) => (
        <li
          key={line.id}
          className={classes.line}
          data-kind={line.kind}
          data-plain={lines.every(({ working }) => !working) || undefined}
        >
          <span className={classes.label}>{line.label}</span>
          {line.working && (
            <bdi dir="ltr" className={classes.how}>
              {line.working}
            </bdi>
          )}
          <span className={classes.equals} aria-hidden>
            {line.working ? "=" : ""}
          </span>
          <bdi dir="ltr" className={classes.result}>
            {line.result}
          </bdi>
        </li>
      ))}
    </ol>
  );
}
