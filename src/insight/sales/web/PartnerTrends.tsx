import { Trans, useLingui } from "@lingui/react/macro";
import { type Icon, IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Trend } from "#ui/text/Trend.tsx";
import type { PartnerTrend, partnerTrends } from "../contract.ts";
import { wonByPartner } from "./places.ts";

type Trends = ResponseOf<typeof partnerTrends>;

/** Who wins most in this quarter. */
export function TopPartners({ trends: { top, quarters } }: { trends: Trends }) {
  const { t } = useLingui();
  const columns: Column<PartnerTrend>[] = [
    partnerColumn(t`Partner`),
    {
      id: "deals",
      header: t`Deals won`,
      width: 110,
      align: "end",
      cell: ({ deals }) => <Count value={deals} />,
    },
    {
      id: "now",
      header: t`This quarter`,
      width: 150,
      align: "end",
      card: "amount",
      cell: ({ partner, now }) => (
        <AppLink to={wonByPartner(partner.id, quarters.now)} plain>
          <Money value={now} />
        </AppLink>
      ),
    },
    {
      id: "last",
      header: t`Last quarter`,
      width: 150,
      align: "end",
      cell: ({ last }) => <Money value={last} />,
    },
  ];
  return (
    <Section title={t`Who wins most this quarter?`} flush={top.length > 0}>
      {top.length === 0 ? (
        <Trans>No partner has won anything this quarter yet.</Trans>
      ) : (
        <RowsTable
          label={t`Who wins most this quarter?`}
          rows={top}
          columns={columns}
          rowKey={({ partner }) => partner.id}
        />
      )}
    </Section>
  );
}

/** Whose last quarter rose or fell most against the one before. */
export function TurningPartners({ trends: { up, down, quarters } }: { trends: Trends }) {
  const { t } = useLingui();
  const format = useFormat();
  const last = format.quarter(quarters.last.from);
  const before = format.quarter(quarters.before.from);
  const columns: Column<PartnerTrend>[] = [
    partnerColumn(t`Partner`),
    {
      id: "change",
      header: t`Change`,
      width: 84,
      align: "end",
      card: "amount",
      cell: ({ change }) => <Trend change={change} />,
    },
    {
      id: "last",
      header: last,
      width: 104,
      align: "end",
      cell: ({ partner, last: value }) => (
        <AppLink to={wonByPartner(partner.id, quarters.last)} plain>
          <Money value={value} whole />
        </AppLink>
      ),
    },
    {
      id: "before",
      header: before,
      width: 104,
      align: "end",
      cell: ({ before: value }) => <Money value={value} whole />,
    },
  ];
  return (
    <>
      <Turning
        title={t`Who wins less?`}
        note={
          <Trans>
            Won value of {last} against {before}, the largest drop first.
          </Trans>
        }
        icon={IconArrowDownRight}
        none={<Trans>Nobody won less than in the quarter before.</Trans>}
        rows={down}
        columns={columns}
      />
      <Turning
        title={t`Who wins more?`}
        note={
          <Trans>
            Won value of {last} against {before}, the largest gain first.
          </Trans>
        }
        icon={IconArrowUpRight}
        none={<Trans>Nobody won more than in the quarter before.</Trans>}
        rows={up}
        columns={columns}
      />
    </>
  );
}

interface TurningProps {
  title: string;
  note: ReactNode;
  icon: Icon;
  /** What is said where nobody turned that way. */
  none: ReactNode;
  rows: readonly PartnerTrend[];
  columns: readonly Column<PartnerTrend>[];
}

/** Partners whose trend turned one way. */
function Turning({ title, note, icon: Direction, none, rows, columns }: TurningProps) {
  return (
    <Section title={title} note={note} badge={<Direction size={16} aria-hidden />} flush={rows.length > 0}>
      {rows.length === 0 ? (
        none
      ) : (
        <RowsTable label={title} rows={rows} columns={columns} rowKey={({ partner }) => partner.id} />
      )}
    </Section>
  );
}

function partnerColumn(header: string): Column<PartnerTrend> {
  return {
    id: "partner",
    header,
    card: "title",
    cell: ({ partner }) => (
      <RecordLink noun="partner" id={partner.id}>
        {partner.name}
      </RecordLink>
    ),
  };
}
