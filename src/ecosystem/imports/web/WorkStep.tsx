import { useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { JobProgress } from "#ui/feedback/JobProgress.tsx";
import { Section } from "#ui/page/Section.tsx";
import { cancelImport, type Import } from "../contract.ts";
import { phaseWords } from "./kindWords.ts";
import { rowsToDo } from "./work.ts";

/** A check or a run that is under way. Whoever leaves finds it here again. */
export function WorkStep({ one }: { one: Import }) {
  const { t, i18n } = useLingui();
  const cancel = useEndpointMutation(cancelImport);
  const running = one.state === "running";
  const { phase, rowsDone } = one.progress;
  return (
    <Section
      title={running ? t`The rows are taken over` : t`The file is checked`}
      note={
        running
          ? t`All good rows come in together, or none. Until the end nothing is seen elsewhere.`
          : t`Every row is read and compared. Nothing of it is taken over.`
      }
    >
      <JobProgress
        key={phase}
        label={phase ? i18n._(phaseWords[phase]) : t`About to begin`}
        done={rowsDone}
        total={rowsToDo(one)}
        unit={t`rows`}
        onCancel={
          one.acts.includes("cancel") && !cancel.isPending && !cancel.isSuccess
            ? () => cancel.mutate({ params: { importId: one.id } })
            : undefined
        }
      />
      {cancel.error && <ErrorState problem={cancel.error} inline />}
    </Section>
  );
}
