import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { DateTime, MonthText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { getRun, type RunRecord } from "../contract.ts";
import { BeforePlan } from "./BeforePlan.tsx";
import { PreviewDecision } from "./PreviewDecision.tsx";
import { RunParts } from "./RunParts.tsx";
import { RunState } from "./RunState.tsx";
import { RunTotals } from "./RunTotals.tsx";
import { usePreview } from "./usePreview.ts";

/** One run: a preview to decide on, or what was posted. */
export function RunPage({ runId }: { runId: string }) {
  const run = useEndpoint(getRun, { params: { runId } });
  return (
    <LoadedRecord query={run}>
      {(record) => (
        <Page>
          <RunHeader run={record} />
          {record.state === "previewed" ? <PreviewDecision run={record} /> : <BookedRun run={record} />}
        </Page>
      )}
    </LoadedRecord>
  );
}

function RunHeader({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  const format = useFormat();
  const month = format.month(run.period);
  return (
    <PageHeader
      title={run.adjusts ? t`Changes to ${month}, ${run.plan.name}` : t`${month}, ${run.plan.name}`}
      crumbs={[{ label: t`Runs`, to: "/runs" }]}
      status={<RunState state={run.state} badge />}
      lead={<RunLead run={run} />}
    />
  );
}

function RunLead({ run }: { run: RunRecord }) {
  const { number, adjusts, postedAt, previewedAt } = run;
  const by = run.postedBy ?? run.previewedBy ?? "";
  const adjusted = adjusts && (
    <Trans>
      It adjusts{" "}
      <RecordLink noun="run" id={adjusts.id}>
        run {adjusts.number}
      </RecordLink>{" "}
      and is booked in <MonthText value={run.bookedIn} />.
    </Trans>
  );
  return (
    <>
      {postedAt ? (
        <Trans>
          Run {number}, posted by {by}, <DateTime value={postedAt} />.
        </Trans>
      ) : (
        <Trans>
          Run {number}, previewed by {by}, <DateTime value={previewedAt} />.
        </Trans>
      )}{" "}
      {adjusted}
    </>
  );
}

/** A run that is posted, or was given up: what it came to, and what changed since. */
function BookedRun({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  return (
    <>
      {(run.unbookedChanges > 0 || run.planChanged) && <ChangesSince run={run} />}
      <Facts
        facts={[
          { label: t`Total`, value: <Money value={run.total} /> },
          { label: t`Lines`, value: <Count value={run.lines} /> },
          { label: t`Partners`, value: <Count value={run.partners} /> },
          { label: t`Wins`, value: <Count value={run.wins} /> },
          { label: t`Booked in`, value: <MonthText value={run.bookedIn} /> },
        ]}
      />
      {run.state === "posted" && <BeforePlan run={run} />}
      <RunTotals run={run} />
      {run.state === "posted" && <RunParts run={run} />}
    </>
  );
}

function ChangesSince({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  const { preview, wanted, error } = usePreview();
  const { plan, period, id } = run;
  const action = run.can.adjust
    ? {
        label: t`Preview the changes`,
        busy: wanted !== null,
        onClick: () => preview({ planId: plan.id, period, adjusts: id }),
      }
    : undefined;
  return (
    <Note
      tone="warn"
      title={
        run.unbookedChanges === 0 ? (
          <Trans>A version of the plan that governs this month was published since</Trans>
        ) : (
          <Plural
            value={run.unbookedChanges}
            one="# win of this month changed since, or came late"
            other="# wins of this month changed since, or came late"
          />
        )
      }
      action={action}
    >
      {error ? error.detail : <Trans>What was posted stays. An adjustment run books the differences.</Trans>}
    </Note>
  );
}
