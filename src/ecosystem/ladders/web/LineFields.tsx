import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import classes from "./requirement.module.css";
import type { AskedMeasure, Line } from "./requirementTree.ts";

interface LineFieldsProps {
  line: Line;
  measures: readonly AskedMeasure[];
  error: string | undefined;
  onChange: (line: Line) => void;
  onRemove: (() => void) | undefined;
  /** What it gives, within points. */
  points: ReactNode;
}

/** One thing that is asked: which measure, at least or at most, and how much. */
export function LineFields({ line, measures, error, onChange, onRemove, points }: LineFieldsProps) {
  const { t } = useLingui();
  const bound = (field: string) => ({
    name: `requires.${line.id}.${field}`,
    onBlur: () => {},
    error: undefined,
    optional: false,
  });
  const isMoney = measures.some((one) => one.key === line.measure && one.isMoney);
  // One that is gone stays in sight, so that it can be replaced.
  const gone =
    line.measure === "" || measures.some(({ key }) => key === line.measure)
      ? []
      : [{ value: line.measure, label: line.measure }];
  return (
    <div className={classes.line} data-points={points !== false}>
      {points}
      <SelectField
        {...bound("measure")}
        value={line.measure}
        onChange={(measure) => onChange({ ...line, measure })}
        label={t`Measure`}
        options={[...measures.map(({ key, label }) => ({ value: key, label })), ...gone]}
      />
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
      <TextField
        {...bound("text")}
        error={error}
        value={line.text}
        onChange={(text) => onChange({ ...line, text })}
        label={isMoney ? t`Amount` : t`Number`}
      />
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
