import { Textarea } from "@mantine/core";
import type { FieldError } from "#platform/problem.ts";
import { Faults } from "./Faults.tsx";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import classes from "./form.module.css";

interface DocumentFieldProps extends FieldProps<string> {
  /** What is wrong in it, each with the place as a JSON pointer. */
  errors: readonly FieldError[];
}

/** A document as text, with everything that is wrong in it below, place by place. */
export function DocumentField({ optional, label, onChange, errors, ...rest }: DocumentFieldProps) {
  return (
    <div className={classes.reasons}>
      <Textarea
        {...rest}
        label={fieldLabel(label, optional)}
        autosize
        minRows={16}
        maxRows={40}
        dir="ltr"
        spellCheck={false}
        classNames={{ input: classes.document ?? "" }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Faults errors={errors} />
    </div>
  );
}
