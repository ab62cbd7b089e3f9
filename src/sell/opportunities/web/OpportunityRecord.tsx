import { Trans, useLingui } from "@lingui/react/macro";
import { IconArrowBackUp, IconEdit, IconFlag } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { EventTimeline } from "#ecosystem/stream/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { getOpportunity, type OpportunityDetail } from "../contract.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { PayCredit } from "./PayCredit.tsx";
import { ReversalDialog } from "./ReversalDialog.tsx";
import { StageStatus } from "./StageStatus.tsx";

interface OpportunityRecordProps {
  opportunityId: string;
  /** What other features know of it, such as what it earned. */
  children?: ReactNode;
}

/** One sale: how it stands, what was sold, what was taken back, and what happened. */
export function OpportunityRecord({ opportunityId, children }: OpportunityRecordProps) {
  const opportunity = useEndpoint(getOpportunity, { params: { opportunityId } });
  return (
    <Page>
      <LoadedRecord query={opportunity}>
        {(record) => <Record record={record}>{children}</Record>}
      </LoadedRecord>
    </Page>
  );
}

function Record({ record, children }: { record: OpportunityDetail; children: ReactNode }) {
  const { t } = useLingui();
  const { side } = useReader();
  const [open, setOpen] = useState<"move" | "reverse" | null>(null);
  const { can } = record;
  const isOpen = record.stage.meaning === "open";
  const move = {
    label: isOpen ? t`Close or move` : t`Change the stage`,
    icon: IconFlag,
    onClick: () => setOpen("move"),
  };
  return (
    <>
      <PageHeader
        title={record.name}
        crumbs={[{ label: side === "partner" ? t`Deals` : t`Opportunities`, to: "/opportunities" }]}
        status={<StageStatus stage={record.stage} badge />}
        lead={record.externalId ?? undefined}
        action={can.move && isOpen ? move : undefined}
        menu={[
          ...(can.edit ? [{ label: t`Edit`, icon: IconEdit, to: `/opportunities/${record.id}/edit` }] : []),
          ...(can.move && !isOpen ? [move] : []),
          ...(can.reverse
            ? [
                {
                  label: t`Take the win back`,
                  icon: IconArrowBackUp,
                  danger: true,
                  onClick: () => setOpen("reverse"),
                },
              ]
            : []),
        ]}
      />
      <Facts facts={useFacts(record)} />
      {record.stage.meaning === "won" && record.owner && record.payBasis === null && (
        <Note tone="warn" title={t`This win earns nothing`}>
          <Trans>It came neither with an opening import nor was it entered on the partner's behalf.</Trans>
        </Note>
      )}
      <PayCredit record={record} />
      <WithAside aside={<EventTimeline of={{ subjectId: record.id }} />}>
        <Lines record={record} />
        <Reversals record={record} />
      </WithAside>
      {children}
      <MoveDialog record={record} opened={open === "move"} onClose={() => setOpen(null)} />
      <ReversalDialog record={record} opened={open === "reverse"} onClose={() => setOpen(null)} />
    </>
  );
}

function useFacts(record: OpportunityDetail): Fact[] {
  const { t } = useLingui();
  const href = useRecordHref();
  const { side } = useReader();
  const reversed = record.win !== null && Number(record.win.reversed.amount) !== 0;
  const facts: (Fact | false)[] = [
    {
      label: t`Value`,
      value: <Money value={record.value} />,
      hint: reversed && record.win && (
        <Trans>
          <Money value={record.win.reversed} /> taken back
        </Trans>
      ),
    },
    { label: t`Customer`, value: record.account?.name, to: href("account", record.account?.id) },
    record.seller
      ? { label: t`Direct seller`, value: record.seller.name }
      : {
          label: side === "partner" ? t`Agent` : t`Partner`,
          value: record.owner?.name,
          to: href("partner", record.owner?.id),
        },
    { label: t`Engaged`, value: record.engagedOn && <DayText value={record.engagedOn} /> },
    record.closedOn
      ? { label: t`Closed`, value: <DayText value={record.closedOn} />, hint: record.lostReason }
      : {
          label: t`Expected close`,
          value: record.expectedCloseOn && <DayText value={record.expectedCloseOn} />,
        },
    record.owner !== null && {
      label: t`Earns because`,
      value:
        record.payBasis === "opening-import"
          ? t`opening import`
          : record.payBasis === "on-behalf"
            ? t`entered on behalf`
            : record.payBasis === "registration"
              ? t`approved registration`
              : undefined,
      hint: record.payBasisReason,
    },
  ];
  return facts.filter((fact) => fact !== false);
}

function Lines({ record }: { record: OpportunityDetail }) {
  const { t } = useLingui();
  if (record.lines.length === 0) {
    return (
      <Section title={t`What is sold`}>
        <Trans>No product is known. A win without a product cannot be turned into money.</Trans>
      </Section>
    );
  }
  return (
    <Section title={t`What is sold`} flush>
      <RowsTable
        label={t`What is sold`}
        rows={record.lines}
        rowKey={(line) => line.product.id}
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

function Reversals({ record }: { record: OpportunityDetail }) {
  const { t } = useLingui();
  if (record.reversals === null || record.reversals.length === 0) return null;
  return (
    <Section title={t`Taken back`} flush>
      <RowsTable
        label={t`Taken back`}
        rows={record.reversals}
        rowKey={(one) => one.id}
        columns={[
          { id: "reason", header: t`Reason`, card: "title", cell: (one) => one.reason },
          { id: "by", header: t`By`, width: 170, cell: (one) => one.recordedBy },
          { id: "on", header: t`On`, width: 120, cell: (one) => <DayText value={one.reversedOn} /> },
          {
            id: "amount",
            header: t`Amount`,
            align: "end",
            width: 150,
            card: "amount",
            cell: (one) => <Money value={one.amount} />,
          },
        ]}
      />
    </Section>
  );
}
