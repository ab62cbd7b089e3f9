import { useLingui } from "@lingui/react/macro";
import { Radio, Textarea } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import { useState } from "react";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import classes from "./form.module.css";

interface ReasonFieldProps extends FieldProps<string> {
  /** The usual ones, as sentences that will be read later. */
  usual: readonly string[];
}

/** Why: one of the usual reasons, or one's own words. */
export function ReasonField({
  usual,
  label,
  optional,
  value,
  onChange,
  onBlur,
  error,
  name,
  ...rest
}: ReasonFieldProps) {
  const { t } = useLingui();
  const own = "own";
  const [writing, setWriting] = useState(value !== "" && !usual.includes(value));
  const shown = writing ? own : value;
  return (
    <div className={classes.reasons}>
      <Radio.Group
        {...rest}
        name={name}
        label={fieldLabel(label, optional)}
        value={shown}
        error={writing ? undefined : error}
        onChange={(chosen) => {
          setWriting(chosen === own);
          onChange(chosen === own ? "" : chosen);
        }}
      >
        <div className={classes.reasons}>
          {usual.map((reason) => (
            <Radio key={reason} value={reason} label={reason} />
          ))}
          <Radio value={own} label={t`In other words`} />
        </div>
      </Radio.Group>
      {writing && (
        <Textarea
          aria-label={t`Reason in your own words`}
          autosize
          minRows={2}
          autoFocus
          value={value}
          error={error}
          onBlur={onBlur}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
