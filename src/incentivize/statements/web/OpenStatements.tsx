import { Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { searchOf } from "#ui/api/url.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { useSaveRows } from "#ui/table/rowsFile.ts";
import { Money } from "#ui/text/Money.tsx";
import type { OpenStatement, openStatements } from "../contract.ts";

/** Each partner's balance as it would be closed; every sum leads to the lines that it is made of. */
export function OpenStatements({ month }: { month: ResponseOf<typeof openStatements> }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const { items, totals } = month;
  const name = useFormat().month(month.period);
  const linesOf = (row: OpenStatement, query: object) =>
    `/earnings?${searchOf({ partnerId: row.partner.id, ...query })}`;
  const money = (
    id: keyof typeof totals,
    header: string,
    to?: (row: OpenStatement) => string,
  ): Column<OpenStatement> => ({
    id,
    header,
    align: "end",
    width: 135,
    ...(id === "closing" && { card: "amount" as const }),
    cell: (row) => <Money value={row[id]} href={to?.(row)} />,
  });
  const columns: readonly Column<OpenStatement>[] = [
    { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
    money("opening", t`Opening`, (row) => `/statements?${searchOf({ partnerId: row.partner.id })}`),
    money("released", t`+ Released`, (row) => linesOf(row, { status: "approved", entry: "first" })),
    money("adjusted", t`+ Adjusted`, (row) => linesOf(row, { status: "approved" })),
    money("paid", t`− Paid`),
    money("closing", t`= Closing`),
  ];
  const save = useSaveRows(t`Close ${name}`, items, [
    { header: "partner", value: (row) => row.partner.name },
    { header: "period", value: (row) => row.period },
    { header: "opening", value: (row) => row.opening.amount },
    { header: "released", value: (row) => row.released.amount },
    { header: "adjusted", value: (row) => row.adjusted.amount },
    { header: "paid", value: (row) => row.paid.amount },
    { header: "closing", value: (row) => row.closing.amount },
    { header: "currency", value: (row) => row.closing.currency },
  ]);
  return (
    <Section
      action={save}
      title={t`What each partner’s statement would say`}
      note={<Trans>Opening + released + adjusted − paid = closing, for each and for all.</Trans>}
      flush
    >
      <RowsTable
        label={t`What each partner’s statement would say`}
        rows={items}
        columns={columns}
        rowKey={(row) => row.partner.id}
        rowHref={(row) => href("partner", row.partner.id)}
        totals={{
          partner: t`Together`,
          opening: <Money value={totals.opening} />,
          released: <Money value={totals.released} />,
          adjusted: <Money value={totals.adjusted} />,
          paid: <Money value={totals.paid} />,
          closing: <Money value={totals.closing} />,
        }}
      />
    </Section>
  );
}
