import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconSignature, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { EventTimeline } from "#ecosystem/stream/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { getPaySplit, type PaySplit } from "../contract.ts";
import { Participants } from "./Participants.tsx";
import { SplitDialogs, type SplitTask } from "./SplitDialogs.tsx";
import { SplitState } from "./SplitState.tsx";
import "./serverSentences.ts";

/** One split: its terms, who takes part, who signed, and what is to do. */
export function SplitPage({ paySplitId }: { paySplitId: string }) {
  const split = useEndpoint(getPaySplit, { params: { paySplitId } });
  return (
    <Page>
      <LoadedRecord query={split}>{(record) => <Split split={record} />}</LoadedRecord>
    </Page>
  );
}

function Split({ split }: { split: PaySplit }) {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const href = useRecordHref();
  const [task, setTask] = useState<SplitTask | null>(null);
  const { can } = split;
  const isPartner = side === "partner";
  return (
    <>
      <PageHeader
        title={split.opportunity.name}
        crumbs={[{ label: t`Pay splits`, to: "/pay-splits" }]}
        status={<SplitState state={split.state} badge />}
        lead={t`How its pay credit is shared`}
        action={
          can.sign
            ? { label: t`Sign`, icon: IconSignature, onClick: () => setTask("sign") }
            : can.confirm
              ? { label: t`Confirm the split`, icon: IconCheck, onClick: () => setTask("confirm") }
              : undefined
        }
        menu={[
          ...(can.refuse
            ? [{ label: t`Refuse`, icon: IconX, danger: true, onClick: () => setTask("refuse") }]
            : []),
          ...(can.withdraw
            ? [{ label: t`Withdraw`, icon: IconX, danger: true, onClick: () => setTask("withdraw") }]
            : []),
        ]}
      />
      <Ending split={split} />
      <Facts
        facts={[
          {
            label: isPartner ? t`Deal` : t`Opportunity`,
            value: split.opportunity.name,
            to: isPartner ? undefined : href("opportunity", split.opportunity.id),
          },
          {
            label: t`Proposed`,
            value: <DateTime value={split.proposedAt} brief />,
            hint: isPartner ? vendorName : split.proposedBy,
          },
          {
            label: t`In force since`,
            value: split.confirmedAt && <DateTime value={split.confirmedAt} brief />,
            hint: split.confirmedBy ?? undefined,
          },
        ]}
      />
      <WithAside aside={<EventTimeline of={{ subjectId: split.id }} />}>
        <Participants split={split} />
        <Section title={t`Terms`} note={<Trans>Each participant signs them as they stand.</Trans>}>
          <p style={{ whiteSpace: "pre-line" }}>{split.terms}</p>
        </Section>
      </WithAside>
      <SplitDialogs split={split} task={task} onClose={() => setTask(null)} />
    </>
  );
}

/** Why it is over, for whom it is. */
function Ending({ split: { ended, state } }: { split: PaySplit }) {
  const { t } = useLingui();
  if (ended === null) return null;
  const titles: Partial<Record<PaySplit["state"], string>> = {
    refused: t`A participant refused it`,
    withdrawn: t`It was withdrawn`,
    replaced: t`Another split took its place`,
  };
  return (
    <Note tone="info" title={titles[state]}>
      <DateTime value={ended.at} brief />
      {ended.by !== null && ` · ${ended.by}`}
      {ended.reason !== null && (
        <>
          : <Trans>“{ended.reason}”</Trans>
        </>
      )}
    </Note>
  );
}
