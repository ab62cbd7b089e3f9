import { useLingui } from "@lingui/react/macro";
import { IconFolderPlus, IconPlus, IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { LineFields } from "./LineFields.tsx";
import classes from "./requirement.module.css";
import type { Faults } from "./requirementFaults.ts";
import {
  type AskedMeasure,
  deepestGroup,
  freshId,
  type Group,
  newPart,
  type Part,
} from "./requirementTree.ts";
import { useFaultWords } from "./useFaultWords.ts";

interface GroupFieldsProps {
  group: Group;
  /** The whole requirement, so that what is new has an id of its own. */
  root: Group;
  depth: number;
  measures: readonly AskedMeasure[];
  /** That of amounts which name none. */
  currency: string;
  faults: Faults;
  onChange: (group: Group) => void;
  /** What is wrong with the whole. */
  error?: string | undefined;
  /** Takes the group out; not for the whole. */
  onRemove?: () => void;
}

const choices = ["all", "any", "points"] as const;
const unbound = { onBlur: () => {}, error: undefined, optional: false };

/** Parts that together make a requirement: all of them, any one, or so many points. */
export function GroupFields(props: GroupFieldsProps) {
  const { group, root, depth, measures, currency, faults, onChange, onRemove } = props;
  const { t } = useLingui();
  const faultWords = useFaultWords(measures);
  const whole = depth > 1 ? null : (props.error ?? (faults.whole && faultWords(faults.whole)));
  const wrongIn = (id: number) => {
    const sentence = faults.lines.get(id);
    return sentence && faultWords(sentence);
  };
  const name = (field: string) => `requires.${group.id}.${field}`;
  const set = (index: number, part: Part) =>
    onChange({ ...group, parts: group.parts.map((one, at) => (at === index ? part : one)) });
  const add = (part: Part) => onChange({ ...group, parts: [...group.parts, part] });
  const remove = (index: number) =>
    onChange({ ...group, parts: group.parts.filter((_, at) => at !== index) });
  const addGroup = () => {
    const id = freshId(root);
    const inner: Group = {
      kind: group.kind === "any" ? "all" : "any",
      id,
      atLeast: "50",
      parts: [newPart(id + 1)],
    };
    add({ points: "10", of: inner });
  };
  return (
    <fieldset className={classes.group} data-depth={depth}>
      <legend className={classes.legend}>{depth === 1 ? t`What is asked` : t`One part of it`}</legend>
      <div className={classes.head}>
        <SelectField
          {...unbound}
          name={name("kind")}
          value={group.kind}
          onChange={(chosen) => {
            const kind = choices.find((one) => one === chosen);
            if (kind !== undefined) onChange({ ...group, kind });
          }}
          label={t`It is met by`}
          options={[
            { value: "all", label: t`all that is asked for` },
            { value: "any", label: t`any one of it` },
            { value: "points", label: t`points` },
          ]}
        />
        {group.kind === "points" && (
          <TextField
            {...unbound}
            name={name("atLeast")}
            value={group.atLeast}
            onChange={(atLeast) => onChange({ ...group, atLeast })}
            label={t`Points needed`}
          />
        )}
      </div>
      {group.parts.map((part, index) => {
        const { of } = part;
        const points = group.kind === "points" && (
          <TextField
            {...unbound}
            name={`requires.${of.id}.points`}
            value={part.points}
            onChange={(typed) => set(index, { ...part, points: typed })}
            label={t`Points`}
          />
        );
        return of.kind === "compare" ? (
          <LineFields
            key={of.id}
            line={of}
            measures={measures}
            currency={currency}
            error={wrongIn(of.id)}
            onChange={(line) => set(index, { ...part, of: line })}
            onRemove={group.parts.length > 1 ? () => remove(index) : undefined}
            points={points}
          />
        ) : (
          <div key={of.id} className={classes.inner}>
            {points}
            <GroupFields
              {...{ root, measures, currency, faults }}
              group={of}
              depth={depth + 1}
              onChange={(inner) => set(index, { ...part, of: inner })}
              onRemove={() => remove(index)}
            />
          </div>
        );
      })}
      {whole && (
        <p role="alert" className={classes.wrong}>
          {whole}
        </p>
      )}
      <div className={classes.acts}>
        <ActButton
          act={{ label: t`Add a line`, icon: IconPlus, onClick: () => add(newPart(freshId(root))) }}
          variant="default"
          size="compact-sm"
        />
        {depth < deepestGroup && (
          <ActButton
            act={{ label: t`Add a group`, icon: IconFolderPlus, onClick: addGroup }}
            variant="default"
            size="compact-sm"
          />
        )}
        {onRemove && (
          <ActButton
            act={{ label: t`Take this group out`, icon: IconTrash, onClick: onRemove }}
            variant="subtle"
            size="compact-sm"
          />
        )}
      </div>
    </fieldset>
  );
}
