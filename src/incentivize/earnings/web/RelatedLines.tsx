import { useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { usePlanWords } from "../../plans/web/index.tsx";
import type { Earning, EarningRecord } from "../contract.ts";

/** The lines of one win for one beneficiary: what was booked first, and what later took from it or added to it. */
export function RelatedLines({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  const words = usePlanWords();
  const href = useRecordHref();
  if (earning.related.length === 0) return null;
  const family = [...earning.related, earning].sort((a, b) => (a.id < b.id ? -1 : 1));
  const columns: readonly Column<Earning>[] = [
    {
      id: "what",
      header: t`Line`,
      card: "title",
      cell: (row) => (row.id === earning.id ? t`This line` : words.entry(row.entry, row.label)),
    },
    { id: "period", header: t`Month`, width: 110, cell: (row) => <MonthText value={row.period} short /> },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 120,
      card: "amount",
      cell: (row) => (
        <Money value={row.amount} href={row.id === earning.id ? undefined : href("earning", row.id)} />
      ),
    },
  ];
  return (
    <Section title={t`Lines of the same win`} flush>
      <RowsTable
        label={t`Lines of the same win`}
        rows={family}
        columns={columns}
        rowKey={(row) => row.id}
        rowHref={(row) => (row.id === earning.id ? undefined : href("earning", row.id))}
        totals={{ what: t`Net`, amount: <Money value={earning.net} /> }}
      />
    </Section>
  );
}
