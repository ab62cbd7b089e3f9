import { useLingui } from "@lingui/react/macro";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { DayOrderJson, DecimalMarkJson, type ImportFindings } from "../contract.ts";
import type { Draft } from "./mapping.ts";

interface QuestionsProps {
  questions: ImportFindings["questions"];
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Cells that can be read in two ways; one answer holds for the whole file. */
export function Questions({ questions, draft, onChange }: QuestionsProps) {
  const { t } = useLingui();
  const mark = questions.find(({ about }) => about === "decimal-mark");
  const order = questions.find(({ about }) => about === "day-order");
  const shared = { optional: false, onBlur: () => {}, error: undefined };

  function why({ column, contradicted }: ImportFindings["questions"][number]): string {
    return contradicted
      ? t`Some cells of “${column}” need the one reading, some the other. Those that do not fit your answer stay problems.`
      : t`No cell of “${column}” decides it. The answer holds for the whole file.`;
  }

  return (
    <>
      {mark && (
        <ChoiceField
          {...shared}
          name="decimalMark"
          label={t`How is the number “${mark.example}” meant?`}
          description={why(mark)}
          value={draft.decimalMark ?? ""}
          onChange={(said) => onChange({ ...draft, decimalMark: DecimalMarkJson.parse(said) })}
          options={[
            { value: ".", label: t`The point separates decimals: 1,234.56` },
            { value: ",", label: t`The comma separates decimals: 1.234,56` },
          ]}
        />
      )}
      {order && (
        <ChoiceField
          {...shared}
          name="dayOrder"
          label={t`Which day is “${order.example}”?`}
          description={why(order)}
          value={draft.dayOrder ?? ""}
          onChange={(said) => onChange({ ...draft, dayOrder: DayOrderJson.parse(said) })}
          options={[
            { value: "day-first", label: t`The day comes first: 31/12/2026` },
            { value: "month-first", label: t`The month comes first: 12/31/2026` },
          ]}
        />
      )}
    </>
  );
}
