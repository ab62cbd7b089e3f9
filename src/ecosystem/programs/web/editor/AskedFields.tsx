import { expressionErrors, type LadderTwo } from "../../../ladders/contract.ts";
import { askedMeasure, faultsIn, type Group, GroupFields, writtenOf } from "../../../ladders/web/index.tsx";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface AskedFieldsProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  requires: string;
  tree: Group;
  /** What is wrong with the level beside its requirement's own words. */
  error: string | undefined;
  onChange: (tree: Group, requires: string) => void;
}

/** What a level asks for: each line a measure and a threshold, in groups where it takes some, with what is wrong beside it. */
export function AskedFields({ editor, ladder, requires, tree, error, onChange }: AskedFieldsProps) {
  const kinds = editor.names.facts;
  const measures = ladder.measures.map((measure) =>
    askedMeasure(
      measure,
      measure.kind === "fact" ? (kinds.find(({ key }) => key === measure.fact) ?? null) : null,
    ),
  );
  const written = writtenOf(tree);
  const errors = requires.trim() === "" ? [] : expressionErrors(requires, ladder, { kinds }, true);
  return (
    <GroupFields
      group={tree}
      root={tree}
      depth={1}
      measures={measures}
      currency={ladder.currency}
      faults={faultsIn(tree, written, errors)}
      onChange={(next) => onChange(next, writtenOf(next).text)}
      error={errors.length === 0 ? error : undefined}
    />
  );
}
