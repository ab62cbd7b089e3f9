import { Trans, useLingui } from "@lingui/react/macro";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { acknowledgeProgram, type PartnerProgram } from "../contract.ts";

interface AcknowledgeProps {
  partnerId: string;
  item: PartnerProgram;
  /** The program as the reader calls it. */
  label: string;
}

/** Whether the company has acknowledged the program year; who may acknowledges it here. */
export function Acknowledge({ partnerId, item, label }: AcknowledgeProps) {
  const { t } = useLingui();
  const [asks, setAsks] = useState(false);
  const { acknowledged, canAcknowledge, document, year } = item;
  if (!document.acknowledge) return null;
  if (acknowledged !== null) {
    return (
      <Note tone="good">
        <Trans>
          Your company has acknowledged the program year {year.year}: {acknowledged.by},{" "}
          <DateTime value={acknowledged.at} brief />.
        </Trans>
      </Note>
    );
  }
  return (
    <>
      <Note
        tone="warn"
        title={t`The program year ${year.year} waits to be acknowledged`}
        action={
          canAcknowledge
            ? { label: t`Acknowledge`, icon: IconChecks, onClick: () => setAsks(true) }
            : undefined
        }
      >
        {canAcknowledge ? (
          <Trans>Read what the levels ask for and give, then acknowledge it for your company.</Trans>
        ) : (
          <Trans>An administrator of your company acknowledges it.</Trans>
        )}
      </Note>
      {asks && <Confirm partnerId={partnerId} item={item} label={label} onClose={() => setAsks(false)} />}
    </>
  );
}

/** What is acknowledged, by its version, and for whom: it is not taken back. */
function Confirm({ partnerId, item, label, onClose }: AcknowledgeProps & { onClose: () => void }) {
  const { t } = useLingui();
  const { partner, vendorName } = useReader();
  const sending = useEndpointMutation(acknowledgeProgram, { onDone: onClose });
  const { version, effectiveFrom, year, program } = item;
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Acknowledge the program year ${year.year} of ${label}?`}
      consequences={[
        <Trans key="what">
          What is acknowledged is version {version}, in force from <DayText value={effectiveFrom} /> on, as it
          stands on this page: what the levels ask for and give.
        </Trans>,
        <Trans key="year">
          It counts from <DayText value={year.from} /> up to and including{" "}
          <DayText value={dayBefore(year.until)} />.
        </Trans>,
        <Trans key="who">
          You do so for {partner?.name}. {vendorName} sees who did and when.
        </Trans>,
        <Trans key="stays">It cannot be taken back.</Trans>,
      ]}
      confirm={t`Acknowledge version ${version}`}
      onConfirm={() => sending.mutate({ params: { partnerId, programId: program.id } })}
      busy={sending.isPending}
      problem={sending.error}
    />
  );
}
