import { Trans, useLingui } from "@lingui/react/macro";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import type { Benefit } from "../contract.ts";
import { useBenefitValueWords } from "./benefitValue.ts";
import { useProgramNames } from "./ownWords.ts";
import { useProgramWords } from "./programWords.ts";

interface BenefitMatrixProps {
  /** Null: no program says its texts in other languages yet. */
  programId: string | null;
  benefits: readonly Benefit[];
  levels: readonly string[];
}

/** The benefits as a matrix: a row a benefit, a column a level. */
export function BenefitMatrix({ programId, benefits, levels }: BenefitMatrixProps) {
  const { t } = useLingui();
  const names = useProgramNames(programId);
  const words = useProgramWords();
  const value = useBenefitValueWords();
  const given = ({ key, unit, values }: Benefit, level: string) => {
    const at = values[level] ?? null;
    return at !== null && unit === "text" ? names.given(key, level, at) : at;
  };
  const columns: Column<Benefit>[] = [
    {
      id: "benefit",
      header: t`Benefit`,
      card: "title",
      width: 240,
      wraps: true,
      cell: ({ key, label, onRequest, period, kind, unit }) => {
        const name = <bdi>{names.benefit(key, label)}</bdi>;
        const times = period === "none" ? null : words.periods[period];
        // A share is of something that has its own time.
        const said =
          times === null || unit === "percent" || kind === "discount" ? (
            name
          ) : (
            <Trans>
              {name}, {times}
            </Trans>
          );
        return onRequest ? <Trans>{said} (on request)</Trans> : said;
      },
    },
    ...levels.map(
      (level): Column<Benefit> => ({
        id: `level-${level}`,
        header: names.level(level),
        width: levels.length > 3 ? 110 : 140,
        wraps: true,
        cell: (benefit) => value(benefit, given(benefit, level)),
      }),
    ),
  ];
  return (
    <RowsTable label={t`What the levels give`} rows={benefits} columns={columns} rowKey={({ key }) => key} />
  );
}
