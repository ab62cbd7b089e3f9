import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconPlayerStop, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { EventTimeline } from "../../stream/web/index.tsx";
import { getOverride, type ProgramOverride } from "../contract.ts";
import { OverrideDialogs, type OverrideTask } from "./OverrideDialogs.tsx";
import { OverrideState } from "./OverrideState.tsx";
import { useOverrideWords } from "./useOverrideWords.tsx";
import { WhatHolds } from "./WhatHolds.tsx";
import "./serverSentences.ts";

/** One override: what the program says to all, what is said there, why, by whom, and until when. */
export function OverridePage({ overrideId }: { overrideId: string }) {
  const override = useEndpoint(getOverride, { params: { overrideId } });
  return (
    <Page>
      <LoadedRecord query={override}>{(record) => <Override override={record} />}</LoadedRecord>
    </Page>
  );
}

function Override({ override }: { override: ProgramOverride }) {
  const { t } = useLingui();
  const words = useOverrideWords();
  const [task, setTask] = useState<OverrideTask | null>(null);
  const { can } = override;
  const place = words.place(override.scope);
  const what = words.parameter(override.about, override.parameter);
  return (
    <>
      <PageHeader
        title={t`${place}: ${what}`}
        crumbs={[{ label: t`Regional overrides`, to: "/program-overrides" }]}
        status={<OverrideState state={override.state} badge />}
        lead={
          <AppLink to={`/programs/${override.program.id}?tab=overrides`}>{override.program.name}</AppLink>
        }
        action={
          can.approve ? { label: t`Approve`, icon: IconCheck, onClick: () => setTask("approve") } : undefined
        }
        menu={[
          ...(can.decline
            ? [{ label: t`Decline`, icon: IconX, danger: true, onClick: () => setTask("decline") }]
            : []),
          ...(can.withdraw
            ? [{ label: t`Take the proposal back`, icon: IconX, onClick: () => setTask("withdraw") }]
            : []),
          ...(can.end
            ? [
                {
                  label: t`End it early`,
                  icon: IconPlayerStop,
                  danger: true,
                  onClick: () => setTask("end"),
                },
              ]
            : []),
        ]}
      />
      <WithAside aside={<EventTimeline of={{ subjectId: override.id }} />}>
        <Notes override={override} />
        <Section title={t`What holds`}>
          <WhatHolds override={override} />
        </Section>
        <Facts
          facts={[
            { label: t`First day`, value: <DayText value={override.from} /> },
            {
              label: t`Last day`,
              value: <DayText value={dayBefore(override.ended?.on ?? override.until)} />,
            },
            {
              label: t`Proposed`,
              value: override.proposedBy,
              hint: <DateTime value={override.proposedAt} brief />,
            },
            {
              label:
                override.state === "declined"
                  ? t`Declined by`
                  : override.state === "withdrawn"
                    ? t`Taken back by`
                    : t`Approved by`,
              value: override.decided?.by,
              hint: override.decided && <DateTime value={override.decided.at} brief />,
            },
          ]}
        />
      </WithAside>
      <OverrideDialogs override={override} task={task} onClose={() => setTask(null)} />
    </>
  );
}

/** What one should know before reading on. */
function Notes({ override }: { override: ProgramOverride }) {
  const { t } = useLingui();
  const { can } = useReader();
  const { ended, decided, state, about, endsSoon, until } = override;
  return (
    <>
      {about === null && (
        <Note tone="warn" title={t`The program says nothing of it any more`}>
          <Trans>
            Its version in force has no such level, measure, benefit or track, so this changes nothing.
          </Trans>
        </Note>
      )}
      {state === "declined" && decided?.reason && (
        <Note tone="info" title={t`It was declined`}>
          <Trans>“{decided.reason}”</Trans>
        </Note>
      )}
      {ended && (
        <Note tone="info" title={t`Ended early by ${ended.by}`}>
          <DayText value={ended.on} />: <Trans>“{ended.reason}”</Trans>
        </Note>
      )}
      {endsSoon && ended === null && (
        <Note
          tone="warn"
          title={t`It ends soon`}
          action={
            can("program-override.propose")
              ? {
                  label: t`Propose what follows`,
                  to: `/program-overrides/new?programId=${override.program.id}`,
                }
              : undefined
          }
        >
          <Trans>
            From <DayText value={until} /> on the program's own word holds there, unless another override is
            approved before.
          </Trans>
        </Note>
      )}
    </>
  );
}
