import { Trans, useLingui } from "@lingui/react/macro";
import { IconBellRinging, IconChecks } from "@tabler/icons-react";
import { useEndpointMutation } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import {
  type Acknowledgement,
  listAcknowledgements,
  type ProgramRecord,
  remindToAcknowledge,
} from "../contract.ts";
import "./serverSentences.ts";

/** Which members have acknowledged the program year that runs; who has not can be reminded. */
export function AcknowledgementList({ program }: { program: ProgramRecord }) {
  const { t } = useLingui();
  const reminding = useEndpointMutation(remindToAcknowledge);
  const missing = program.members - program.acknowledged;
  const columns: Column<Acknowledgement>[] = [
    {
      id: "partner",
      header: t`Partner`,
      card: "title",
      cell: ({ partner }) => (
        <RecordLink noun="partner" id={partner.id} plain>
          {partner.name}
        </RecordLink>
      ),
    },
    {
      id: "state",
      header: t`State`,
      width: 170,
      cell: ({ acknowledged }) => (
        <Status tone={acknowledged ? "good" : "warn"} hollow={!acknowledged}>
          {acknowledged ? <Trans>Acknowledged</Trans> : <Trans>Not yet</Trans>}
        </Status>
      ),
    },
    {
      id: "when",
      header: t`When and by whom`,
      cell: ({ acknowledged }) =>
        acknowledged && (
          <>
            <DateTime value={acknowledged.at} brief />
            {acknowledged.by && ` · ${acknowledged.by}`}
          </>
        ),
    },
    {
      id: "reminded",
      header: t`Last reminded`,
      width: 170,
      cell: ({ remindedAt }) => remindedAt && <DateTime value={remindedAt} brief />,
    },
  ];
  const remind = {
    label: t`Remind who has not`,
    icon: IconBellRinging,
    busy: reminding.isPending,
    notNow: missing === 0 ? t`All have acknowledged.` : undefined,
    onClick: () => reminding.mutate({ params: { programId: program.id } }),
  };
  return (
    <Page>
      {reminding.data && (
        <Note tone={reminding.data.reminded > 0 ? "good" : "info"}>
          {reminding.data.reminded > 0 ? (
            <Trans>{reminding.data.reminded} partners were reminded.</Trans>
          ) : (
            <Trans>Everybody who is missing was reminded within the last day.</Trans>
          )}
        </Note>
      )}
      <Section
        title={t`Program year ${program.year.year}`}
        note={
          <Trans>
            From <DayText value={program.year.from} /> up to and including{" "}
            <DayText value={dayBefore(program.year.until)} />. {program.acknowledged} of {program.members}{" "}
            have acknowledged it.
          </Trans>
        }
        action={program.can.enrol ? remind : undefined}
        flush
      >
        <DataTable<Acknowledgement>
          id="program-acknowledgements"
          label={t`Acknowledgements`}
          endpoint={listAcknowledgements}
          params={{ programId: program.id }}
          columns={columns}
          filters={[
            {
              kind: "select",
              name: "state",
              label: t`State`,
              options: [
                { value: "missing", label: t`Not yet` },
                { value: "given", label: t`Acknowledged` },
              ],
            },
          ]}
          rowKey={({ partner }) => partner.id}
          csv
          embedded
          empty={
            <EmptyState icon={IconChecks} title={t`Nobody is in the program`}>
              <Trans>As soon as partners are in it, who has acknowledged the year stands here.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}
