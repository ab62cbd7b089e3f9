import { Trans, useLingui } from "@lingui/react/macro";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { LadderTwo } from "../../../ladders/contract.ts";
import { type Group, treeOf, useRequirementWords } from "../../../ladders/web/index.tsx";
import { AskedFields } from "./AskedFields.tsx";
import { removeLevel } from "./edit.ts";
import { LevelName } from "./LevelName.tsx";
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
  const [typed, setTyped] = useState<{ requires: string; tree: Group } | null>(null);
  const tree = typed?.requires === requires ? typed.tree : treeOf(requires);
  const setRequires = (text: string) =>
    change({
      ...document,
      ladder: {
        ...ladder,
        levels: ladder.levels.map((one, at) => (at === index ? { ...one, requires: text } : one)),
      },
    });
  const setTree = (next: Group, text: string) => {
    setTyped({ requires: text, tree: next });
    setRequires(text);
  };
  const place = `/ladder/levels/${index}`;
  const text = bind(`${place}/requires`, requires, setRequires);
  const number = index + 2;
  return (
    <Section
      title={level === "" ? t`Level ${number}` : level}
      note={requires === "" ? undefined : words.requirement(requires, ladder)}
      action={{
        label: t`Take it out`,
        icon: IconTrash,
        onClick: () => change(removeLevel(document, ladder, index)),
      }}
    >
      <FieldStack>
        <LevelName
          {...{ editor, ladder, index }}
          pointer={`${place}/level`}
          label={t`Name of level ${number}`}
        />
        {tree ? (
          <AskedFields {...{ editor, ladder, requires, tree }} error={text.error} onChange={setTree} />
        ) : (
          <p>
            <Trans>
              This requirement is nested more deeply than fields can say, so it is written as text.
            </Trans>
          </p>
        )}
        <MoreFields title={t`As text`} hint={requires} open={tree === null}>
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
