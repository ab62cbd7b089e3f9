import { Trans, useLingui } from "@lingui/react/macro";
import { IconBook2, IconPlus } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { listPlans, type PlanSummary } from "../wire.ts";

/** The plans that say who earns what. */
export function PlansPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const href = useRecordHref();
  const format = useFormat();
  const create = can("plan.draft") ? { label: t`New plan`, icon: IconPlus, to: "/plans/new" } : undefined;
  const columns: readonly Column<PlanSummary>[] = [
    { id: "name", header: t`Plan`, card: "title", cell: (row) => row.name },
    {
      id: "components",
      header: t`Pays`,
      width: 260,
      cell: (row) => format.list(row.components.map(({ label }) => label)),
    },
    {
      id: "version",
      header: t`Version`,
      width: 220,
      cell: (row) => <VersionState plan={row} />,
    },
    {
      id: "effectiveFrom",
      header: t`In force from`,
      width: 140,
      cell: (row) => <DayText value={row.effectiveFrom} />,
    },
    { id: "currency", header: t`Currency`, width: 100, cell: (row) => row.currency },
  ];
  return (
    <Page>
      <PageHeader title={t`Plans`} lead={<Lead />} action={create} />
      <DataTable
        id="plans"
        label={t`Plans`}
        endpoint={listPlans}
        columns={columns}
        rowKey={(row) => row.id}
        rowHref={(row) => href("plan", row.id)}
        csv
        empty={
          <EmptyState icon={IconBook2} title={t`There is no plan yet`} action={create}>
            <Trans>
              A plan turns wins into earnings: rates by product series, tiers, who gets what, and when.
            </Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}

function Lead() {
  const { can, side, vendorName } = useReader();
  const tiers = can("program.read") && (
    <AppLink to="/programs">
      <Trans>Tiers</Trans>
    </AppLink>
  );
  if (side === "partner") {
    return (
      <>
        <Trans>What {vendorName} pays you by, in words and numbers.</Trans> {tiers}
      </>
    );
  }
  return (
    <>
      <Trans>Who earns what when an opportunity is won. A published version never changes.</Trans> {tiers}
    </>
  );
}

function VersionState({ plan: { latestVersion, hasDraft } }: { plan: PlanSummary }) {
  if (latestVersion === null) {
    return (
      <Status tone="idle" hollow>
        <Trans>Draft, not published</Trans>
      </Status>
    );
  }
  return (
    <Status tone="good">
      {hasDraft ? (
        <Trans>Version {latestVersion}, and a draft</Trans>
      ) : (
        <Trans>Version {latestVersion}</Trans>
      )}
    </Status>
  );
}
