import { Trans, useLingui } from "@lingui/react/macro";
import { IconFolderPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { Faults } from "#ui/form/Faults.tsx";
import { FieldStack, NumbersRow } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { LadderTwo } from "../../../ladders/contract.ts";
import { type Group, groupedOf, treeOf, useRequirementWords } from "../../../ladders/web/index.tsx";
import { removeLevel } from "./edit.ts";
import { LevelName } from "./LevelName.tsx";
import { emptyCell, type GridCell, gridOf, type LevelGrid, requirementIn } from "./levelGrid.ts";
import { NestedFields } from "./NestedFields.tsx";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface LevelFieldsProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  index: number;
}

/** One level: its name, what it asks of each measure, and the same as text for those who want it. */
export function LevelFields({ editor, ladder, index }: LevelFieldsProps) {
  const { t } = useLingui();
  const words = useRequirementWords();
  const { document, change, bind } = editor;
  const { level = "", requires = "" } = ladder.levels[index] ?? {};
  // What is half typed is no expression yet, and must not close the fields.
  const [typed, setTyped] = useState<{ requires: string; grid: LevelGrid | null; tree: Group | null } | null>(
    null,
  );
  const isTyped = typed?.requires === requires;
  const grid = isTyped ? typed.grid : gridOf(requires);
  const tree = grid ? null : isTyped ? typed.tree : treeOf(requires);
  const setRequires = (text: string) =>
    change({
      ...document,
      ladder: {
        ...ladder,
        levels: ladder.levels.map((one, at) => (at === index ? { ...one, requires: text } : one)),
      },
    });
  const setGrid = (next: LevelGrid) => {
    const text = requirementIn(next, ladder.measures, editor.names.facts, ladder.currency);
    setTyped({ requires: text, grid: next, tree: null });
    setRequires(text);
  };
  const setTree = (next: Group, text: string) => {
    setTyped({ requires: text, grid: null, tree: next });
    setRequires(text);
  };
  const grouped = grid && requires !== "" ? groupedOf(requires) : null;
  const place = `/ladder/levels/${index}`;
  const text = bind(`${place}/requires`, requires, setRequires);
  const number = index + 2;
  return (
    <Section
      title={level === "" ? t`Level ${number}` : level}
      note={requires === "" ? t`Leave empty what it does not ask for.` : words.requirement(requires, ladder)}
      action={{
        label: t`Take it out`,
        icon: IconTrash,
        onClick: () => change(removeLevel(document, ladder, index)),
      }}
    >
      <FieldStack>
        <FieldRow>
          <LevelName
            {...{ editor, ladder, index }}
            pointer={`${place}/level`}
            label={t`Name of level ${number}`}
          />
          {grid && <Combination grid={grid} setGrid={setGrid} />}
        </FieldRow>
        {grid && <Thresholds ladder={ladder} grid={grid} setGrid={setGrid} error={text.error} />}
        {grouped && (
          <ActButton
            act={{
              label: t`Add a group`,
              icon: IconFolderPlus,
              onClick: () => setTyped({ requires, grid: null, tree: grouped }),
            }}
            variant="default"
            size="compact-sm"
          />
        )}
        {tree && (
          <NestedFields {...{ editor, ladder, requires, tree }} error={text.error} onChange={setTree} />
        )}
        {!grid && !tree && (
          <p>
            <Trans>
              This requirement is nested more deeply than fields can say, so it is written as text.
            </Trans>
          </p>
        )}
        <MoreFields title={t`As text`} hint={requires} open={grid === null && tree === null}>
          <TextField
            {...text}
            label={t`Requirement`}
            description={t`all(…), any(…), points(50, 40: …, 30: …), and comparisons such as won >= 60000 EUR.`}
            lines={2}
          />
        </MoreFields>
      </FieldStack>
    </Section>
  );
}

interface GridProps {
  grid: LevelGrid;
  setGrid: (grid: LevelGrid) => void;
}

function Combination({ grid, setGrid }: GridProps) {
  const { t } = useLingui();
  const unbound = { onBlur: () => {}, error: undefined, optional: false };
  return (
    <SelectField
      {...unbound}
      name="choice"
      value={grid.choice}
      onChange={(chosen) => {
        const choice = (["all", "any", "points"] as const).find((one) => one === chosen);
        if (choice !== undefined) setGrid({ ...grid, choice });
      }}
      label={t`It is reached by`}
      options={[
        { value: "all", label: t`all that is asked for` },
        { value: "any", label: t`any one of it` },
        { value: "points", label: t`points` },
      ]}
    />
  );
}

function Thresholds({
  ladder,
  grid,
  setGrid,
  error,
}: GridProps & { ladder: LadderTwo; error: string | undefined }) {
  const { t } = useLingui();
  const set = (key: string, part: Partial<GridCell>) =>
    setGrid({ ...grid, cells: { ...grid.cells, [key]: { ...emptyCell, ...grid.cells[key], ...part } } });
  const unbound = { onBlur: () => {}, error: undefined, optional: false };
  return (
    <>
      <NumbersRow>
        {grid.choice === "points" && (
          <TextField
            {...unbound}
            name="atLeast"
            value={grid.atLeast}
            onChange={(atLeast) => setGrid({ ...grid, atLeast })}
            label={t`Points needed`}
          />
        )}
        {ladder.measures.map(({ key, label }) => {
          const cell = grid.cells[key] ?? emptyCell;
          return (
            <TextField
              key={key}
              {...unbound}
              name={key}
              value={cell.text}
              onChange={(text) => set(key, { text })}
              label={cell.operator === "<=" ? t`${label}, at most` : t`${label}, at least`}
            />
          );
        })}
      </NumbersRow>
      {grid.choice === "points" && (
        <NumbersRow>
          {ladder.measures
            .filter(({ key }) => (grid.cells[key]?.text ?? "") !== "")
            .map(({ key, label }) => (
              <TextField
                key={key}
                {...unbound}
                name={`points-${key}`}
                value={grid.cells[key]?.points ?? ""}
                onChange={(points) => set(key, { points })}
                label={t`Points for ${label}`}
              />
            ))}
        </NumbersRow>
      )}
      {error && <Faults errors={[{ pointer: "", message: error }]} />}
    </>
  );
}
