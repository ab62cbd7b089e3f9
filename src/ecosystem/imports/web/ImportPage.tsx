import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { refreshAll } from "#ui/api/client.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { RecordSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Way } from "#ui/page/Way.tsx";
import { getImport, type Import, listImportKinds } from "../contract.ts";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { FindingsStep } from "./FindingsStep.tsx";
import { ImportHeader } from "./ImportHeader.tsx";
import { ImportNotes } from "./ImportNotes.tsx";
import { ResultStep } from "./ResultStep.tsx";
import { WorkStep } from "./WorkStep.tsx";

const pollEveryMs = 1000;

const isWorking = (one: Import | undefined) => one?.state === "checking" || one?.state === "running";

/** One import, at the step that it has come to: its columns, the check, the run, what came of it. */
export function ImportPage({ importId }: { importId: string }) {
  const one = useEndpoint(
    getImport,
    { params: { importId } },
    { pollMs: (last) => (isWorking(last) ? pollEveryMs : false) },
  );
  useFreshPagesAfterWork(isWorking(one.data));
  return (
    <Loaded query={one} skeleton={<RecordSkeleton />}>
      {(record) => (
        <Page>
          <ImportHeader one={record} />
          <ImportSteps key={record.id} one={record} />
        </Page>
      )}
    </Loaded>
  );
}

/** What a run has brought stands on other pages, too. */
function useFreshPagesAfterWork(working: boolean) {
  const client = useQueryClient();
  const before = useRef(working);
  useEffect(() => {
    if (before.current && !working) void refreshAll(client);
    before.current = working;
  }, [client, working]);
}

function ImportSteps({ one }: { one: Import }) {
  const [revising, setRevising] = useState(false);
  const kinds = useEndpoint(listImportKinds, {});
  const step = revising && one.state === "checked" ? "columns" : stepOf(one.state);
  const fields = kinds.data?.items.find((kind) => kind.kind === one.kind)?.fields ?? [];
  return (
    <>
      <ImportWay one={one} step={step} />
      <ImportNotes one={one} />
      {step === "columns" && (
        <Loaded query={kinds}>
          {() => (
            <ColumnsStep
              one={one}
              fields={fields}
              onChecking={() => setRevising(false)}
              onBack={revising ? () => setRevising(false) : undefined}
            />
          )}
        </Loaded>
      )}
      {step === "findings" && <FindingsStep one={one} onRevise={() => setRevising(true)} />}
      {(step === "checking" || step === "running") && <WorkStep one={one} />}
      {step === "result" && <ResultStep one={one} />}
    </>
  );
}

type Step = "columns" | "checking" | "findings" | "running" | "result";

function stepOf(state: Import["state"]): Step {
  if (state === "checking" || state === "running") return state;
  if (state === "checked") return "findings";
  return state === "done" || state === "undone" ? "result" : "columns";
}

/** How far the import is, of the four things that there are to do. */
function ImportWay({ one, step }: { one: Import; step: Step }) {
  const { t } = useLingui();
  const places: Readonly<Record<Step, number>> = {
    columns: 0,
    checking: 1,
    findings: 1,
    running: 2,
    result: 3,
  };
  const now = places[step];
  const labels = [t`Columns`, t`Check`, t`Import`, one.state === "undone" ? t`Undone` : t`Result`];
  return (
    <Way
      label={t`Steps of this import`}
      stages={labels.map((label, place) => ({
        id: String(place),
        label,
        state: place < now || step === "result" ? "done" : place === now ? "now" : "next",
      }))}
    />
  );
}
