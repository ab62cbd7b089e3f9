import { Trans, useLingui } from "@lingui/react/macro";
import { IconReceipt2 } from "@tabler/icons-react";
import { usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime, DayText, MonthText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listStatements, type Statement } from "../contract.ts";
import { PayoutWord } from "./PayoutWord.tsx";

interface StatementsTableProps {
  /** Only this partner's. */
  partnerId?: string;
  embedded?: boolean;
}

/** Closed statements, the latest month first. */
export function StatementsTable({ partnerId, embedded = false }: StatementsTableProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const partner = usePartnerFilter();
  const ofOne = partnerId !== undefined || side === "partner";
  const columns = useStatementColumns(ofOne);
  return (
    <DataTable
      id="statements"
      label={t`Statements`}
      endpoint={listStatements}
      {...(partnerId && { fixed: { partnerId } })}
      columns={columns}
      filters={[{ kind: "month", name: "period", label: t`Month` }, ...(ofOne ? [] : [partner])]}
      rowKey={(row) => row.id}
      rowHref={(row) => href("statement", row.id)}
      csv
      embedded={embedded}
      empty={<NoStatements />}
    />
  );
}

function useStatementColumns(ofOne: boolean): readonly Column<Statement>[] {
  const { t } = useLingui();
  const money = (
    id: "opening" | "released" | "adjusted" | "paid" | "earned" | "held",
    header: string,
    optional = false,
  ): Column<Statement> => ({
    id,
    header,
    align: "end",
    width: 112,
    optional,
    cell: (row) => <Money value={row[id]} />,
  });
  const month: Column<Statement> = {
    id: "period",
    header: t`Month`,
    card: ofOne ? "title" : undefined,
    ...(ofOne ? {} : { width: 100 }),
    cell: (row) => <MonthText value={row.period} short={!ofOne} />,
  };
  const partner: Column<Statement> = {
    id: "partner",
    header: t`Partner`,
    card: "title",
    cell: (row) => row.partner.name,
  };
  return [
    ...(ofOne ? [month] : [partner, month]),
    {
      id: "number",
      header: t`No.`,
      align: "end",
      width: 52,
      optional: !ofOne,
      cell: (row) => <Count value={row.number} />,
    },
    money("opening", t`Opening`),
    money("released", t`+ Released`),
    money("adjusted", t`+ Adjusted`),
    money("paid", t`− Paid`),
    {
      id: "closing",
      header: t`= Closing`,
      align: "end",
      width: 112,
      card: "amount",
      cell: (row) => <Money value={row.closing} />,
    },
    { id: "payout", header: t`Payment`, width: 145, cell: (row) => <PayoutWord payout={row.payout} brief /> },
    {
      id: "paidOn",
      header: t`Paid on`,
      width: 130,
      optional: true,
      cell: (row) => row.payout?.paidOn && <DayText value={row.payout.paidOn} />,
    },
    money("earned", t`Earned`, true),
    money("held", t`Held`, true),
    {
      id: "closedAt",
      header: t`Closed`,
      width: 130,
      optional: true,
      cell: (row) => <DateTime value={row.closedAt} brief />,
    },
  ];
}

function NoStatements() {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  return (
    <EmptyState icon={IconReceipt2} title={t`Here the statements will stand`}>
      {side === "partner" ? (
        <Trans>
          A statement tells what a month brought and what is paid. {vendorName} closes one for each month in
          which money was released to you.
        </Trans>
      ) : (
        <Trans>
          A statement tells a partner what a month brought, line by line. A month is closed above, once it is
          over and money was released in it.
        </Trans>
      )}
    </EmptyState>
  );
}
