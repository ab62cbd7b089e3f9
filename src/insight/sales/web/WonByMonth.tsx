import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { BarsChart } from "#ui/chart/charts.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Won } from "./WonStats.tsx";

type Month = Won["months"][number];

function isZero(amount: Month["won"] | Month["lastYear"]): boolean {
  return amount === null || Number(amount.amount) === 0;
}

interface WonByMonthProps {
  won: Won;
  /** True where it is the reader's own deals that are counted. */
  own: boolean;
}

/** What was won each month; beside it the year before, as far as there was one. */
export function WonByMonth({ won: { months, latest }, own }: WonByMonthProps) {
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
  if (months.every(({ won, lastYear }) => isZero(won) && isZero(lastYear))) {
    return (
      <Section title={own ? t`How much did you win each month?` : t`How much did we win each month?`}>
        <Trans>Nothing was won in these twelve months. The first win draws the first bar.</Trans>
      </Section>
    );
  }
  return (
    <BarsChart
      question={own ? t`How much did you win each month?` : t`How much did we win each month?`}
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
