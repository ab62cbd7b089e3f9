import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { LinesChart } from "#ui/chart/charts.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Grid } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Share } from "#ui/text/Figure.tsx";
import { Nothing } from "#ui/text/Money.tsx";
import type { Pace, readDealPace } from "../contract.ts";
import { registrationsWhere } from "./places.ts";

type DealPace = ResponseOf<typeof readDealPace>;
type Month = DealPace["months"][number];

interface PaceBoardProps {
  pace: DealPace;
  isPartner: boolean;
}

/** The vendor's times by month: what is owed now, the share in time, the middle and the slow ones. */
export function PaceBoard({ pace, isPartner }: PaceBoardProps) {
  const { t } = useLingui();
  const { months, owed, promised } = pace;
  return (
    <>
      <Grid min={180}>
        <Stat
          label={t`Wait for a decision`}
          value={owed.waiting}
          note={<Trans>submitted or in review, now</Trans>}
          to="/deals?view=waits-for-vendor"
        />
        <Stat
          label={t`Overdue now`}
          value={owed.overdue}
          note={<Trans>answer or decision owed for too long</Trans>}
          to="/deals?view=overdue"
        />
        <InTime label={t`Answered in time`} months={months} clock="answers" />
        <InTime label={t`Decided in time`} months={months} clock="decisions" />
      </Grid>
      <Times
        question={t`How long until the first answer?`}
        clock="answers"
        months={months}
        promisedHours={promised.answerHours}
      />
      <Times
        question={t`How long until the decision?`}
        clock="decisions"
        months={months}
        promisedHours={promised.decisionHours}
      />
      <Section
        title={t`By month`}
        note={
          isPartner
            ? t`Each number leads to the registrations that it counts.`
            : t`Each number leads to the registrations that it counts. The median is the middle one; nine of ten took at most the other.`
        }
        flush
      >
        <ByMonth months={months} />
      </Section>
    </>
  );
}

function InTime({
  label,
  months,
  clock,
}: {
  label: string;
  months: readonly Month[];
  clock: "answers" | "decisions";
}) {
  const own = useOwn();
  const count = months.reduce((sum, month) => sum + month[clock].count, 0);
  const inTime = months.reduce((sum, month) => sum + month[clock].inTime, 0);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = { from: first.days.from, until: last.days.until };
  const happened = clock === "answers" ? "answered" : "decided";
  return (
    <Stat
      label={label}
      value={count === 0 ? <Nothing /> : <Share value={inTime / count} digits={0} />}
      note={
        <Trans>
          {inTime} of {count} in twelve months
        </Trans>
      }
      to={registrationsWhere(happened, days, { late: "no", ...own })}
    />
  );
}

interface TimesProps {
  question: string;
  clock: "answers" | "decisions";
  months: readonly Month[];
  promisedHours: number;
}

function Times({ question, clock, months, promisedHours }: TimesProps) {
  const { t } = useLingui();
  const format = useFormat();
  const names = { median: t`Median`, most: t`9 of 10` };
  const categories = useMemo(() => months.map(({ period }) => format.monthShort(period)), [months, format]);
  const series = useMemo(
    () => [
      { name: names.median, values: months.map((month) => month[clock].medianHours) },
      { name: names.most, values: months.map((month) => month[clock].mostHours) },
    ],
    [names.median, names.most, months, clock],
  );
  const latest = months.findLast((month) => month[clock].count > 0);
  if (latest === undefined) {
    return (
      <Section title={question}>
        <Trans>Nothing was answered in these twelve months. The first answer draws the first point.</Trans>
      </Section>
    );
  }
  const { medianHours, mostHours } = latest[clock];
  return (
    <LinesChart
      question={question}
      answer={
        <Trans>
          Business hours. In {format.month(latest.period)} the middle one took{" "}
          {format.number(medianHours ?? 0)}, nine of ten at most {format.number(mostHours ?? 0)}; promised are{" "}
          {format.number(promisedHours)}.
        </Trans>
      }
      head={t`Month`}
      categories={categories}
      series={series}
      target={{ name: t`Promised`, value: promisedHours }}
    />
  );
}

/** A partner's numbers count its own registrations, so its lists are narrowed to those. */
function useOwn(): { partnerId?: string } {
  const { partner } = useReader();
  return partner === null ? {} : { partnerId: partner.id };
}

function ByMonth({ months }: { months: readonly Month[] }) {
  const own = useOwn();
  const { t } = useLingui();
  const format = useFormat();
  const hours = (value: number | null) => (value === null ? <Nothing /> : format.number(value));
  const counted = (month: Month, clock: "answers" | "decisions", pace: Pace) => {
    const happened = clock === "answers" ? "answered" : "decided";
    if (pace.count === 0) return <Nothing />;
    return (
      <>
        <AppLink to={registrationsWhere(happened, month.days, { late: "no", ...own })}>{pace.inTime}</AppLink>
        {" / "}
        <AppLink to={registrationsWhere(happened, month.days, own)}>{pace.count}</AppLink>
      </>
    );
  };
  const columns: Column<Month>[] = [
    { id: "month", header: t`Month`, card: "title", cell: ({ period }) => format.month(period) },
    {
      id: "answered",
      header: t`Answered in time`,
      width: 150,
      align: "end",
      cell: (month) => counted(month, "answers", month.answers),
    },
    {
      id: "answer-median",
      header: t`Median`,
      width: 100,
      align: "end",
      cell: ({ answers }) => hours(answers.medianHours),
    },
    {
      id: "answer-most",
      header: t`Nine of ten within`,
      width: 150,
      align: "end",
      cell: ({ answers }) => hours(answers.mostHours),
    },
    {
      id: "decided",
      header: t`Decided in time`,
      width: 150,
      align: "end",
      cell: (month) => counted(month, "decisions", month.decisions),
    },
    {
      id: "decision-median",
      header: t`Median`,
      width: 100,
      align: "end",
      cell: ({ decisions }) => hours(decisions.medianHours),
    },
    {
      id: "decision-most",
      header: t`Nine of ten within`,
      width: 150,
      align: "end",
      cell: ({ decisions }) => hours(decisions.mostHours),
    },
  ];
  return (
    <RowsTable
      label={t`By month`}
      rows={months.filter(({ answers, decisions }) => answers.count + decisions.count > 0).toReversed()}
      columns={columns}
      rowKey={({ period }) => period}
    />
  );
}
