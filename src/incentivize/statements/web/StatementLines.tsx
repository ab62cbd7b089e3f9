import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useEndpointList } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type Earning, listEarnings } from "../../earnings/contract.ts";
import { ReceiptAmount, ReceiptPeek, useDealWords } from "../../earnings/web/index.tsx";
import { usePlanWords } from "../../plans/web/index.tsx";
import type { StatementRecord } from "../contract.ts";

/** Most lines that stand in the page, and on paper; beyond, the file has them all. */
const maxLines = 1000;

/** The lines of a statement: what was released, and what was adjusted, each with its sum and its receipts. */
export function StatementLines({ statement }: { statement: StatementRecord }) {
  const { t } = useLingui();
  const list = useEndpointList(listEarnings, { query: { statementId: statement.id } }, { pageSize: 200 });
  const { rows, complete, error, isReadingMore, readMore } = list;
  useEffect(() => {
    if (!complete && !isReadingMore && !error && rows.length < maxLines) readMore();
  });
  if (error) return <ErrorState problem={error} retry={list.retry} />;
  if (list.isPending) {
    return (
      <Section title={t`Released`} flush>
        <ListSkeleton />
      </Section>
    );
  }
  const first = rows.filter(({ entry }) => entry === "first");
  const later = rows.filter(({ entry }) => entry !== "first");
  return (
    <ReceiptPeek>
      <LinesSection title={t`Released`} lines={first} sum={statement.released} />
      {later.length > 0 && <LinesSection title={t`Adjusted`} lines={later} sum={statement.adjusted} />}
      {!complete && rows.length >= maxLines && (
        <Sentences>
          <Trans>These are the first {rows.length} lines. The file has all of them.</Trans>
        </Sentences>
      )}
    </ReceiptPeek>
  );
}

interface LinesSectionProps {
  title: string;
  lines: readonly Earning[];
  sum: StatementRecord["released"];
}

function LinesSection({ title, lines, sum }: LinesSectionProps) {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = usePlanWords();
  const deal = useDealWords();
  const columns: readonly Column<Earning>[] = [
    {
      id: "opportunity",
      header: deal.one,
      card: "title",
      cell: (row) => row.opportunity.name || row.opportunity.externalId || deal.elsewhere,
    },
    { id: "kind", header: t`Line`, width: 190, cell: (row) => words.entry(row.entry, row.label) },
    { id: "closedOn", header: t`Closed on`, width: 125, cell: (row) => <DayText value={row.closedOn} /> },
    {
      id: "releasedOn",
      header: t`Released on`,
      width: 125,
      cell: (row) => <DayText value={row.releasedOn} />,
    },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 130,
      card: "amount",
      cell: (row) => <ReceiptAmount earningId={row.id} value={row.amount} />,
    },
  ];
  return (
    <Section
      title={title}
      note={<Plural value={lines.length} _0="No lines" one="# line" other="# lines" />}
      flush={lines.length > 0}
    >
      {lines.length === 0 ? (
        <Sentences>
          <Trans>Nothing was released from hold in this month.</Trans>
        </Sentences>
      ) : (
        <RowsTable
          label={title}
          rows={lines}
          columns={columns}
          rowKey={(row) => row.id}
          rowHref={(row) => href("earning", row.id)}
          totals={{ opportunity: t`Sum`, amount: <Money value={sum} /> }}
        />
      )}
    </Section>
  );
}
