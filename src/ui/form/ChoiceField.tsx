import { Radio } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import { type FieldProps, fieldLabel, type Option } from "./fields.tsx";
import classes from "./form.module.css";

interface ChoiceFieldProps extends FieldProps<string> {
  /** Each with a sentence as its hint: what choosing it means. */
  options: readonly Option[];
}

/** One of two or three that want explaining, all in sight. */
export function ChoiceField({
  optional,
  label,
  options,
  value,
  onChange,
  onBlur,
  ...rest
}: ChoiceFieldProps) {
  return (
    <Radio.Group {...rest} label={fieldLabel(label, optional)} value={value} onChange={onChange}>
      <div className={classes.checks}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.hint}
            size="sm"
            onBlur={onBlur}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
