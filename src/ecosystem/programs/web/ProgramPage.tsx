import { Trans, useLingui } from "@lingui/react/macro";
import { IconCopy, IconHistory, IconPencil, IconStairs } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import type { Fact } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { beginProgramDraft, getProgram, type ProgramRecord } from "../contract.ts";
import { AcknowledgementList } from "./AcknowledgementList.tsx";
import { MemberList } from "./MemberList.tsx";
import { ProgramOverview } from "./ProgramOverview.tsx";
import { VersionList } from "./VersionList.tsx";

interface ProgramPageProps {
  programId: string;
  /** A field that finds a partner, told by whoever knows them. */
  partnerField: (binding: FieldBinding<string>) => ReactNode;
  /** From whom the version that comes takes something, told by whoever knows the levels. */
  touched?: () => ReactNode;
  /** What other features know at a glance, and parts that they add, each a tab. */
  facts?: readonly Fact[];
  more?: (program: ProgramRecord) => readonly { value: string; label: string; content: () => ReactNode }[];
}

/** One program: what is in force, what comes, who is in it, who has acknowledged the year. */
export function ProgramPage(props: ProgramPageProps) {
  const program = useEndpoint(getProgram, { params: { programId: props.programId } });
  return <LoadedRecord query={program}>{(record) => <Record {...props} program={record} />}</LoadedRecord>;
}

function Record({
  program,
  partnerField,
  touched = () => null,
  facts = [],
  more = () => [],
}: ProgramPageProps & { program: ProgramRecord }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const draft = `/programs/${program.id}/draft`;
  const beginning = useEndpointMutation(beginProgramDraft, { onDone: () => void navigate({ to: draft }) });
  const shown = program.current ?? program.next;
  const write = program.hasDraft
    ? { label: program.can.manage ? t`Go on with the draft` : t`Read the draft`, icon: IconPencil, to: draft }
    : {
        label: t`Write the next version`,
        icon: IconPencil,
        busy: beginning.isPending,
        onClick: () => beginning.mutate({ params: { programId: program.id } }),
      };
  const acknowledges = shown?.document.acknowledge ?? false;
  return (
    <Page>
      <PageHeader
        title={program.name}
        crumbs={[{ label: t`Programs`, to: "/programs" }]}
        status={<InForce program={program} />}
        lead={shown?.document.summary}
        action={program.hasDraft || program.can.manage ? write : undefined}
        menu={[
          { label: t`Who moves next`, icon: IconStairs, to: `/programs/${program.id}/tiers` },
          ...(program.hasDraft
            ? [
                {
                  label: t`What the draft would have done`,
                  icon: IconHistory,
                  to: `/programs/${program.id}/back-test`,
                },
              ]
            : []),
          ...(program.can.manage
            ? [{ label: t`Copy this program`, icon: IconCopy, to: `/programs/new?of=${program.id}` }]
            : []),
        ]}
      />
      <Tabs
        label={t`Parts of the program`}
        tabs={[
          {
            value: "overview",
            label: t`Overview`,
            content: () => <ProgramOverview program={program} facts={facts} />,
          },
          {
            value: "members",
            label: t`Members`,
            count: program.members,
            content: () => <MemberList program={program} partnerField={partnerField} />,
          },
          ...(acknowledges
            ? [
                {
                  value: "acknowledged",
                  label: t`Acknowledged`,
                  content: () => <AcknowledgementList program={program} />,
                },
              ]
            : []),
          {
            value: "versions",
            label: t`Versions`,
            count: program.versions,
            content: () => <VersionList program={program} touched={touched} />,
          },
          ...more(program),
        ]}
      />
    </Page>
  );
}

function InForce({ program: { current, next } }: { program: ProgramRecord }) {
  if (current !== null) {
    return (
      <Status tone="good" badge>
        <Trans>Version {current.version} in force</Trans>
      </Status>
    );
  }
  return (
    <Status tone="info" hollow badge>
      {next === null ? (
        <Trans>Being written</Trans>
      ) : (
        <Trans>
          Begins on <DayText value={next.effectiveFrom} />
        </Trans>
      )}
    </Status>
  );
}
