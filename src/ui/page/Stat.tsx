import { IconArrowDownRight, IconArrowUpRight, IconMinus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { AppLink } from "../link/AppLink.tsx";
import type { Tone } from "../text/Status.tsx";
import classes from "./stat.module.css";

export interface Comparison {
  direction: "up" | "down" | "same";
  /** `12 % on last March` */
  text: ReactNode;
  tone?: Tone;
}

interface StatProps {
  label: string;
  /** `<Money whole …>`, `<Count …>`, `<Share …>` */
  value: ReactNode;
  unit?: string;
  comparison?: Comparison | undefined;
  /** One quiet line in place of a comparison. */
  note?: ReactNode;
  /** The list or board behind the number. */
  to?: string | undefined;
}

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus };

/** A number that someone is interested in first, with what it is compared to and what is behind it. */
export function Stat({ label, value, unit, comparison, note, to }: StatProps) {
  const Arrow = comparison && arrows[comparison.direction];
  return (
    <div className={classes.stat}>
      <div className={classes.label}>
        {to ? (
          <AppLink to={to} className={classes.cover}>
            {label}
          </AppLink>
        ) : (
          label
        )}
      </div>
      <div className={classes.value}>
        {value}
        {unit && <span className={classes.unit}> {unit}</span>}
      </div>
      {comparison && Arrow && (
        <div className={classes.comparison} style={{ "--tone": `var(--ui-${comparison.tone ?? "idle"})` }}>
          <Arrow size={14} className={classes.arrow} aria-hidden />
          <span>{comparison.text}</span>
        </div>
      )}
      {note && (
        <div className={classes.comparison}>
          <span>{note}</span>
        </div>
      )}
    </div>
  );
}
