import type { ReactNode } from "react";
import { type Act, ActButton, type Icon } from "../act/Act.tsx";
import classes from "./feedback.module.css";

interface EmptyStateProps {
  icon?: Icon;
  /** What this will be: `Here your deals will stand`. */
  title: string;
  /** Why it is worth having. */
  children: ReactNode;
  /** The one act that fills it. */
  action?: Act | undefined;
}

/** Nothing there yet: what this will be, why it is worth having, and the one act that fills it. */
export function EmptyState({ icon: Mark, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {Mark && <Mark size={28} stroke={1.25} className={classes.emptyIcon} />}
      <p className={classes.emptyTitle}>{title}</p>
      <div className={classes.emptyWhy}>{children}</div>
      {action && <ActButton act={action} />}
    </div>
  );
}
