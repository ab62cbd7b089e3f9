import { Children, type ReactNode } from "react";
import classes from "./text.module.css";

interface SentencesProps {
  children: ReactNode;
  /** With room around, below a table that goes from edge to edge. */
  inset?: boolean;
}

/** Plain sentences below each other, each complete in itself. */
export function Sentences({ children, inset = false }: SentencesProps) {
  return (
    <ul className={classes.sentences} data-inset={inset || undefined}>
      {Children.map(Children.toArray(children), (sentence) => (
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
