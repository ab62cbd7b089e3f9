import { Trans, useLingui } from "@lingui/react/macro";
import { IconCertificate, IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { EventTimeline } from "../../stream/web/index.tsx";
import { getApplication, type SpecializationApplication, withdrawApplication } from "../contract.ts";
import { AskedList } from "./AskedList.tsx";
import { DecideDialog } from "./DecideDialog.tsx";
import { useSpecializationTexts } from "./useSpecializationTexts.ts";
import { useSpecializationWords } from "./useSpecializationWords.tsx";
import "./serverSentences.ts";

/** One application: what is asked and what the company has beside it, and the decision. */
export function ApplicationPage({ applicationId }: { applicationId: string }) {
  const application = useEndpoint(getApplication, { params: { applicationId } });
  return (
    <Page>
      <LoadedRecord query={application}>{(record) => <Application application={record} />}</LoadedRecord>
    </Page>
  );
}

function Application({ application }: { application: SpecializationApplication }) {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const words = useSpecializationWords();
  const [task, setTask] = useState<"award" | "decline" | "withdraw" | null>(null);
  const { specialization, partner, state, asked, can, decided, renews } = application;
  const isVendor = side === "vendor";
  const label = useSpecializationTexts(specialization.id)("label", specialization.label);
  return (
    <>
      <PageHeader
        title={isVendor ? `${partner.name}: ${label}` : label}
        crumbs={[{ label: t`Specializations`, to: "/specializations" }]}
        status={
          <Status tone={words.applicationTones[state]} badge>
            {words.applications[state]}
          </Status>
        }
        lead={renews ? t`Application for a renewal` : t`Application`}
        action={
          can.decide ? { label: t`Award`, icon: IconCheck, onClick: () => setTask("award") } : undefined
        }
        menu={[
          ...(application.awardId === null
            ? []
            : [
                {
                  label: t`What is held by it`,
                  icon: IconCertificate,
                  to: `/specialization-awards/${application.awardId}`,
                },
              ]),
          ...(can.decide
            ? [{ label: t`Decline`, icon: IconX, danger: true, onClick: () => setTask("decline") }]
            : []),
          ...(can.withdraw
            ? [
                {
                  label: t`Withdraw`,
                  icon: IconX,
                  danger: true,
                  onClick: () => setTask("withdraw"),
                },
              ]
            : []),
        ]}
      />
      <WithAside aside={<EventTimeline of={{ subjectId: application.id }} andOf={application.awardId} />}>
        {decided?.reason && (
          <Note tone={state === "declined" ? "warn" : "info"}>
            <Trans>“{decided.reason}”</Trans>
          </Note>
        )}
        <Facts
          facts={[
            ...(isVendor
              ? [{ label: t`Partner`, value: partner.name, to: href("partner", partner.id) }]
              : []),
            {
              label: t`Applied`,
              value: <DateTime value={application.appliedAt} brief />,
              hint: application.appliedBy ?? undefined,
            },
            {
              label: t`Decided`,
              value: decided && <DateTime value={decided.at} brief />,
              hint: decided?.by ?? undefined,
            },
            { label: t`By version`, value: application.version },
          ]}
        />
        {asked && (
          <Section
            title={t`What is asked`}
            note={state === "open" ? t`And what there is of it now.` : t`And what there was of it then.`}
          >
            <AskedList asked={asked} />
          </Section>
        )}
        {application.note !== "" && (
          <Section title={t`What the company says`}>
            <p style={{ margin: 0, whiteSpace: "pre-line" }}>{application.note}</p>
          </Section>
        )}
        {state === "open" && !isVendor && (
          <p>
            <Trans>Somebody decides about it, and you are told.</Trans>
          </p>
        )}
      </WithAside>
      {task === "withdraw" && (
        <Withdraw application={application} label={label} onClose={() => setTask(null)} />
      )}
      {(task === "award" || task === "decline") && (
        <DecideDialog application={application} task={task} onClose={() => setTask(null)} />
      )}
    </>
  );
}

interface WithdrawProps {
  application: SpecializationApplication;
  label: string;
  onClose: () => void;
}

function Withdraw({ application, label, onClose }: WithdrawProps) {
  const { t } = useLingui();
  const withdrawing = useEndpointMutation(withdrawApplication, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Withdraw the application for ${label}?`}
      consequences={[<Trans key="gone">Nobody decides about it. Your company can apply for it anew.</Trans>]}
      confirm={t`Withdraw`}
      danger
      onConfirm={() => withdrawing.mutate({ params: { applicationId: application.id } })}
      busy={withdrawing.isPending}
      problem={withdrawing.error}
    />
  );
}
