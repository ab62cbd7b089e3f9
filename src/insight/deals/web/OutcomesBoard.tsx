import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEngagementWords } from "#sell/engagement/web/index.tsx";
import { BarsChart } from "#ui/chart/charts.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Grid } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Share } from "#ui/text/Figure.tsx";
import { Nothing } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { readDealOutcomes } from "../contract.ts";
import { registrationsWhere } from "./places.ts";

type DealOutcomes = ResponseOf<typeof readDealOutcomes>;
type Month = DealOutcomes["months"][number];
const kinds = ["approved", "rejected", "withdrawn", "expired", "revoked", "won", "lost"] as const;
type Kind = (typeof kinds)[number];

/** What became of registrations, by month; every number leads to its rows. */
export function OutcomesBoard({ outcomes: { months, total } }: { outcomes: DealOutcomes }) {
  const { t } = useLingui();
  const closed = total.won + total.lost;
  return (
    <>
      <Grid min={180}>
        <Stat
          label={t`Win rate of registered deals`}
          value={total.winRate === null ? <Nothing /> : <Share value={total.winRate} digits={0} />}
          note={
            <Trans>
              {total.won} won of {closed} closed in twelve months
            </Trans>
          }
          to={registrationsWhere("won", total.days)}
        />
        <Stat
          label={t({ message: "Approved", context: "registration" })}
          value={total.approved}
          note={<Trans>in twelve months</Trans>}
          to={registrationsWhere("approved", total.days)}
        />
        <Stat
          label={t`Rejected`}
          value={total.rejected}
          note={<Trans>in twelve months</Trans>}
          to={registrationsWhere("rejected", total.days)}
        />
        <Stat
          label={t`Expired`}
          value={total.expired}
          note={<Trans>the protection ended before the sale did</Trans>}
          to={registrationsWhere("expired", total.days)}
        />
      </Grid>
      <Decided months={months} />
      <Section
        title={t`What became of them`}
        note={t`In the month in which it happened; each number leads to its registrations.`}
        flush
      >
        <ByMonth months={months} />
        <Reasons total={total} />
      </Section>
    </>
  );
}

function Decided({ months }: { months: readonly Month[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = { now: t({ message: "Approved", context: "registration" }), before: t`Rejected` };
  const categories = useMemo(() => months.map(({ period }) => format.monthShort(period)), [months, format]);
  const now = useMemo(
    () => ({ name: names.now, values: months.map(({ approved }) => approved) }),
    [names.now, months],
  );
  const before = useMemo(
    () => ({ name: names.before, values: months.map(({ rejected }) => rejected) }),
    [names.before, months],
  );
  if (months.every(({ approved, rejected }) => approved + rejected === 0)) return null;
  return (
    <BarsChart
      question={t`How many are approved, how many rejected?`}
      answer={<Trans>By the month of the decision.</Trans>}
      head={t`Month`}
      categories={categories}
      now={now}
      before={before}
    />
  );
}

function ByMonth({ months }: { months: readonly Month[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const labels: Readonly<Record<Kind, string>> = {
    approved: t({ message: "Approved", context: "registration" }),
    rejected: t`Rejected`,
    withdrawn: t`Withdrawn`,
    expired: t`Expired`,
    revoked: t`Revoked`,
    won: t`Won`,
    lost: t`Lost`,
  };
  const columns: Column<Month>[] = [
    { id: "month", header: t`Month`, card: "title", cell: ({ period }) => format.month(period) },
    ...kinds.map(
      (kind): Column<Month> => ({
        id: kind,
        header: labels[kind],
        width: 110,
        align: "end",
        cell: (month) =>
          month[kind] === 0 ? (
            <Nothing />
          ) : (
            <AppLink to={registrationsWhere(kind, month.days)}>{month[kind]}</AppLink>
          ),
      }),
    ),
  ];
  return (
    <RowsTable
      label={t`What became of them`}
      rows={months.filter((month) => kinds.some((kind) => month[kind] > 0)).toReversed()}
      columns={columns}
      rowKey={({ period }) => period}
    />
  );
}

function Reasons({ total }: { total: DealOutcomes["total"] }) {
  const { reasons } = useEngagementWords();
  if (total.rejectedFor.length === 0) return null;
  return (
    <Sentences inset>
      {total.rejectedFor.map(({ reasonKey, count }) => (
        <span key={reasonKey}>
          <Trans>
            Rejected for “{reasons[reasonKey].label}”:{" "}
            <AppLink to={registrationsWhere("rejected", total.days, { reasonKey })}>{count}</AppLink>
          </Trans>
        </span>
      ))}
    </Sentences>
  );
}
