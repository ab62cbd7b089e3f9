import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { TextField } from "#ui/form/fields.tsx";
import type { LadderTwo } from "../../../ladders/contract.ts";
import { levelsOf } from "../../contract.ts";
import { renameLevel } from "./edit.ts";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface LevelNameProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  /** -1: where everyone starts. */
  index: number;
  pointer: string;
  label: string;
}

/** A level's name. While it is typed it may be another level's: then it is said, and the level keeps the one it had. */
export function LevelName({ editor, ladder, index, pointer, label }: LevelNameProps) {
  const { t } = useLingui();
  const { document, change, bind } = editor;
  const name = index === -1 ? ladder.base : (ladder.levels[index]?.level ?? "");
  const [refused, setRefused] = useState<{ typed: string; beside: string } | null>(null);
  const shown = refused?.beside === name ? refused.typed : null;
  const field = bind(pointer, shown ?? name, (typed) => {
    const isTaken = typed !== name && levelsOf(document).includes(typed);
    setRefused(isTaken ? { typed, beside: name } : null);
    if (!isTaken) change(renameLevel(document, ladder, index, typed));
  });
  const error =
    shown === null
      ? field.error
      : t`Another level is called this. It stays “${name}” until you give it a name of its own.`;
  return <TextField {...field} error={error} label={label} />;
}
