import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { BarsChart } from "#ui/chart/charts.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Won } from "./WonStats.tsx";

/** What was won each month; beside it the year before, as far as there was one. */
export function WonByMonth({ won: { months, latest } }: { won: Won }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = { now: t`Won`, before: t`A year before` };
  const categories = useMemo(() => months.map(({ period }) => format.monthShort(period)), [months, format]);
  const now = useMemo(() => ({ name: names.now, values: months.map(({ won }) => won) }), [names.now, months]);
  const before = useMemo(
    () => ({ name: names.before, values: months.map(({ lastYear }) => lastYear) }),
    [names.before, months],
  );
  const hasYearBefore = months.some(({ lastYear }) => lastYear !== null);
  const { against } = latest;
  return (
    <BarsChart
      question={t`How much did we win each month?`}
      answer={
        against ? (
          <Trans>
            {format.month(latest.period)} brought {format.moneyWhole(latest.won)},{" "}
            {format.month(against.period)} {format.moneyWhole(against.won)}. By day of close, less what was
            taken back; the last month is still going on.
          </Trans>
        ) : (
          <Trans>By day of close, less what was taken back; the last month is still going on.</Trans>
        )
      }
      head={t`Month`}
      categories={categories}
      now={now}
      before={hasYearBefore ? before : undefined}
    />
  );
}
