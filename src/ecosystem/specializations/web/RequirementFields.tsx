import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { FactKind } from "../../facts/contract.ts";
import { useFactWords } from "../../facts/web/index.tsx";
import {
  askedMeasure,
  faultsIn,
  type Group,
  GroupFields,
  treeOf,
  writtenOf,
} from "../../ladders/web/index.tsx";
import { requirementErrors } from "../asked.ts";
import { RequirementWords } from "./RequirementWords.tsx";

interface RequirementFieldsProps {
  binding: FieldBinding<string>;
  kinds: readonly FactKind[];
}

/**
 * What is asked, as fields: lines of a measure and a threshold in groups of all, any or points, and the same as text. What
 * contradicts itself is said beside the line that does, as one types.
 */
export function RequirementFields({ binding, kinds }: RequirementFieldsProps) {
  const { t } = useLingui();
  const { currency } = useReader();
  const requires = binding.value;
  // What is half typed is no requirement yet, and must not close the fields.
  const [typed, setTyped] = useState<{ requires: string; tree: Group } | null>(null);
  const tree = typed?.requires === requires ? typed.tree : treeOf(requires);
  const words = useFactWords();
  const measures = kinds.map((kind) => askedMeasure({ key: kind.key, label: words.kind(kind) }, kind));
  const change = (next: Group) => {
    const { text } = writtenOf(next);
    setTyped({ requires: text, tree: next });
    binding.onChange(text);
  };
  const errors = requires.trim() === "" ? [] : requirementErrors(requires, kinds);
  const faults = tree && faultsIn(tree, writtenOf(tree), errors);
  return (
    <FieldStack>
      {tree && faults && (
        <GroupFields
          group={tree}
          root={tree}
          depth={1}
          measures={measures}
          currency={currency}
          faults={faults}
          onChange={change}
          error={requires.trim() === "" ? binding.error : undefined}
        />
      )}
      <p style={{ margin: 0 }}>
        <RequirementWords requires={requires} kinds={kinds} />
      </p>
      <MoreFields title={t`As text`} hint={<bdi dir="ltr">{requires}</bdi>} open={tree === null}>
        <TextField
          {...binding}
          error={tree === null ? (errors[0] ?? binding.error) : undefined}
          optional={false}
          label={t`Requirement`}
          description={t`Such as all(certified_heads >= 2, any(references >= 3, satisfaction >= 4.5)). What adds up counts over the last 12 months.`}
          lines={2}
        />
      </MoreFields>
    </FieldStack>
  );
}
