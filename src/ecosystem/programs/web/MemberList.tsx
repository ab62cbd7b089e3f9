import { Trans, useLingui } from "@lingui/react/macro";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { partnerTypes } from "../../partner-types/contract.ts";
import { useTypeWords } from "../../partner-types/web/index.tsx";
import {
  type Enrolment,
  listEnrolments,
  listProgramMembers,
  type ProgramMember,
  type ProgramRecord,
} from "../contract.ts";
import { EndEnrolment, EnrolPartner } from "./EnrolDialogs.tsx";
import { useProgramNames } from "./ownWords.ts";

interface MemberListProps {
  program: ProgramRecord;
  partnerField: (binding: FieldBinding<string>) => ReactNode;
}

/** Who is in the program, on which track and why; and whom somebody took in or left out by name. */
export function MemberList({ program, partnerField }: MemberListProps) {
  const { t } = useLingui();
  const [enrolling, setEnrolling] = useState(false);
  const enrol = { label: t`Take in or leave out`, icon: IconUserPlus, onClick: () => setEnrolling(true) };
  const words = useTypeWords();
  const format = useFormat();
  const names = useProgramNames(program.id);
  const tracks = program.current?.document.tracks ?? [];
  const columns: Column<ProgramMember>[] = [
    {
      id: "partner",
      header: t`Partner`,
      card: "title",
      cell: ({ partner }) => <Partner partner={partner} />,
    },
    {
      id: "types",
      header: t`Type`,
      width: 200,
      wraps: true,
      cell: ({ types }) => format.list(types.map((type) => words[type])),
    },
    { id: "track", header: t`Track`, width: 220, cell: ({ track }) => names.track(track.key, track.label) },
    {
      id: "level",
      header: t`Level`,
      width: 130,
      cell: ({ level }) => level && names.level(level),
    },
    {
      id: "how",
      header: t`How`,
      width: 200,
      cell: ({ how }) => (how === "included" ? <Trans>by decision</Trans> : <Trans>by the criteria</Trans>),
    },
  ];
  return (
    <Page>
      <Section title={t`Members today`} flush>
        <DataTable<ProgramMember>
          id="program-members"
          label={t`Members`}
          endpoint={listProgramMembers}
          params={{ programId: program.id }}
          columns={columns}
          filters={[
            { kind: "search", name: "search", label: t`Partner` },
            {
              kind: "select",
              name: "track",
              label: t`Track`,
              options: tracks.map(({ key, label }) => ({ value: key, label: names.track(key, label) })),
            },
            {
              kind: "select",
              name: "type",
              label: t`Type`,
              options: partnerTypes.map((type) => ({ value: type, label: words[type] })),
            },
          ]}
          rowKey={({ partner }) => partner.id}
          csv
          embedded
          empty={
            <EmptyState icon={IconUsers} title={t`Nobody is in it today`}>
              <Trans>
                Partners come in by the criteria of the version in force: their type and the country of their
                main location. Others can be taken in by name.
              </Trans>
            </EmptyState>
          }
        />
      </Section>
      <Decisions
        program={program}
        enrol={program.can.enrol && program.current !== null ? enrol : undefined}
      />
      {enrolling && (
        <EnrolPartner program={program} partnerField={partnerField} onClose={() => setEnrolling(false)} />
      )}
    </Page>
  );
}

interface DecisionsProps {
  program: ProgramRecord;
  enrol: { label: string; onClick: () => void } | undefined;
}

function Decisions({ program, enrol }: DecisionsProps) {
  const { t } = useLingui();
  const [ending, setEnding] = useState<Enrolment | null>(null);
  const columns: Column<Enrolment>[] = [
    {
      id: "partner",
      header: t`Partner`,
      card: "title",
      cell: ({ partner }) => <Partner partner={partner} />,
    },
    {
      id: "kind",
      header: t`Decision`,
      width: 130,
      cell: ({ kind }) => (
        <Status tone={kind === "included" ? "good" : "warn"}>
          {kind === "included" ? <Trans>Taken in</Trans> : <Trans>Left out</Trans>}
        </Status>
      ),
    },
    { id: "reason", header: t`Why`, cell: ({ reason }) => reason },
    { id: "from", header: t`From`, width: 120, cell: (row) => <DayText value={row.effectiveFrom} /> },
    {
      id: "until",
      header: t`Last day`,
      width: 120,
      cell: (row) => row.effectiveUntil && <DayText value={dayBefore(row.effectiveUntil)} />,
    },
    { id: "by", header: t`Decided by`, width: 150, cell: ({ decidedBy }) => decidedBy },
    {
      id: "act",
      header: "",
      width: 90,
      align: "end",
      cell: (row) =>
        row.ended === null &&
        program.can.enrol && (
          <ActButton
            act={{ label: t`End`, onClick: () => setEnding(row) }}
            variant="default"
            size="compact-sm"
          />
        ),
    },
  ];
  return (
    <Section
      title={t`Decided by name`}
      note={t`Whatever the criteria say, from a day to a day.`}
      action={enrol}
      flush
    >
      <DataTable<Enrolment>
        id="program-enrolments"
        label={t`Decisions by name`}
        endpoint={listEnrolments}
        params={{ programId: program.id }}
        columns={columns}
        rowKey={(row) => row.id}
        csv
        embedded
        empty={
          <EmptyState title={t`Nobody is taken in or left out by name`} action={enrol}>
            <Trans>The criteria alone decide who is in the program.</Trans>
          </EmptyState>
        }
      />
      {ending && <EndEnrolment program={program} enrolment={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function Partner({ partner }: { partner: { id: string; name: string } }) {
  return (
    <RecordLink noun="partner" id={partner.id} plain>
      {partner.name}
    </RecordLink>
  );
}
