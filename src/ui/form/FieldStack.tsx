import type { ReactNode } from "react";
import classes from "./form.module.css";

/** Fields below each other, outside of a `Form`: where a page sends them itself. */
export function FieldStack({ children }: { children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}

/** Short numbers side by side: rates, factors. */
export function NumbersRow({ children }: { children: ReactNode }) {
  return <div className={classes.numbers}>{children}</div>;
}
