import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconHistory } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { ProblemError } from "#ui/api/problem.ts";
import { useEndpointMutation } from "#ui/api/query.ts";
import { type Consequence, Decision, type Verdict } from "#ui/decision/Decision.tsx";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import type { Option } from "#ui/form/fields.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import {
  discardProgramDraft,
  isNothing,
  type ProgramDocument,
  type ProgramDraft,
  type ProgramRecord,
  publishProgram,
  takenAway,
  writeProgramDraft,
} from "../../contract.ts";
import { Changes } from "../Changes.tsx";
import { DraftTabs } from "./DraftTabs.tsx";
import { useProgramEditor } from "./useProgramEditor.ts";

interface DraftDecisionProps {
  program: ProgramRecord;
  draft: ProgramDraft;
  document: ProgramDocument;
  plans: readonly Option[];
}

/** The draft's fields beside what publishing does. */
export function DraftDecision({ program, draft, document, plans }: DraftDecisionProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const home = `/programs/${program.id}`;
  const params = { programId: program.id };
  const { can } = useReader();
  const writing = useEndpointMutation(writeProgramDraft, {
    onDone: (saved) => editor.saved(saved.version),
  });
  const publishing = useEndpointMutation(publishProgram, { onDone: () => void navigate({ to: home }) });
  const discarding = useEndpointMutation(discardProgramDraft, {
    onDone: () => void navigate({ to: program.versions === 0 ? "/programs" : home }),
  });
  const before = program.next ?? program.current;
  const editor = useProgramEditor(program.id, {
    document,
    effectiveFrom: draft.effectiveFrom,
    version: draft.version,
    names: draft.names,
    before,
  });
  const sound = editor.errors.length === 0;
  const { changes } = editor;
  const away = changes === null ? null : takenAway(changes);

  async function save(): Promise<number | null> {
    const body = { document: { ...editor.document }, effectiveFrom: editor.effectiveFrom };
    try {
      const saved = await writing.mutateAsync({ params, body, ifMatch: editor.version });
      return saved.version;
    } catch (error) {
      if (error instanceof ProblemError) editor.refuse(error.errors);
      return null;
    }
  }

  const kept = async () => (editor.changed ? save() : editor.version);

  async function publish() {
    const saved = await kept();
    try {
      if (saved !== null) await publishing.mutateAsync({ params, ifMatch: saved });
    } catch (error) {
      // What was refused stands beside its fields, so the question in front of them goes.
      if (error instanceof ProblemError) editor.refuse(error.errors);
    }
    setAsking(null);
  }

  async function tryIt() {
    if ((await kept()) !== null) await navigate({ to: `${home}/back-test` });
  }

  const problem = publishing.error ?? writing.error;
  const mayNot = program.can.manage ? undefined : t`An administrator writes and publishes programs.`;
  const verdicts: Verdict[] = [
    {
      key: "p",
      label: t`Publish`,
      main: true,
      onDecide: () => setAsking("publish"),
      notNow:
        mayNot ??
        (sound
          ? changes !== null && isNothing(changes)
            ? t`It changes nothing yet.`
            : undefined
          : t`Something cannot stand yet; see what is marked.`),
    },
    {
      key: "s",
      label: t`Save the draft`,
      onDecide: () => void save(),
      busy: writing.isPending,
      notNow: mayNot ?? (editor.changed ? undefined : t`Everything is saved.`),
    },
    ...(can("tier.back-test")
      ? [
          {
            key: "t",
            label: t`Try it over the past`,
            onDecide: () => void tryIt(),
            // What others wrote is tried as it was saved.
            notNow: !editor.stands
              ? t`Something cannot stand yet; see what is marked.`
              : editor.changed
                ? mayNot
                : undefined,
          },
        ]
      : []),
    {
      key: "d",
      label: t`Give the draft up`,
      danger: true,
      onDecide: () => setAsking("discard"),
      notNow: mayNot,
    },
  ];
  const consequences: Consequence[] = [
    { label: t`Becomes`, value: <Trans>version {program.versions + 1}</Trans> },
    { label: t`Holds from`, value: <DayText value={editor.effectiveFrom} /> },
    {
      label: t`To change first`,
      value: sound ? <Trans>nothing</Trans> : <Count value={editor.errors.length} />,
    },
    ...(away === null
      ? []
      : [
          {
            label: t`Takes away`,
            value: isNothing(away) ? (
              <Trans>nothing</Trans>
            ) : (
              <>
                <Plural value={away.ladder.length + away.terms.length} one="# thing" other="# things" />,{" "}
                <Plural
                  value={before?.document.noticeDays ?? 0}
                  one="told # day ahead"
                  other="told # days ahead"
                />
                {before !== null && before.document.noticeDays !== editor.document.noticeDays && (
                  <>
                    , <Trans>as the version before it says</Trans>
                  </>
                )}
              </>
            ),
          },
        ]),
  ];
  return (
    <Decision
      consequences={consequences}
      verdicts={verdicts}
      problem={problem?.errors.length === 0 || editor.refused ? problem : null}
      wide
    >
      {editor.kept !== null && (
        <Note
          tone={editor.kept === "kept" ? "info" : "warn"}
          action={{ label: t`Start over with what is saved`, onClick: editor.revert }}
        >
          {editor.kept === "kept" ? (
            <Trans>This is what you typed here the last time and did not save.</Trans>
          ) : (
            <Trans>
              This is what you typed here the last time. Somebody has saved another draft since, so it cannot
              be saved over that one: note what you need, and start over.
            </Trans>
          )}
        </Note>
      )}
      <DraftTabs editor={editor} changes={changes} plans={plans} isFirst={before === null} />
      <ConfirmModal
        opened={asking === "publish"}
        onClose={() => setAsking(null)}
        title={t`Publish this version?`}
        consequences={[
          <Trans key="from">
            It holds from <DayText value={editor.effectiveFrom} /> on, and never changes again.
          </Trans>,
          <Trans key="who">Partners that are in it read it at once.</Trans>,
        ]}
        confirm={t`Publish`}
        onConfirm={() => void publish()}
        busy={writing.isPending || publishing.isPending}
      >
        {away !== null && !isNothing(away) && (
          <FieldStack>
            <Changes changes={away} after={editor.document} />
            <ActButton
              act={{
                label: t`See from whom, played over the past`,
                icon: IconHistory,
                onClick: () => void tryIt(),
              }}
              variant="default"
              size="compact-sm"
            />
          </FieldStack>
        )}
      </ConfirmModal>
      <ConfirmModal
        opened={asking === "discard"}
        onClose={() => setAsking(null)}
        title={t`Give the draft up?`}
        consequences={[
          program.versions === 0 ? (
            <Trans key="what">What is written here goes, and the program with it.</Trans>
          ) : (
            <Trans key="what">What is written here goes. The published versions stay.</Trans>
          ),
        ]}
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
