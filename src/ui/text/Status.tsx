import type { ReactNode } from "react";
import classes from "./text.module.css";

/** What a state means for the reader: colour never says it alone, the word beside it does. */
export type Tone = "good" | "warn" | "bad" | "info" | "idle";

interface StatusProps {
  tone: Tone;
  /** The state's word: `Held`, `Paid`. */
  children: ReactNode;
  /** A ring instead of a dot: not yet, or no longer. */
  hollow?: boolean;
  /** With a border, for the head of a page. */
  badge?: boolean;
}

/** The state of a thing: a dot and its word. */
export function Status({ tone, children, hollow = false, badge = false }: StatusProps) {
  return (
    <span className={badge ? `${classes.status} ${classes.badge}` : classes.status}>
      <span
        className={classes.dot}
        data-hollow={hollow || undefined}
        style={{ "--status": `var(--ui-${tone})` }}
        aria-hidden
      />
      <span>{children}</span>
    </span>
  );
}
