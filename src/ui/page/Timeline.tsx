import type { ReactNode } from "react";
import { DateTime } from "../text/dates.tsx";
import type { Tone } from "../text/Status.tsx";
import classes from "./timeline.module.css";

export interface TimelineItem {
  id: string;
  /** RFC 3339 in UTC. */
  at: string;
  /** Who did it; left out for what happened by itself. */
  who?: string | undefined;
  /** A sentence: `Moved to won at $12,400.` */
  what: ReactNode;
  /** The person's own words. */
  note?: string | undefined;
  tone?: Tone;
}

interface TimelineProps {
  items: readonly TimelineItem[];
}

/** What happened to a record, latest first: its part of the event stream. */
export function Timeline({ items }: TimelineProps) {
  return (
    <ol className={classes.timeline}>
      {items.map((item) => (
        <li key={item.id} className={classes.item} style={{ "--tone": `var(--ui-${item.tone ?? "idle"})` }}>
          <div className={classes.what}>{item.what}</div>
          {item.note && <blockquote className={classes.note}>{item.note}</blockquote>}
          <div className={classes.meta}>
            {item.who && <span>{item.who} · </span>}
            <DateTime value={item.at} />
          </div>
        </li>
      ))}
    </ol>
  );
}
