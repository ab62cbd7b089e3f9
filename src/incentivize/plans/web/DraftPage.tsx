import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { useToday } from "#ui/format/useToday.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import type { PlanRules } from "../contract.ts";
import { getPlan, type PlanRecord } from "../wire.ts";
import { DraftDecision } from "./DraftDecision.tsx";

interface DraftPageProps {
  planId: string;
  /** What publishing would touch of what is posted already, told by whoever knows the runs. */
  postedSince?: ((effectiveFrom: string) => ReactNode) | undefined;
}

/** The next version of a plan: written, compared with the one in force, and published. */
export function DraftPage({ planId, postedSince }: DraftPageProps) {
  const plan = useEndpoint(getPlan, { params: { planId } });
  return (
    <LoadedRecord query={plan}>
      {(record) => <DraftOf plan={record} postedSince={postedSince} />}
    </LoadedRecord>
  );
}

interface DraftOfProps extends Pick<DraftPageProps, "postedSince"> {
  plan: PlanRecord;
}

function DraftOf({ plan, postedSince }: DraftOfProps) {
  const { t } = useLingui();
  const nextMonth = firstOfNextMonth(useToday());
  const newest = plan.versions[0];
  const start = startOf(plan, nextMonth);
  const next = (newest?.version ?? 0) + 1;
  return (
    <Page>
      <PageHeader
        title={t`Version ${next} of ${plan.name}`}
        crumbs={[
          { label: t`Plans`, to: "/plans" },
          { label: plan.name, to: `/plans/${plan.id}` },
        ]}
        lead={
          <Trans>
            A draft moves nothing. Published, it governs the wins that close from its first day on.
          </Trans>
        }
      />
      {start && <DraftDecision plan={plan} start={start} postedSince={postedSince} />}
    </Page>
  );
}

/** The draft that is there, or the newest version as the place to begin. */
function startOf(plan: PlanRecord, nextMonth: string): { rules: PlanRules; effectiveFrom: string } | null {
  if (plan.draft) return { rules: plan.draft.rules, effectiveFrom: plan.draft.effectiveFrom };
  const newest = plan.versions[0];
  return newest ? { rules: newest.rules, effectiveFrom: nextMonth } : null;
}

/** `2026-03-31` as `2026-04-01`: a version usually begins with a month. */
function firstOfNextMonth(day: string): string {
  const [year = "", month = ""] = day.split("-");
  const next = Number(month) + 1;
  return next > 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(next).padStart(2, "0")}-01`;
}
