import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DateTime, MonthText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { listPlans } from "../../plans/wire.ts";
import { listRuns, type Run } from "../contract.ts";
import { OpenMonths } from "./OpenMonths.tsx";
import { RunState } from "./RunState.tsx";

/** What there is to run, and what was run. */
export function RunsPage() {
  const { t } = useLingui();
  const plans = useEndpoint(listPlans, { query: { limit: 200 } });
  const published = (plans.data?.items ?? []).filter((plan) => plan.latestVersion !== null);
  return (
    <Page>
      <PageHeader
        title={t`Runs`}
        lead={t`A run computes a plan for a month. A preview moves nothing; posting makes its lines earnings.`}
      />
      <Loaded query={plans} skeleton={<ListSkeleton rows={3} />}>
        {() =>
          published.length === 0 ? (
            <NoPlan />
          ) : (
            <>
              {published.map((plan) => (
                <OpenMonths key={plan.id} plan={plan} />
              ))}
              <RunsTable plans={published} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NoPlan() {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <Section title={t`What there is to run`}>
      <EmptyState
        icon={IconPlayerPlay}
        title={t`There is no plan to run yet`}
        action={can("plan.read") ? { label: t`Go to the plans`, to: "/plans" } : undefined}
      >
        <Trans>A plan says who earns what. Once one is published, each month with wins stands here.</Trans>
      </EmptyState>
    </Section>
  );
}

function RunsTable({ plans }: { plans: readonly { id: string; name: string }[] }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const columns: readonly Column<Run>[] = [
    {
      id: "period",
      header: t`Month`,
      card: "title",
      cell: (run) => <MonthText value={run.period} />,
    },
    { id: "number", header: t`Run`, width: 60, align: "end", cell: (run) => <Count value={run.number} /> },
    { id: "plan", header: t`Plan`, width: 160, optional: plans.length === 1, cell: (run) => run.plan.name },
    {
      id: "kind",
      header: t`Kind`,
      width: 140,
      cell: (run) => (run.adjusts ? t`Adjusts run ${run.adjusts.number}` : t`First run`),
    },
    { id: "state", header: t`State`, width: 115, cell: (run) => <RunState state={run.state} /> },
    { id: "lines", header: t`Lines`, align: "end", width: 70, cell: (run) => <Count value={run.lines} /> },
    {
      id: "when",
      header: t`Posted`,
      width: 165,
      cell: (run) => <DateTime value={run.postedAt} brief />,
    },
    {
      id: "total",
      header: t`Total`,
      align: "end",
      width: 140,
      card: "amount",
      cell: (run) => <Money value={run.total} />,
    },
  ];
  const filters: readonly Filter[] = [
    { kind: "month", name: "period", label: t`Month` },
    {
      kind: "select",
      name: "planId",
      label: t`Plan`,
      options: plans.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: "select",
      name: "state",
      label: t`State`,
      options: [
        { value: "previewed", label: t`Previewed` },
        { value: "posted", label: t`Posted` },
        { value: "discarded", label: t`Given up` },
      ],
    },
  ];
  return (
    <DataTable
      id="runs"
      label={t`Runs`}
      endpoint={listRuns}
      columns={columns}
      filters={filters}
      rowKey={(run) => run.id}
      rowHref={(run) => href("run", run.id)}
      csv
      empty={
        <EmptyState icon={IconPlayerPlay} title={t`Nothing was run yet`}>
          <Trans>Preview a month above: it shows what each partner would earn and moves nothing.</Trans>
        </EmptyState>
      }
    />
  );
}
