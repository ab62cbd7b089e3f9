import { Trans, useLingui } from "@lingui/react/macro";
import { IconCoins } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useHasAgents } from "#ecosystem/partners/web/index.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { usePlanWords } from "../../plans/web/index.tsx";
import { type Earning, listEarnings } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";
import { EarningStatus } from "./EarningStatus.tsx";
import { ReceiptAmount, ReceiptPeek } from "./receiptPeek.tsx";

interface EarningsTableProps {
  /** What the list is narrowed to for good: a partner, an opportunity, a statement. */
  fixed?: Readonly<Record<string, string>>;
  filters?: readonly Filter[];
  /** Under this name columns and views are kept. */
  id?: string;
  label?: string;
  embedded?: boolean;
  empty?: ReactNode;
  summary?: ReactNode;
}

/** Lines of money earned; pressing an amount shows its receipt. */
export function EarningsTable({
  fixed = {},
  filters = [],
  id = "earnings",
  label,
  embedded,
  empty,
  summary,
}: EarningsTableProps) {
  const { t } = useLingui();
  const href = useRecordHref();
  const columns = useEarningColumns(fixed);
  return (
    <ReceiptPeek>
      <DataTable
        id={id}
        label={label ?? t`Earnings`}
        endpoint={listEarnings}
        fixed={fixed}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        rowHref={(row) => href("earning", row.id)}
        csv
        embedded={embedded ?? false}
        empty={empty ?? <NoEarnings />}
        summary={summary}
      />
    </ReceiptPeek>
  );
}

function NoEarnings() {
  const { t } = useLingui();
  const reader = useReader();
  if (reader.side === "partner") {
    return (
      <EmptyState icon={IconCoins} title={t`Here your earnings will stand`}>
        <Trans>
          Each deal that you win earns a line, and each line says why it has its amount. The first come when{" "}
          {reader.vendorName} has run the month of your first win.
        </Trans>
      </EmptyState>
    );
  }
  const action = reader.can("run.manage") ? { label: t`Run a month`, to: "/runs" } : undefined;
  return (
    <EmptyState icon={IconCoins} title={t`Here earnings will stand`} action={action}>
      <Trans>
        A line for each win and whoever it pays, each with its receipt. They come when a plan is run for a
        month and posted.
      </Trans>
    </EmptyState>
  );
}

/** The columns, without the one that says the same in every row. */
function useEarningColumns(fixed: Readonly<Record<string, string>>): Column<Earning>[] {
  const { t } = useLingui();
  const words = usePlanWords();
  const { side } = useReader();
  const deal = useDealWords();
  const hasAgents = useHasAgents();
  const columns: Column<Earning>[] = [
    {
      id: "opportunity",
      header: deal.one,
      card: "title",
      cell: (row) => row.opportunity.name || row.opportunity.externalId || deal.elsewhere,
    },
    {
      id: "externalId",
      header: t`Number`,
      width: 130,
      optional: true,
      cell: (row) => row.opportunity.externalId,
    },
    {
      id: "partner",
      header: t`Partner`,
      width: 155,
      cell: (row) => (
        <RecordLink noun="partner" id={row.partner.id} plain>
          {row.partner.name}
        </RecordLink>
      ),
    },
    {
      id: "owner",
      header: t`Agent`,
      width: 155,
      cell: (row) => row.owner?.name,
    },
    { id: "kind", header: t`Line`, width: 180, cell: (row) => words.entry(row.entry, row.label) },
    { id: "period", header: t`Month`, width: 100, cell: (row) => <MonthText value={row.period} short /> },
    {
      id: "closedOn",
      header: t`Closed on`,
      width: 120,
      optional: true,
      cell: (row) => <DayText value={row.closedOn} />,
    },
    {
      id: "holdUntil",
      header: t`Held until`,
      width: 120,
      optional: true,
      cell: (row) => <DayText value={row.holdUntil} />,
    },
    {
      id: "status",
      header: t`State`,
      width: 138,
      cell: (row) => <EarningStatus status={row.status} />,
    },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 135,
      card: "amount",
      cell: (row) => <ReceiptAmount earningId={row.id} value={row.amount} />,
    },
  ];
  const said = new Set([
    ...(fixed.partnerId || side === "partner" ? ["partner"] : []),
    ...(side !== "partner" || !hasAgents || fixed.opportunityId ? ["owner"] : []),
    ...(fixed.opportunityId ? ["externalId"] : []),
    ...(fixed.status ? ["status"] : []),
  ]);
  return columns.filter(({ id }) => !said.has(id));
}
