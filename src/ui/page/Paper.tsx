import type { ReactNode } from "react";
import classes from "./page.module.css";

/** What stands on paper and not on the screen: whose document it is. */
export function PaperOnly({ children }: { children: ReactNode }) {
  return <div className={classes.paperOnly}>{children}</div>;
}
