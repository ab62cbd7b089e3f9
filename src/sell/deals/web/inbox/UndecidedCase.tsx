import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useEndpointMutation } from "#ui/api/query.ts";
import { Decision, type Verdict } from "#ui/decision/Decision.tsx";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import type { EngagementSettings } from "../../../engagement/contract.ts";
import { type DealCase, type DealDetail, reviewDeal } from "../../contract.ts";
import { ApprovalFields } from "./ApprovalFields.tsx";
import { AskDialog } from "./AskDialog.tsx";
import { useApproval } from "./approval.ts";
import { CaseFile } from "./CaseFile.tsx";
import { useConsequences } from "./consequences.tsx";
import { KeysHere } from "./KeysHere.tsx";
import { useQueue } from "./queue.ts";
import { RejectDialog } from "./RejectDialog.tsx";

interface UndecidedCaseProps {
  deal: DealDetail;
  known: DealCase;
  settings: EngagementSettings;
}

/** A registration that waits: its case beside what follows from approving it, and the other ways to answer. */
export function UndecidedCase({ deal, known, settings }: UndecidedCaseProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<"reject" | "ask" | null>(null);
  const queue = useQueue(deal.id);
  const form = useApproval({ deal, known, settings, onDone: queue.goOn });
  const review = useEndpointMutation(reviewDeal);
  useHotkey(queue.skip ? { key: "j", label: t`Next without deciding`, act: queue.skip } : null);
  useHotkey(queue.back ? { key: "k", label: t`The one before`, act: queue.back } : null);
  const close = () => setAsking(null);
  const holdsNothing = known.standing.holds.length === 0;
  const verdicts: Verdict[] = [
    {
      key: "a",
      label: t`Approve`,
      main: true,
      onDecide: () => form.submit(),
      busy: form.submitting,
      notNow: holdsNothing ? t`Another registration is first. Decide that one first.` : undefined,
    },
    { key: "r", label: t`Reject`, danger: true, onDecide: () => setAsking("reject") },
    ...(deal.state === "needs-information"
      ? []
      : [{ key: "q", label: t`Ask the partner`, onDecide: () => setAsking("ask") }]),
    ...(deal.state === "submitted"
      ? [
          {
            key: "v",
            label: t`Take into review`,
            onDecide: () => review.mutate({ params: { dealId: deal.id } }),
            busy: review.isPending,
          },
        ]
      : []),
  ];
  return (
    <>
      <KeysHere deciding />
      <Decision
        {...(queue.place !== null && { position: t`${queue.place} of ${queue.length}` })}
        consequences={useConsequences({ deal, known, settings, values: form.values })}
        reason={
          holdsNothing ? undefined : (
            <ApprovalFields form={form} known={known} deal={deal} settings={settings} />
          )
        }
        verdicts={verdicts}
        problem={form.problem ?? review.error}
        onSkip={queue.skip}
      >
        <CaseFile deal={deal} known={known} />
        {asking === "reject" && (
          <RejectDialog deal={deal} known={known} settings={settings} onClose={close} onDone={queue.goOn} />
        )}
        {asking === "ask" && <AskDialog deal={deal} settings={settings} onClose={close} />}
      </Decision>
    </>
  );
}
