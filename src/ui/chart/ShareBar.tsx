import type { ReactNode } from "react";
import { Share } from "../text/Figure.tsx";
import classes from "./chart.module.css";

interface ShareBarProps {
  /** A decimal of one: `0.25` for a quarter. */
  share: string;
  /** Below the bar: what it comes to. */
  note?: ReactNode;
}

/** A part of a whole, in a figure and as long as it is. */
export function ShareBar({ share, note }: ShareBarProps) {
  return (
    <div className={classes.share}>
      <Share value={share} />
      <span className={classes.shareTrack} aria-hidden>
        <span className={classes.shareBar} style={{ inlineSize: `${Number(share) * 100}%` }} />
      </span>
      {note && <span className={classes.shareNote}>{note}</span>}
    </div>
  );
}
