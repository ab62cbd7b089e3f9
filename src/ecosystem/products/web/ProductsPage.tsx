import { Trans, useLingui } from "@lingui/react/macro";
import { IconBox, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Money } from "#ui/text/Money.tsx";
import { createProduct, listProducts } from "../contract.ts";

/** What the vendor sells. */
export function ProductsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const [adding, setAdding] = useState(false);
  return (
    <Page>
      <PageHeader
        title={t`Products`}
        lead={t`Plans set their rates by a product's series.`}
        action={
          can("product.manage")
            ? { label: t`New product`, icon: IconPlus, onClick: () => setAdding(true) }
            : undefined
        }
      />
      <DataTable
        id="products"
        label={t`Products`}
        endpoint={listProducts}
        columns={[
          { id: "name", header: t`Product`, card: "title", sort: "name", cell: (row) => row.name },
          { id: "series", header: t`Series`, width: 160, sort: "series", cell: (row) => row.series },
          { id: "externalId", header: t`Number`, width: 180, optional: true, cell: (row) => row.externalId },
          {
            id: "listPrice",
            header: t`List price`,
            align: "end",
            width: 160,
            sort: "listPrice",
            card: "amount",
            cell: (row) => <Money value={row.listPrice} />,
          },
        ]}
        filters={[{ kind: "search", name: "search", label: t`Name or number` }]}
        rowKey={(row) => row.id}
        csv
        empty={
          <EmptyState
            icon={IconBox}
            title={t`Here your products will stand`}
            action={can("import.manage") ? { label: t`Import products`, to: "/imports" } : undefined}
          >
            <Trans>What partners sell, each with its series and list price.</Trans>
          </EmptyState>
        }
      />
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t`New product`}>
        <NewProductForm onDone={() => setAdding(false)} />
      </Dialog>
    </Page>
  );
}

function NewProductForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const form = useEndpointForm(createProduct, {
    initial: { name: "", series: "", listPrice: { amount: "", currency }, externalId: "" },
    draft: "new-product",
    onDone,
  });
  return (
    <Form form={form} submit={t`Add product`} onCancel={onDone}>
      <TextField {...form.field("name")} label={t`Product`} autoFocus />
      <TextField {...form.field("series")} label={t`Series`} />
      <MoneyField {...form.field("listPrice")} label={t`List price`} />
      <TextField {...form.field("externalId")} label={t`Number in your other systems`} />
    </Form>
  );
}
