import { useLingui } from "@lingui/react/macro";
import { PasswordInput } from "@mantine/core";
import { useId } from "react";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import classes from "./form.module.css";

/** From how many characters on a password is called what; length is what makes it hard to guess. */
const lengths = { enough: 10, good: 14, strong: 20 };

/** A password that is being chosen: what is asked is said before, and how strong it is while it is typed. */
export function NewSecretField({ optional, label, onChange, ...rest }: FieldProps<string>) {
  const { t } = useLingui();
  const id = useId();
  const { length } = rest.value;
  const steps = Object.values(lengths).filter((least) => length >= least).length;
  return (
    <div className={classes.newSecret}>
      <PasswordInput
        {...rest}
        label={fieldLabel(label, optional)}
        description={t`At least ${lengths.enough} characters. A few words in a row are easy to keep in mind and hard to guess.`}
        autoComplete="new-password"
        aria-describedby={id}
        aria-invalid={rest.error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
      />
      <div className={classes.strength} data-steps={steps}>
        <span className={classes.meter} aria-hidden>
          <span />
          <span />
          <span />
        </span>
        <span id={id} role="status">
          {words()}
        </span>
      </div>
    </div>
  );

  function words(): string {
    if (length === 0) return "";
    return [t`Too short`, t`Long enough`, t`Good`, t`Strong`][steps] ?? "";
  }
}
