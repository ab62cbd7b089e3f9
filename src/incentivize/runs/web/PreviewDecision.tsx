import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useEndpointMutation } from "#ui/api/query.ts";
import { Decision, type Verdict } from "#ui/decision/Decision.tsx";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { MonthText } from "#ui/text/dates.tsx";
import { discardRun, postRun, type RunRecord } from "../contract.ts";
import { BeforePlan } from "./BeforePlan.tsx";
import { useConsequences } from "./consequences.tsx";
import { RunParts } from "./RunParts.tsx";
import { RunTotals } from "./RunTotals.tsx";
import { usePreview } from "./usePreview.ts";

/** A preview and what posting it will do. Nothing has moved yet. */
export function PreviewDecision({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const posting = useEndpointMutation(postRun, { onDone: () => setAsking(false) });
  const giving = useEndpointMutation(discardRun, { onDone: () => void navigate({ to: "/runs" }) });
  const again = usePreview();
  const consequences = useConsequences(run);
  const params = { runId: run.id };
  const anew = () =>
    again.preview({
      planId: run.plan.id,
      period: run.period,
      ...(run.adjusts && { adjusts: run.adjusts.id }),
    });

  function verdicts(): Verdict[] {
    const mayNot = run.can.discard ? undefined : t`Finance posts runs.`;
    const discard: Verdict = {
      key: "d",
      label: t`Give the preview up`,
      onDecide: () => giving.mutate({ params }),
      busy: giving.isPending,
      notNow: mayNot,
    };
    const repeat: Verdict = {
      key: "a",
      label: t`Preview again`,
      main: run.stale,
      onDecide: anew,
      busy: again.wanted !== null,
      notNow: mayNot,
    };
    if (run.stale) return [repeat, discard];
    const post: Verdict = {
      key: "p",
      label: postLabel(),
      main: true,
      onDecide: () => setAsking(true),
      notNow: mayNot ?? (run.lines === 0 && !run.adjusts ? t`There is nothing to book.` : undefined),
    };
    return [post, repeat, discard];
  }

  function postLabel(): string {
    if (run.lines === 0 && run.adjusts) return t`Note that nothing differs`;
    return run.lines === 1 ? t`Post 1 line` : t`Post ${run.lines} lines`;
  }

  return (
    <Decision
      wide
      consequences={consequences}
      verdicts={verdicts()}
      problem={giving.error ?? again.error ?? (asking ? null : posting.error)}
    >
      <PreviewNotes run={run} />
      <RunTotals run={run} />
      <RunParts run={run} />
      <PostModal
        run={run}
        opened={asking}
        confirm={postLabel()}
        onClose={() => setAsking(false)}
        onPost={() => posting.mutate({ params })}
        act={posting}
      />
    </Decision>
  );
}

/** What one should know before posting. */
function PreviewNotes({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  return (
    <>
      {run.stale && (
        <Note tone="warn" title={<Trans>Something changed since this preview</Trans>}>
          <Trans>A win, a product, a tier or the plan is no longer as it was computed. Preview again.</Trans>
        </Note>
      )}
      {!run.monthIsOver && run.adjusts === null && (
        <Note
          tone="info"
          title={
            <Trans>
              <MonthText value={run.period} /> is not over
            </Trans>
          }
        >
          <Trans>Wins that come after it is posted are booked by an adjustment run.</Trans>
        </Note>
      )}
      <BeforePlan run={run} />
      {run.problems > 0 && (
        <Note
          tone="warn"
          title={
            <Plural
              value={run.problems}
              one="# win is left out, since it could not be computed"
              other="# wins are left out, since they could not be computed"
            />
          }
          action={{ label: t`See what is wrong`, to: `/runs/${run.id}?tab=problems` }}
        >
          <Trans>What is solved after posting is booked by an adjustment run.</Trans>
        </Note>
      )}
    </>
  );
}

interface PostModalProps {
  run: RunRecord;
  opened: boolean;
  confirm: string;
  onClose: () => void;
  onPost: () => void;
  act: Pick<ReturnType<typeof useEndpointMutation<typeof postRun>>, "isPending" | "error">;
}

function PostModal({ run, opened, confirm, onClose, onPost, act }: PostModalProps) {
  const { t } = useLingui();
  const format = useFormat();
  const month = format.month(run.bookedIn);
  const total = format.money(run.total);
  return (
    <ConfirmModal
      opened={opened}
      onClose={onClose}
      title={t`Post run ${run.number}?`}
      consequences={[
        <Trans key="what">
          <Plural value={run.lines} one="# line" other="# lines" /> for{" "}
          <Plural value={run.partners} one="# partner" other="# partners" />, {total}, are booked in {month}.
        </Trans>,
        <Trans key="who">The partners see them in their earnings at once.</Trans>,
        <Trans key="back">It cannot be undone; a correction is an adjustment run.</Trans>,
      ]}
      confirm={confirm}
      onConfirm={onPost}
      busy={act.isPending}
      problem={act.error}
    />
  );
}
