import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { listPrograms, type Program } from "#ecosystem/programs/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { FileDrop } from "#ui/feedback/FileDrop.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Faults } from "#ui/form/Faults.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { type FileReading, readPlanFile } from "../plan-file.ts";
import { BroughtPlanForm } from "./BroughtPlanForm.tsx";
import { BroughtPlanReading } from "./BroughtPlanReading.tsx";
import "./faultWords.ts";

const maxPlanFileBytes = 1024 * 1024;

interface ChosenFile {
  name: string;
  text: string;
}

/** A plan that begins from a file: the file is read here, what it brings is shown, and only then is it sent. */
export function PlanFromFile({ firstWinOn }: { firstWinOn: string | null }) {
  const { t } = useLingui();
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } });
  const [file, setFile] = useState<ChosenFile | null>(null);
  return (
    <Page>
      <Section
        title={t`The file`}
        note={
          <Trans>
            A plan with the ladders it reads, as “Save as a file” on a plan’s page makes it. It is read in
            this browser; nothing is sent before you begin the draft.
          </Trans>
        }
      >
        <FileDrop
          label={file === null ? t`A plan file (JSON)` : t`${file.name}, or another plan file (JSON)`}
          accept={{ "application/json": [".json"] }}
          maxUploadBytes={maxPlanFileBytes}
          onFile={(chosen) => void chosen.text().then((text) => setFile({ name: chosen.name, text }))}
        />
      </Section>
      {file && (
        <Loaded query={programs}>
          {({ items }) => <ReadFile key={file.text} file={file} programs={items} firstWinOn={firstWinOn} />}
        </Loaded>
      )}
    </Page>
  );
}

interface ReadFileProps {
  file: ChosenFile;
  programs: readonly Program[];
  firstWinOn: string | null;
}

function ReadFile({ file, programs, firstWinOn }: ReadFileProps) {
  const reading = useMemo(() => {
    const here = programs.flatMap(({ latest }) =>
      latest?.ladder?.format === "hanse-ladder/1" ? [latest.ladder] : [],
    );
    return readPlanFile(file.text, here);
  }, [file.text, programs]);
  if (reading.kind !== "plan") return <Unread reading={reading} name={file.name} />;
  return (
    <>
      <BroughtPlanReading plan={reading.plan} fileName={file.name} />
      <BroughtPlanForm plan={reading.plan} programs={programs} firstWinOn={firstWinOn} />
    </>
  );
}

/** Why a file cannot be taken, place by place. */
function Unread({ reading, name }: { reading: Exclude<FileReading, { kind: "plan" }>; name: string }) {
  const { t } = useLingui();
  return (
    <Section
      title={t`${name} cannot be taken`}
      note={<Trans>Change what is named, then choose it again.</Trans>}
    >
      <Faults errors={reading.kind === "wrong" ? reading.errors : [{ pointer: "", message: notJson() }]} />
    </Section>
  );

  function notJson(): string {
    if (reading.kind === "wrong" || reading.at === null) return t`This is not a JSON document.`;
    const { line, column } = reading.at;
    return t`Line ${line}, column ${column}: from here on this is not a JSON document.`;
  }
}
