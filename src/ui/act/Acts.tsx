import type { ReactNode } from "react";
import classes from "./act.module.css";

/** Buttons in a row below what they belong to. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className={classes.acts}>{children}</div>;
}
