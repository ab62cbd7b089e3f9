import { Trans, useLingui } from "@lingui/react/macro";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { OwnText } from "../../texts/web/index.tsx";
import type { Benefit } from "../contract.ts";
import { textsRef } from "../texts-ref.ts";
import { useBenefitValueWords } from "./benefitValue.ts";
import { useProgramTexts } from "./ownWords.ts";

interface BenefitMatrixProps {
  programId: string;
  benefits: readonly Benefit[];
  levels: readonly string[];
}

/** The benefits as a matrix: a row a benefit, a column a level. */
export function BenefitMatrix({ programId, benefits, levels }: BenefitMatrixProps) {
  const { t } = useLingui();
  const own = useProgramTexts(programId);
  const value = useBenefitValueWords();
  const columns: Column<Benefit>[] = [
    {
      id: "benefit",
      header: t`Benefit`,
      card: "title",
      width: 240,
      cell: ({ key, label, onRequest }) => {
        const name = (
          <OwnText of={textsRef(programId)} field={`benefit:${key}`}>
            {label}
          </OwnText>
        );
        return onRequest ? <Trans>{name} (on request)</Trans> : name;
      },
    },
    ...levels.map(
      (level): Column<Benefit> => ({
        id: `level-${level}`,
        header: own(`level:${level}`, level),
        width: 140,
        cell: (benefit) => (
          <span style={{ whiteSpace: "normal" }}>{value(benefit, benefit.values[level] ?? null)}</span>
        ),
      }),
    ),
  ];
  return (
    <RowsTable label={t`What the levels give`} rows={benefits} columns={columns} rowKey={({ key }) => key} />
  );
}
