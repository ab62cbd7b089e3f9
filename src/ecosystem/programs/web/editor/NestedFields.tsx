import { expressionErrors, type LadderTwo } from "../../../ladders/contract.ts";
import {
  type AskedMeasure,
  faultsIn,
  type Group,
  GroupFields,
  writtenOf,
} from "../../../ladders/web/index.tsx";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface NestedFieldsProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  requires: string;
  tree: Group;
  /** What is wrong with the level beside its requirement's own words. */
  error: string | undefined;
  onChange: (tree: Group, requires: string) => void;
}

/** A requirement with groups in groups: each line a measure and a threshold, with what is wrong beside it. */
export function NestedFields({ editor, ladder, requires, tree, error, onChange }: NestedFieldsProps) {
  const kinds = editor.names.facts;
  const measures: AskedMeasure[] = ladder.measures.map((measure) => ({
    key: measure.key,
    label: measure.label,
    isMoney: measure.kind === "fact" && kinds.find(({ key }) => key === measure.fact)?.unit === "money",
  }));
  const written = writtenOf(tree, measures, ladder.currency);
  const errors = requires.trim() === "" ? [] : expressionErrors(requires, ladder, { kinds }, true);
  return (
    <GroupFields
      group={tree}
      root={tree}
      depth={1}
      measures={measures}
      faults={faultsIn(tree, written, errors)}
      onChange={(next) => onChange(next, writtenOf(next, measures, ladder.currency).text)}
      error={errors.length === 0 ? error : undefined}
    />
  );
}
