import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { DealDetail } from "../contract.ts";

/** What is to be sold. */
export function DealLines({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  if (deal.lines.length === 0) {
    return (
      <Section title={t`What is sold`}>
        <Trans>No product is chosen yet.</Trans>
      </Section>
    );
  }
  return (
    <Section title={t`What is sold`} flush>
      <RowsTable
        label={t`What is sold`}
        rows={deal.lines}
        rowKey={(line) => line.product.id}
        totals={
          deal.lines.length > 1 ? { product: t`Together`, amount: <Money value={deal.value} /> } : undefined
        }
        columns={[
          { id: "product", header: t`Product`, card: "title", cell: (line) => line.product.name },
          { id: "series", header: t`Series`, width: 120, cell: (line) => line.product.series },
          {
            id: "quantity",
            header: t`Quantity`,
            align: "end",
            width: 110,
            cell: (line) => <Count value={line.quantity} />,
          },
          {
            id: "amount",
            header: t`Amount`,
            align: "end",
            width: 150,
            card: "amount",
            cell: (line) => <Money value={line.amount} />,
          },
        ]}
      />
    </Section>
  );
}
