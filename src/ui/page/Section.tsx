import { type ReactNode, useId } from "react";
import { type Act, ActButton } from "../act/Act.tsx";
import classes from "./page.module.css";

interface SectionProps {
  title: string;
  /** A sentence below the title: what stands here, or where it comes from. */
  note?: ReactNode;
  action?: Act | undefined;
  /** Beside the title: a count, a state. */
  badge?: ReactNode;
  /** Without padding, for a table that goes from edge to edge. */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page with its own heading, on a surface of its own. */
export function Section({ title, note, action, badge, flush = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <div>
          <div className={classes.sectionTitleRow}>
            <h2 id={id} className={classes.sectionTitle}>
              {title}
            </h2>
            {badge}
          </div>
          {note && <p className={classes.sectionNote}>{note}</p>}
        </div>
        {action && (
          <div className={classes.sectionAct}>
            <ActButton act={action} variant="default" size="compact-sm" />
          </div>
        )}
      </div>
      <div className={flush ? classes.sectionFlush : classes.sectionBody}>{children}</div>
    </section>
  );
}

/** A surface without a heading of its own, such as below the tab that names it; `padded` for what is no table. */
export function Surface({ children, padded = false }: { children: ReactNode; padded?: boolean }) {
  return (
    <div className={classes.section}>
      {padded ? <div className={classes.surfaceBody}>{children}</div> : children}
    </div>
  );
}
