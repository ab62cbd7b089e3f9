import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./form.module.css";

interface MoreFieldsProps {
  /** What is behind it: `The contact`. */
  title: string;
  /** A few words beside the title: what it is good for, or what was given. */
  hint?: ReactNode;
  /** Opens it: something in it was filled or is refused. */
  open?: boolean;
  children: ReactNode;
}

/** Fields that most people leave out, folded away until somebody wants them. */
export function MoreFields({ title, hint, open = false, children }: MoreFieldsProps) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Only ever opened from here: what a person folded away stays so.
    if (open && element.current) element.current.open = true;
  }, [open]);
  return (
    <details ref={element} className={classes.more}>
      <summary className={classes.moreTitle}>
        <IconChevronRight size={16} stroke={1.75} className={classes.moreMark} aria-hidden />
        <span>{title}</span>
        {hint && <span className={classes.moreHint}>{hint}</span>}
      </summary>
      <div className={classes.moreFields}>{children}</div>
    </details>
  );
}

interface LineProps {
  /** What this line is, for screen readers: `Product 2`. */
  label: string;
  /** Two fields of one width, instead of a wide one and two narrow ones. */
  pair?: boolean;
  children: ReactNode;
}

/** One of several things that a form takes, its fields side by side where there is room; the last is a button. */
export function FieldLine({ label, pair, children }: LineProps) {
  return (
    <fieldset className={classes.line} data-pair={pair} aria-label={label}>
      {children}
    </fieldset>
  );
}

/** Below such lines: the button for another one, and what they add up to. */
export function FieldSum({ children }: { children: ReactNode }) {
  return <div className={classes.sumLine}>{children}</div>;
}
