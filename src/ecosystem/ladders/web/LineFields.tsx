import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { SelectField } from "#ui/form/fields.tsx";
import classes from "./requirement.module.css";
import { type AskedMeasure, askingFor, type Line } from "./requirementTree.ts";
import { ThresholdField } from "./ThresholdField.tsx";

const unbound = { onBlur: () => {}, error: undefined, optional: false };

interface LineFieldsProps {
  line: Line;
  measures: readonly AskedMeasure[];
  /** That of amounts which name none. */
  currency: string;
  error: string | undefined;
  onChange: (line: Line) => void;
  onRemove: (() => void) | undefined;
  /** What it gives, within points. */
  points: ReactNode;
}

/** One thing that is asked: which measure, at least or at most, and how much. */
export function LineFields({ line, measures, currency, error, onChange, onRemove, points }: LineFieldsProps) {
  const { t } = useLingui();
  const bound = (field: string) => ({ ...unbound, name: `requires.${line.id}.${field}` });
  const measure = measures.find(({ key }) => key === line.measure);
  // One that is gone stays in sight, so that it can be replaced.
  const gone =
    line.measure === "" || measure !== undefined ? [] : [{ value: line.measure, label: line.measure }];
  return (
    <div className={classes.line} data-points={points !== false}>
      {points}
      <SelectField
        {...bound("measure")}
        value={line.measure}
        onChange={(chosen) => {
          const next = measures.find(({ key }) => key === chosen);
          if (next !== undefined) onChange(askingFor(line, next, measure));
        }}
        label={t`Measure`}
        options={[...measures.map(({ key, label }) => ({ value: key, label })), ...gone]}
      />
      {measure?.isYesNo ? (
        <YesNo {...{ bound, line, error, onChange }} />
      ) : (
        <>
          <SelectField
            {...bound("operator")}
            value={line.operator}
            onChange={(chosen) => onChange({ ...line, operator: chosen === "<=" ? "<=" : ">=" })}
            label={t`Bound`}
            options={[
              { value: ">=", label: t`at least` },
              { value: "<=", label: t`at most` },
            ]}
          />
          <ThresholdField
            binding={{ ...bound("text"), error }}
            text={line.text}
            onChange={(text) => onChange({ ...line, text })}
            currency={measure?.isMoney ? currency : null}
          />
        </>
      )}
      {onRemove && (
        <span className={classes.out}>
          <ActionIcon variant="subtle" size="md" aria-label={t`Take this line out`} onClick={onRemove}>
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}

interface YesNoProps extends Pick<LineFieldsProps, "line" | "error" | "onChange"> {
  bound: (field: string) => typeof unbound & { name: string };
}

/** What is so or not: 1 at least, or 0 at most. */
function YesNo({ bound, line, error, onChange }: YesNoProps) {
  const { t } = useLingui();
  const asked = `${line.operator} ${line.text}`;
  const other = asked === ">= 1" || asked === "<= 0" ? [] : [{ value: asked, label: asked }];
  return (
    <SelectField
      {...bound("text")}
      error={error}
      value={asked}
      onChange={(chosen) =>
        onChange(
          chosen === "<= 0" ? { ...line, operator: "<=", text: "0" } : { ...line, operator: ">=", text: "1" },
        )
      }
      label={t`It has to be so`}
      options={[{ value: ">= 1", label: t`yes` }, { value: "<= 0", label: t`no` }, ...other]}
    />
  );
}
