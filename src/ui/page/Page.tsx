import type { ReactNode } from "react";
import classes from "./page.module.css";

interface PageProps {
  children: ReactNode;
  /** `reading` keeps lines short: forms, settings, receipts. */
  width?: "full" | "reading";
}

/** The frame of a page: a header, then sections with one distance between them. */
export function Page({ children, width = "full" }: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  );
}

interface WithAsideProps {
  children: ReactNode;
  /** What goes along: a timeline, the tier, people. Below on narrow screens. */
  aside: ReactNode;
}

/** A record's two columns. */
export function WithAside({ children, aside }: WithAsideProps) {
  return (
    <div className={classes.withAside}>
      <div className={classes.mainColumn}>{children}</div>
      <aside className={classes.asideColumn}>{aside}</aside>
    </div>
  );
}

interface GridProps {
  children: ReactNode;
  /** The least width of a cell, in pixels; as many as fit stand in a row. */
  min?: number;
}

/** Cells of one width, as many in a row as fit: tiles, charts, panels. */
export function Grid({ children, min = 200 }: GridProps) {
  return (
    <div className={classes.grid} style={{ "--min": `${min}px` }}>
      {children}
    </div>
  );
}
