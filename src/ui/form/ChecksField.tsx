import { Checkbox } from "@mantine/core";
import { type FieldProps, fieldLabel, type Option } from "./fields.tsx";
import classes from "./form.module.css";

interface ChecksFieldProps extends FieldProps<readonly string[]> {
  /** Each with a sentence as its hint: what choosing it means. */
  options: readonly Option[];
}

/** Some of a few that want explaining: roles, rights. */
export function ChecksField({
  optional,
  label,
  options,
  value,
  onChange,
  onBlur,
  ...rest
}: ChecksFieldProps) {
  return (
    <Checkbox.Group
      {...rest}
      label={fieldLabel(label, optional)}
      value={[...value]}
      onChange={(chosen) =>
        onChange(options.map((option) => option.value).filter((one) => chosen.includes(one)))
      }
    >
      <div className={classes.checks}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.hint}
            size="sm"
            onBlur={onBlur}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
