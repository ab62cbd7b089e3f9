import { Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { searchOf } from "#ui/api/url.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { useSaveRows } from "#ui/table/rowsFile.ts";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { previewPayout } from "../contract.ts";
import { useEvidenceColumns } from "./evidence.tsx";

type Preview = ResponseOf<typeof previewPayout>;
type PayeeToBe = Preview["payees"][number];
type CarriedRow = Preview["carried"][number];

const owedLines = (partnerId: string) => `/earnings?${searchOf({ partnerId, status: "on-statement" })}`;

/** Who would be paid, each amount leading to the lines that it pays. */
export function PayeesToBe({ preview }: { preview: Preview }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const evidence = useEvidenceColumns<PayeeToBe>();
  const save = useSaveRows(t`Who is paid`, preview.payees, [
    { header: "partner", value: (row) => row.partner.name },
    { header: "lines", value: (row) => row.lines },
    { header: "amount", value: (row) => row.amount.amount },
    { header: "currency", value: (row) => row.amount.currency },
    { header: "lastPayment", value: (row) => row.last?.amount.amount ?? null },
    { header: "sinceTheClose", value: (row) => row.since.amount },
  ]);
  const columns: readonly Column<PayeeToBe>[] = [
    { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
    { id: "lines", header: t`Lines`, align: "end", width: 90, cell: (row) => <Count value={row.lines} /> },
    ...evidence,
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={owedLines(row.partner.id)} />,
    },
  ];
  if (preview.payees.length === 0) return null;
  return (
    <Section title={t`Who is paid`} action={save} flush>
      <RowsTable
        label={t`Who is paid`}
        rows={preview.payees}
        columns={columns}
        rowKey={(row) => row.partner.id}
        rowHref={(row) => href("partner", row.partner.id)}
        totals={{ partner: t`Together`, amount: <Money value={preview.total} /> }}
      />
    </Section>
  );
}

/** Who is not paid now, and why. */
export function Carried({ preview }: { preview: Preview }) {
  const { t } = useLingui();
  const href = useRecordHref();
  if (preview.carried.length === 0) return null;
  const columns: readonly Column<CarriedRow>[] = [
    { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
    {
      id: "why",
      header: t`Why`,
      width: 260,
      cell: ({ why }) =>
        why === "negative" ? (
          <Status tone="bad">
            <Trans>Owes us, set off later</Trans>
          </Status>
        ) : (
          <Status tone="idle">
            <Trans>Below the smallest payout</Trans>
          </Status>
        ),
    },
    {
      id: "balance",
      header: t`Balance`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.balance} href={owedLines(row.partner.id)} />,
    },
  ];
  return (
    <Section
      title={t`Who carries forward`}
      note={<Trans>Their balance stands on the next statement and comes into the next batch.</Trans>}
      flush
    >
      <RowsTable
        label={t`Who carries forward`}
        rows={preview.carried}
        columns={columns}
        rowKey={(row) => row.partner.id}
        rowHref={(row) => href("partner", row.partner.id)}
      />
    </Section>
  );
}
