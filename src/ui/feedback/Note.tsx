import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Act, ActButton } from "../act/Act.tsx";
import classes from "./feedback.module.css";

interface NoteProps {
  tone: "info" | "warn" | "good";
  /** What it is about, where one sentence is not enough. */
  title?: ReactNode;
  /** What it means, and what to do. */
  children?: ReactNode;
  action?: Act | undefined;
}

const icons = { info: IconInfoCircle, warn: IconAlertTriangle, good: IconCircleCheck };

/** Something that the reader should know before going on, and the one act that answers it. */
export function Note({ tone, title, children, action }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div className={classes.advice} data-tone={tone} role="status">
      <Icon size={18} stroke={1.5} className={classes.adviceIcon} aria-hidden />
      <div className={classes.adviceText}>
        {title && <p className={classes.adviceTitle}>{title}</p>}
        {children && <div className={title ? classes.adviceWhy : undefined}>{children}</div>}
      </div>
      {action && <ActButton act={action} variant="default" size="compact-sm" />}
    </div>
  );
}
