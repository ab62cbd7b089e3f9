import type { ReactNode } from "react";
import classes from "./page.module.css";

/** What stands on the screen and not on paper: filters, hints, acts. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className={classes.screenOnly}>{children}</div>;
}

/** What stands on paper and not on the screen: whose document it is. */
export function PaperOnly({ children }: { children: ReactNode }) {
  return <div className={classes.paperOnly}>{children}</div>;
}
