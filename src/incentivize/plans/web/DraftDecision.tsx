import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useEndpointMutation } from "#ui/api/query.ts";
import { type Consequence, Decision, type Verdict } from "#ui/decision/Decision.tsx";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { differences } from "../compare.ts";
import type { PlanRules } from "../contract.ts";
import { discardDraft, type PlanRecord, publishPlan, writeDraft } from "../wire.ts";
import { Differences } from "./Differences.tsx";
import { DraftFields } from "./DraftFields.tsx";
import { useDraftEditor } from "./useDraftEditor.ts";

interface DraftDecisionProps {
  plan: PlanRecord;
  start: { rules: PlanRules; effectiveFrom: string };
  postedSince?: ((effectiveFrom: string) => ReactNode) | undefined;
}

/** The draft's fields beside what they change and what publishing does. */
export function DraftDecision({ plan, start, postedSince }: DraftDecisionProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const home = `/plans/${plan.id}`;
  const writing = useEndpointMutation(writeDraft);
  const publishing = useEndpointMutation(publishPlan, { onDone: () => void navigate({ to: home }) });
  const discarding = useEndpointMutation(discardDraft, { onDone: () => void navigate({ to: home }) });
  const [ladders] = useState(() => laddersOf(plan));
  const editor = useDraftEditor(plan.id, { ...start, ladders }, writing.error);
  const newest = plan.versions[0];
  const params = { planId: plan.id };

  async function save(): Promise<boolean> {
    const body = { rules: JSON.parse(editor.text), effectiveFrom: editor.effectiveFrom };
    try {
      await writing.mutateAsync({ params, body });
    } catch {
      return false;
    }
    editor.saved();
    return true;
  }

  async function publish() {
    if (editor.changed || !plan.draft) {
      if (!(await save())) return setAsking(null);
    }
    publishing.mutate({ params });
  }

  const wrong = editor.errors.length > 0 ? t`Something cannot stand yet; see what is marked.` : undefined;
  const same = newest && differences(newest.rules, editor.rules).length === 0;
  const verdicts: Verdict[] = [
    {
      key: "p",
      label: t`Publish`,
      main: true,
      onDecide: () => setAsking("publish"),
      notNow: plan.can.publish
        ? (wrong ?? (same ? t`It changes nothing yet.` : undefined))
        : t`An administrator publishes what you draft.`,
    },
    {
      key: "s",
      label: t`Save the draft`,
      onDecide: () => void save(),
      busy: writing.isPending,
      notNow: wrong ?? (editor.changed ? undefined : t`Everything is saved.`),
    },
    ...(plan.draft
      ? [{ key: "d", label: t`Give the draft up`, danger: true, onDecide: () => setAsking("discard") }]
      : []),
  ];
  const begins = <DayText value={editor.effectiveFrom} />;
  return (
    <Decision
      consequences={useConsequences(plan, editor.effectiveFrom, postedSince)}
      verdicts={verdicts}
      problem={writing.error?.errors.length ? null : writing.error}
    >
      {newest && (
        <Section title={t`What it changes`} note={<Trans>Against version {newest.version}</Trans>}>
          <Differences before={newest.rules} after={editor.rules} />
        </Section>
      )}
      <DraftFields editor={editor} ladders={ladders} />
      <ConfirmModal
        opened={asking === "publish"}
        onClose={() => setAsking(null)}
        title={t`Publish this version?`}
        consequences={[
          <Trans key="from">Wins that close from {begins} on earn by it.</Trans>,
          <Trans key="posted">
            What is posted stays. If a posted month earns otherwise by it, an adjustment run books the
            difference.
          </Trans>,
          <Trans key="read">Everybody whom it pays can read it at once. It never changes again.</Trans>,
        ]}
        confirm={t`Publish`}
        onConfirm={() => void publish()}
        busy={writing.isPending || publishing.isPending}
        problem={publishing.error}
      />
      <ConfirmModal
        opened={asking === "discard"}
        onClose={() => setAsking(null)}
        title={t`Give the draft up?`}
        consequences={[<Trans key="what">What is written here goes. The published versions stay.</Trans>]}
        confirm={t`Give the draft up`}
        danger
        onConfirm={() => {
          editor.revert();
          discarding.mutate({ params });
        }}
        busy={discarding.isPending}
        problem={discarding.error}
      />
    </Decision>
  );
}

function laddersOf({ draft, versions }: PlanRecord) {
  const program = versions[0]?.program;
  return draft?.ladders ?? (program ? [program.ladder] : []);
}

function useConsequences(
  plan: PlanRecord,
  effectiveFrom: string,
  postedSince: DraftDecisionProps["postedSince"],
): Consequence[] {
  const { t } = useLingui();
  const next = (plan.versions[0]?.version ?? 0) + 1;
  return [
    { label: t`Becomes`, value: <Trans>version {next}</Trans> },
    {
      label: t`Governs`,
      value: (
        <Trans>
          wins from <DayText value={effectiveFrom} />
        </Trans>
      ),
    },
    ...(postedSince ? [{ label: t`Posted months since`, value: postedSince(effectiveFrom) }] : []),
    { label: t`Read by`, value: <Trans>whom it pays, at once</Trans> },
    { label: t`Can be undone`, value: <Trans>no, only by a later version</Trans> },
  ];
}
