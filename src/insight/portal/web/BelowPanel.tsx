import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { PartnerSales } from "../contract.ts";

/** How the partners below stand: their deals are open to their master, their money is not. */
export function BelowPanel({ below }: { below: readonly PartnerSales[] }) {
  const { t } = useLingui();
  const columns: Column<PartnerSales>[] = [
    {
      id: "partner",
      header: t`Agent`,
      card: "title",
      cell: ({ partner }) => partner.name,
    },
    {
      id: "open",
      header: t`Open deals`,
      width: 110,
      align: "end",
      cell: ({ open }) => <Count value={open} />,
    },
    {
      id: "deals",
      header: t`Won deals`,
      width: 110,
      align: "end",
      cell: ({ deals }) => <Count value={deals} />,
    },
    {
      id: "now",
      header: t`Won this quarter`,
      width: 160,
      align: "end",
      card: "amount",
      cell: ({ now }) => <Money value={now} />,
    },
    {
      id: "last",
      header: t`Won last quarter`,
      width: 160,
      align: "end",
      cell: ({ last }) => <Money value={last} />,
    },
  ];
  return (
    <Section
      title={t`How do your agents stand?`}
      note={
        <Trans>Their deals by day of close, less what was taken back. What they earn is theirs alone.</Trans>
      }
      flush
    >
      <RowsTable
        label={t`How do your agents stand?`}
        rows={below}
        columns={columns}
        rowKey={({ partner }) => partner.id}
        rowHref={({ partner }) => `/opportunities?ownerPartnerId=${partner.id}`}
      />
    </Section>
  );
}
