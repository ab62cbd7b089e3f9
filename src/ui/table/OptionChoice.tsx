import { IconCheck } from "@tabler/icons-react";
import classes from "./toolbar.module.css";

interface OptionChoiceProps {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChoose: (value: string) => void;
}

/** One of a few; pressing what is chosen takes it back. */
export function OptionChoice({ label, options, value, onChoose }: OptionChoiceProps) {
  return (
    <fieldset className={classes.options} aria-label={label}>
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <button
            key={option.value}
            type="button"
            className={classes.option}
            aria-pressed={chosen}
            onClick={() => onChoose(chosen ? "" : option.value)}
          >
            <span>{option.label}</span>
            {chosen && <IconCheck size={14} aria-hidden />}
          </button>
        );
      })}
    </fieldset>
  );
}
