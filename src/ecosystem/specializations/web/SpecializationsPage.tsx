import { Trans, useLingui } from "@lingui/react/macro";
import { IconCertificate, IconPlus } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Status } from "#ui/text/Status.tsx";
import {
  applicationStates,
  awardStates,
  listApplications,
  listAwards,
  listSpecializations,
} from "../contract.ts";
import { PartnerSpecializations } from "./PartnerSpecializations.tsx";
import { Requirement } from "./RequirementWords.tsx";
import classes from "./specializations.module.css";
import { useSpecializationWords } from "./useSpecializationWords.tsx";

/** A company's own specializations; for the vendor's people what there is, who applies and who holds it. */
export function SpecializationsPage() {
  const { partner } = useReader();
  return partner ? <Own partnerId={partner.id} /> : <All />;
}

function Own({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  return (
    <Page width="reading">
      <PageHeader
        title={t`Specializations`}
        lead={t`What ${vendorName} attests that your company is good at, and what is asked for it.`}
      />
      <PartnerSpecializations partnerId={partnerId} />
    </Page>
  );
}

function All() {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <Page>
      <PageHeader
        title={t`Specializations`}
        lead={t`What companies can be specialized in, who applies, and who holds it until when.`}
        action={
          can("specialization.manage")
            ? { label: t`Define a specialization`, icon: IconPlus, to: "/specializations/new" }
            : undefined
        }
      />
      <Tabs
        label={t`Parts of the specializations`}
        tabs={[
          { value: "applications", label: t`Applications`, content: () => <Applications /> },
          { value: "held", label: t`Who holds what`, content: () => <Awards /> },
          { value: "defined", label: t`What there is`, content: () => <Definitions /> },
        ]}
      />
    </Page>
  );
}

function Applications() {
  const { t } = useLingui();
  const words = useSpecializationWords();
  return (
    <DataTable
      id="specialization-applications"
      label={t`Applications for specializations`}
      endpoint={listApplications}
      columns={[
        { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
        { id: "specialization", header: t`Specialization`, cell: (row) => row.specialization.label },
        {
          id: "state",
          header: t`State`,
          width: 220,
          cell: (row) => (
            <Status tone={words.applicationTones[row.state]}>{words.applications[row.state]}</Status>
          ),
        },
        {
          id: "appliedAt",
          header: t`Applied`,
          width: 150,
          cell: (row) => <DateTime value={row.appliedAt} brief />,
        },
      ]}
      filters={[
        {
          kind: "select",
          name: "state",
          label: t`State`,
          options: applicationStates.map((state) => ({ value: state, label: words.applications[state] })),
        },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/specialization-applications/${row.id}`}
      csv
      empty={
        <EmptyState icon={IconCertificate} title={t`Nobody has applied yet`}>
          <Trans>Companies apply in the portal. Their applications stand here beside what is asked.</Trans>
        </EmptyState>
      }
    />
  );
}

function Awards() {
  const { t } = useLingui();
  const words = useSpecializationWords();
  return (
    <DataTable
      id="specialization-awards"
      label={t`Who holds what`}
      endpoint={listAwards}
      columns={[
        { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
        { id: "specialization", header: t`Specialization`, cell: (row) => row.specialization.label },
        {
          id: "state",
          header: t`State`,
          width: 190,
          cell: (row) => <Status tone={words.awardTones[row.state]}>{words.awards[row.state]}</Status>,
        },
        { id: "from", header: t`First day`, width: 140, cell: (row) => <DayText value={row.from} /> },
        {
          id: "until",
          header: t`Last day`,
          width: 140,
          cell: (row) => <DayText value={dayBefore(row.revoked?.on ?? row.until)} />,
        },
      ]}
      filters={[
        {
          kind: "select",
          name: "state",
          label: t`State`,
          options: awardStates.map((state) => ({ value: state, label: words.awards[state] })),
        },
        {
          kind: "select",
          name: "endsSoon",
          label: t`Last day`,
          options: [{ value: "yes", label: t`Ends soon` }],
        },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/specialization-awards/${row.id}`}
      csv
      empty={
        <EmptyState icon={IconCertificate} title={t`Nobody holds one yet`}>
          <Trans>Once an application is granted, the company stands here with the last day.</Trans>
        </EmptyState>
      }
    />
  );
}

function Definitions() {
  const { t } = useLingui();
  return (
    <DataTable
      id="specializations"
      label={t`What there is`}
      endpoint={listSpecializations}
      columns={[
        {
          id: "label",
          header: t`Specialization`,
          card: "title",
          width: 220,
          cell: (row) => row.current.label,
        },
        {
          id: "requires",
          header: t`What is asked`,
          cell: (row) => (
            <div className={classes.sentence}>
              <Requirement requires={row.current.requires} />
            </div>
          ),
        },
        { id: "holders", header: t`Held by`, width: 110, cell: (row) => <Count value={row.holders ?? 0} /> },
        { id: "version", header: t`Version`, width: 110, cell: (row) => row.current.version },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/specializations/${row.id}`}
      csv
      empty={
        <EmptyState icon={IconCertificate} title={t`Nothing is defined yet`}>
          <Trans>
            A specialization shows customers what a company is good at: certified people, references, an
            audit.
          </Trans>
        </EmptyState>
      }
    />
  );
}
