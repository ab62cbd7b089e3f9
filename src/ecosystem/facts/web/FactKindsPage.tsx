import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField, TextField, YesField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Status } from "#ui/text/Status.tsx";
import { changeFactKind, createFactKind, type FactKind, listFactKinds } from "../contract.ts";
import { useFactWords } from "./useFactWords.ts";
import "./serverSentences.ts";

/** What partners can be measured by: the product's kinds, and the vendor's own. */
export function FactKindsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const kinds = useEndpoint(listFactKinds, {});
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<FactKind | null>(null);
  const manages = can("fact-kind.manage");
  const add = { label: t`New kind`, icon: IconPlus, onClick: () => setAdding(true) };
  return (
    <Page>
      <PageHeader
        title={t`Kinds of facts`}
        lead={t`What partners can be measured by, and so what tiers and specializations can ask for.`}
        action={manages ? add : undefined}
      />
      <Loaded query={kinds}>
        {({ items }) => {
          const own = items.filter((kind) => kind.own !== null);
          return (
            <>
              <Section
                title={t`Your own`}
                note={t`Whatever you count besides: people enter it, or a file brings it.`}
                flush={own.length > 0}
              >
                {own.length === 0 ? (
                  <Trans>You have no kinds of your own yet. Add one for what is not in the list below.</Trans>
                ) : (
                  <KindsTable label={t`Your own`} kinds={own} onEdit={manages ? setEditing : undefined} />
                )}
              </Section>
              <Section title={t`The product's`} flush>
                <KindsTable label={t`The product's`} kinds={items.filter((kind) => kind.own === null)} />
              </Section>
            </>
          );
        }}
      </Loaded>
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t`New kind of fact`}>
        <NewKindForm onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog opened={editing !== null} onClose={() => setEditing(null)} title={editing?.label ?? ""}>
        {editing?.own && <EditKindForm kind={editing} own={editing.own} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

interface KindsTableProps {
  label: string;
  kinds: readonly FactKind[];
  onEdit?: ((kind: FactKind) => void) | undefined;
}

function KindsTable({ label, kinds, onEdit }: KindsTableProps) {
  const { t } = useLingui();
  const words = useFactWords();
  const columns: Column<FactKind>[] = [
    { id: "label", header: t`Kind`, card: "title", cell: (kind) => words.kind(kind) },
    { id: "unit", header: t`Unit`, width: 110, cell: (kind) => words.units[kind.unit] },
    { id: "counts", header: t`What counts`, width: 230, cell: (kind) => words.counts[kind.counts] },
    {
      id: "by",
      header: t`Where from`,
      width: 210,
      cell: (kind) =>
        kind.own?.retired ? (
          <Status tone="idle" hollow>
            <Trans>Not entered any more</Trans>
          </Status>
        ) : kind.recordedBy === "product" ? (
          <Trans>Counted by what happens</Trans>
        ) : (
          <Trans>Entered or imported</Trans>
        ),
    },
    { id: "key", header: t`In requirements`, width: 230, cell: (kind) => <code dir="ltr">{kind.key}</code> },
    ...(onEdit
      ? [
          {
            id: "edit",
            header: t`Action`,
            width: 100,
            align: "end" as const,
            cell: (kind: FactKind) => (
              <ActButton
                act={{ label: t`Edit`, onClick: () => onEdit(kind) }}
                variant="default"
                size="compact-sm"
              />
            ),
          },
        ]
      : []),
  ];
  return <RowsTable label={label} rows={kinds} columns={columns} rowKey={(kind) => kind.key} />;
}

function NewKindForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const words = useFactWords();
  const form = useEndpointForm(createFactKind, {
    initial: { label: "", unit: "number", counts: "sum", key: "" },
    onDone,
  });
  const options = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <Form form={form} submit={t`Add kind`} onCancel={onDone}>
      <TextField {...form.field("label")} optional={false} label={t`What is counted`} autoFocus />
      <SelectField {...form.field("unit")} label={t`Unit`} options={options(words.units)} />
      <SelectField
        {...form.field("counts")}
        label={t`What counts`}
        description={t`Support calls of a quarter add up; of satisfaction the latest number holds.`}
        options={options(words.counts)}
      />
      <TextField
        {...form.field("key")}
        label={t`In requirements`}
        description={t`Such as x_support_calls; made from the name unless told. It never changes.`}
      />
    </Form>
  );
}

interface EditKindFormProps {
  kind: FactKind;
  own: NonNullable<FactKind["own"]>;
  onDone: () => void;
}

function EditKindForm({ kind, own, onDone }: EditKindFormProps) {
  const { t } = useLingui();
  const form = useEndpointForm(changeFactKind, {
    params: { factKindId: own.id },
    ifMatch: own.version,
    initial: { label: kind.label, retired: own.retired },
    onDone,
  });
  return (
    <Form form={form} submit={t`Save changes`} onCancel={onDone}>
      <TextField {...form.field("label")} optional={false} label={t`What is counted`} autoFocus />
      <YesField
        {...form.field("retired")}
        label={t`Not entered any more`}
        description={t`What was entered stays and counts on.`}
      />
    </Form>
  );
}
