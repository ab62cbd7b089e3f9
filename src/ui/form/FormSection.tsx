import type { ReactNode } from "react";
import { Section } from "../page/Section.tsx";
import classes from "./form.module.css";

interface FormSectionProps {
  title: string;
  /** What holds for all of its fields. */
  note?: ReactNode;
  children: ReactNode;
}

/** A part of a form that fills a page: fields on a surface of their own. */
export function FormSection({ title, note, children }: FormSectionProps) {
  return (
    <Section title={title} note={note}>
      <div className={classes.groupFields}>{children}</div>
    </Section>
  );
}
