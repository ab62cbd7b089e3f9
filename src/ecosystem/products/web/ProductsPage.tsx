import { Trans, useLingui } from "@lingui/react/macro";
import { IconBox, IconPlus } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import type { MoneyJson } from "#platform/http/wire.ts";
import { ActButton } from "#ui/act/Act.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { type EndpointForm, useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Money } from "#ui/text/Money.tsx";
import { changeProduct, createProduct, listProducts, type Product } from "../contract.ts";
import { filled, OtherPricesField } from "./OtherPricesField.tsx";
import "./serverSentences.ts";

/** What the vendor sells. */
export function ProductsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Product | null>(null);
  const edit: Column<Product> = {
    id: "edit",
    header: t`Action`,
    width: 100,
    align: "end",
    cell: (row) => (
      <ActButton
        act={{ label: t`Edit`, onClick: () => setEditing(row) }}
        variant="default"
        size="compact-sm"
      />
    ),
  };
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
            width: 220,
            sort: "listPrice",
            card: "amount",
            cell: (row) => <Prices of={row} />,
          },
          ...(can("product.manage") ? [edit] : []),
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
      <Dialog opened={editing !== null} onClose={() => setEditing(null)} title={editing?.name ?? ""}>
        {editing && <EditProductForm product={editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

/** The list price, and beside it those in further currencies. */
function Prices({ of: { listPrice, otherPrices } }: { of: Product }) {
  const prices = listPrice ? [listPrice, ...otherPrices] : otherPrices;
  if (prices.length === 0) return <Money value={null} />;
  return prices.map((price, index) => (
    <Fragment key={price.currency}>
      {index > 0 && " · "}
      <Money value={price} />
    </Fragment>
  ));
}

interface Values {
  name: string;
  series: string;
  listPrice: MoneyJson;
  otherPrices: readonly MoneyJson[];
  externalId: string;
}

/** An empty list price is none, and a line of which nothing was filled is no price. */
const toBody = ({ listPrice, otherPrices, ...values }: Values) => ({
  ...values,
  listPrice: listPrice.amount.trim() === "" ? null : listPrice,
  otherPrices: filled(otherPrices),
});

function NewProductForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const form = useEndpointForm<typeof createProduct, Values>(createProduct, {
    initial: { name: "", series: "", listPrice: { amount: "", currency }, otherPrices: [], externalId: "" },
    toBody,
    verbatim: ["otherPrices"],
    draft: "new-product",
    onDone,
  });
  return <Fields form={form} submit={t`Add product`} onDone={onDone} />;
}

/** Changes a product; what was sold before keeps its amounts. */
function EditProductForm({ product, onDone }: { product: Product; onDone: () => void }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const form = useEndpointForm<typeof changeProduct, Values>(changeProduct, {
    params: { productId: product.id },
    ifMatch: product.version,
    initial: {
      name: product.name,
      series: product.series,
      listPrice: product.listPrice ?? { amount: "", currency },
      otherPrices: product.otherPrices,
      externalId: product.externalId ?? "",
    },
    toBody,
    verbatim: ["otherPrices"],
    onDone,
  });
  return <Fields form={form} submit={t`Save changes`} onDone={onDone} />;
}

function Fields({
  form,
  submit,
  onDone,
}: {
  form: EndpointForm<Values>;
  submit: string;
  onDone: () => void;
}) {
  const { t } = useLingui();
  return (
    <Form form={form} submit={submit} onCancel={onDone}>
      <TextField {...form.field("name")} optional={false} label={t`Product`} autoFocus />
      <TextField
        {...form.field("series")}
        optional={false}
        label={t`Series`}
        description={t`Plans set their rates by it.`}
      />
      <MoneyField {...form.field("listPrice")} label={t`List price`} />
      <TextField {...form.field("externalId")} label={t`Number in your other systems`} />
      <OtherPricesField {...form.field("otherPrices")} errorAt={form.errorAt} />
    </Form>
  );
}
