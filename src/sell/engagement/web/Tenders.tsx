import { Trans, useLingui } from "@lingui/react/macro";
import { IconGavel, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { CountryField } from "#ui/form/CountryField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { endPublicTender, enterPublicTender, listPublicTenders, type PublicTender } from "../contract.ts";
import { useEngagementWords } from "./engagementWords.ts";
import "./tenderWords.ts";

/** What customers have put out to tender: it stands against registrations of that day and later ones. */
export function Tenders() {
  const { t } = useLingui();
  const { can } = useReader();
  const { country } = useEngagementWords();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PublicTender | null>(null);
  const manages = can("tender.manage");
  const add = { label: t`Note a tender`, icon: IconPlus, onClick: () => setAdding(true) };
  const columns: Column<PublicTender>[] = [
    {
      id: "customer",
      header: t`Customer`,
      card: "title",
      cell: ({ customer, project }) => [customer, project].filter(Boolean).join(": "),
    },
    { id: "country", header: t`Country`, width: 150, cell: (row) => row.country && country(row.country) },
    { id: "website", header: t`Site`, width: 170, cell: ({ website }) => website },
    {
      id: "published",
      header: t`Published`,
      width: 130,
      cell: ({ publishedOn }) => <DayText value={publishedOn} />,
    },
    { id: "source", header: t`Where it is announced`, width: 210, cell: ({ source }) => source },
    { id: "by", header: t`Noted by`, width: 150, optional: true, cell: ({ enteredBy }) => enteredBy },
    ...(manages
      ? [
          {
            id: "end",
            header: "",
            width: 110,
            align: "end" as const,
            cell: (row: PublicTender) => (
              <ActButton
                act={{ label: t`Take off`, onClick: () => setEnding(row) }}
                variant="default"
                size="compact-sm"
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Page>
      <Section
        title={t`Public tenders`}
        note={t`A registration made before a tender was published survives it. One of that day or later meets it as a conflict, with the reason preselected.`}
        action={manages ? add : undefined}
        flush
      >
        <DataTable
          id="public-tenders"
          label={t`Public tenders`}
          endpoint={listPublicTenders}
          columns={columns}
          filters={[{ kind: "search", name: "search", label: t`Customer or project` }]}
          rowKey={(row) => row.id}
          csv
          embedded
          empty={
            <EmptyState icon={IconGavel} title={t`No tender is noted`} action={manages ? add : undefined}>
              <Trans>
                Note what a customer has put out to tender, so that registrations after it are seen as
                conflicts.
              </Trans>
            </EmptyState>
          }
        />
      </Section>
      {adding && <TenderDialog onClose={() => setAdding(false)} />}
      {ending && <EndModal tender={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function TenderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const today = useToday();
  const form = useEndpointForm(enterPublicTender, {
    initial: { customer: "", website: "", country: "", project: "", publishedOn: today, source: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Note a public tender`} size="lg">
      <Form
        form={form}
        submit={t`Note the tender`}
        next={t`Registrations of the day on which it was published, and later ones, meet it at once.`}
        onCancel={onClose}
      >
        <TextField {...form.field("customer")} optional={false} label={t`Customer`} autoFocus />
        <FieldRow>
          <CountryField {...form.field("country")} label={t`Country`} />
          <TextField {...form.field("website")} label={t`Site`} placeholder="example.com" />
        </FieldRow>
        <FieldRow>
          <DayField {...form.field("publishedOn")} optional={false} label={t`Published on`} max={today} />
          <TextField {...form.field("project")} label={t`Project`} />
        </FieldRow>
        <TextField {...form.field("source")} label={t`Where it is announced`} />
      </Form>
    </Dialog>
  );
}

function EndModal({ tender, onClose }: { tender: PublicTender; onClose: () => void }) {
  const { t } = useLingui();
  const end = useEndpointMutation(endPublicTender, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Take the tender of ${tender.customer} off?`}
      consequences={[
        t`Registrations meet it no more, those that wait included.`,
        t`What was rejected for it stays rejected.`,
      ]}
      confirm={t`Take off`}
      onConfirm={() => end.mutate({ params: { publicTenderId: tender.id } })}
      busy={end.isPending}
      problem={end.error}
    />
  );
}
