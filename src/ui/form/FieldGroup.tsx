import type { ReactNode } from "react";
import classes from "./form.module.css";

interface FieldGroupProps {
  /** What the fields have in common: `Your company`. */
  title: string;
  children: ReactNode;
}

/** Fields of one form that belong together, under a name. */
export function FieldGroup({ title, children }: FieldGroupProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      <div className={classes.groupFields}>{children}</div>
    </fieldset>
  );
}
