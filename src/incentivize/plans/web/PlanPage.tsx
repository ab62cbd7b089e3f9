import { Trans, useLingui } from "@lingui/react/macro";
import { IconDownload, IconPencil } from "@tabler/icons-react";
import type { Ladder, LadderOne } from "#ecosystem/ladders/contract.ts";
import { fileName, saveBlob } from "#ui/api/exports.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { writePlanFile } from "../plan-file.ts";
import { getPlan, type PlanRecord, type PlanVersionJson } from "../wire.ts";
import { PlanReading } from "./PlanReading.tsx";
import { useOwnLevel } from "./useOwnLevel.ts";
import { VersionList } from "./VersionList.tsx";

/** A plan as people read it: rates, tiers, who gets what, and its versions. */
export function PlanPage({ planId }: { planId: string }) {
  const plan = useEndpoint(getPlan, { params: { planId } });
  return <LoadedRecord query={plan}>{(record) => <PlanRecordPage plan={record} />}</LoadedRecord>;
}

function PlanRecordPage({ plan }: { plan: PlanRecord }) {
  const { t } = useLingui();
  const [values] = useUrlValues();
  const ownLevel = useOwnLevel();
  const newest = plan.versions[0];
  const shown = plan.versions.find(({ version }) => String(version) === values.version) ?? newest;
  const edit = plan.can.draft
    ? {
        label: plan.draft ? t`Go on with the draft` : t`Write the next version`,
        icon: IconPencil,
        to: `/plans/${plan.id}/draft`,
      }
    : undefined;
  return (
    <Page>
      <PageHeader
        title={plan.name}
        crumbs={[{ label: t`Plans`, to: "/plans" }]}
        status={<PlanState plan={plan} />}
        lead={shown && <VersionLead shown={shown} newest={newest} />}
        action={edit}
        menu={
          shown
            ? [{ label: t`Save as a file`, icon: IconDownload, onClick: () => saveVersion(plan, shown) }]
            : []
        }
      />
      {plan.draft && newest && (
        <Note tone="info" title={<Trans>A draft of version {newest.version + 1} waits</Trans>}>
          <DraftLine plan={plan} />
        </Note>
      )}
      {shown ? (
        <WithAside aside={<VersionList plan={plan} shown={shown.version} />}>
          <PlanReading
            rules={shown.rules}
            ladders={shown.program ? [shown.program.ladder] : []}
            ownLevel={ownLevel}
          />
        </WithAside>
      ) : (
        <Section title={t`What it pays`}>
          <EmptyState title={t`Nothing is published yet`} action={edit}>
            <Trans>
              Once the draft is published, the plan stands here as everybody reads it whom it pays.
            </Trans>
          </EmptyState>
        </Section>
      )}
    </Page>
  );
}

function PlanState({ plan }: { plan: PlanRecord }) {
  const newest = plan.versions[0];
  if (!newest) {
    return (
      <Status tone="idle" hollow badge>
        <Trans>Not published</Trans>
      </Status>
    );
  }
  return (
    <Status tone="good" badge>
      <Trans>Version {newest.version}</Trans>
    </Status>
  );
}

function VersionLead({ shown, newest }: { shown: PlanVersionJson; newest: PlanVersionJson | undefined }) {
  const from = <DayText value={shown.effectiveFrom} />;
  if (shown.version !== newest?.version) {
    return (
      <Trans>
        This is version {shown.version}, for wins that close from {from} until a later version takes over.
      </Trans>
    );
  }
  return <Trans>For wins that close from {from}.</Trans>;
}

function DraftLine({ plan: { draft } }: { plan: PlanRecord }) {
  if (!draft) return null;
  return (
    <Trans>
      Last edited by {draft.editedBy ?? "–"}, <DateTime value={draft.editedAt} />; for wins that close from{" "}
      <DayText value={draft.effectiveFrom} />.
    </Trans>
  );
}

/** The version as a file from which another installation can begin the plan. */
function saveVersion({ name }: PlanRecord, { rules, version, program }: PlanVersionJson): void {
  const text = writePlanFile({ name, ladders: laddersIn(program?.ladder), rules });
  saveBlob(new Blob([text], { type: "application/json" }), fileName(`${name} ${version}`, "plan.json"));
}

/** A file brings ladders of the first format along; others are begun where programs are. */
function laddersIn(ladder: Ladder | undefined): LadderOne[] {
  return ladder?.format === "hanse-ladder/1" ? [ladder] : [];
}
