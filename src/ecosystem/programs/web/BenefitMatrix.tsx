import { Trans, useLingui } from "@lingui/react/macro";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import type { Benefit } from "../contract.ts";
import { useBenefitValueWords } from "./benefitValue.ts";

interface BenefitMatrixProps {
  benefits: readonly Benefit[];
  levels: readonly string[];
}

/** The benefits as a matrix: a row a benefit, a column a level. */
export function BenefitMatrix({ benefits, levels }: BenefitMatrixProps) {
  const { t } = useLingui();
  const value = useBenefitValueWords();
  const columns: Column<Benefit>[] = [
    {
      id: "benefit",
      header: t`Benefit`,
      card: "title",
      width: 240,
      cell: ({ label, onRequest }) => (onRequest ? <Trans>{label} (on request)</Trans> : label),
    },
    ...levels.map(
      (level): Column<Benefit> => ({
        id: `level-${level}`,
        header: level,
        width: 140,
        cell: (benefit) => value(benefit, benefit.values[level] ?? null),
      }),
    ),
  ];
  return (
    <RowsTable label={t`What the levels give`} rows={benefits} columns={columns} rowKey={({ key }) => key} />
  );
}
