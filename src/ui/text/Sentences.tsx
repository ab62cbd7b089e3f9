import { Children, type ReactNode } from "react";
import classes from "./text.module.css";

/** Plain sentences below each other, each complete in itself. */
export function Sentences({ children }: { children: ReactNode }) {
  return (
    <ul className={classes.sentences}>
      {Children.map(children, (sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}

/** Something to be read sign by sign: a digest, a command. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code dir="ltr" className={classes.code}>
      {children}
    </code>
  );
}
