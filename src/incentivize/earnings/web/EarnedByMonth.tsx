import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { BarsChart } from "#ui/chart/charts.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Summary } from "./MoneySummary.tsx";

/** What a partner earned month by month. */
export function EarnedByMonth({ months }: Pick<Summary, "months">) {
  const { t } = useLingui();
  const format = useFormat();
  const name = t`Earned`;
  const now = useMemo(() => ({ name, values: months.map(({ amount }) => amount) }), [name, months]);
  const categories = useMemo(() => months.map(({ period }) => format.monthShort(period)), [months, format]);
  if (months.length === 0) return null;
  return (
    <BarsChart question={t`What did each month earn?`} head={t`Month`} categories={categories} now={now} />
  );
}
