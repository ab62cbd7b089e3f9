import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { fileName, saveCsv } from "#ui/api/exports.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { notifyProblem } from "#ui/feedback/notify.ts";
import { Section } from "#ui/page/Section.tsx";
import { type Import, type ImportFindings, listProblems } from "../contract.ts";
import { ProblemGroups } from "./ProblemGroups.tsx";

interface ProblemsProps {
  one: Import;
  findings: ImportFindings;
  /** Shows the rows of a group. */
  onPick: (group: ImportFindings["byCode"][number]) => void;
}

/** Everything that is wrong, of the same kind together, and all of it as a file. */
export function Problems({ one, findings, onPick }: ProblemsProps) {
  const { t } = useLingui();
  const [saving, setSaving] = useState(false);
  const count = findings.byCode.reduce((sum, group) => sum + group.count, 0);
  if (count === 0 && findings.rows.unlisted === 0) {
    return (
      <Note tone="good" title={<Trans>Every row can be taken over</Trans>}>
        <Trans>The check has found nothing that stands in the way.</Trans>
      </Note>
    );
  }

  async function save() {
    setSaving(true);
    const base = one.fileName.replace(/\.\w+$/, "");
    await saveCsv(
      listProblems,
      { params: { importId: one.id } },
      fileName(t`${base} – problems`, "csv"),
    ).catch(notifyProblem);
    setSaving(false);
  }

  return (
    <>
      <Section
        title={t`Problems`}
        note={
          <Plural
            value={count}
            one="# in all. Row 1 holds the names of the columns."
            other="# in all. Row 1 holds the names of the columns."
          />
        }
        action={{ label: t`As a file`, icon: IconDownload, onClick: () => void save(), busy: saving }}
        flush
      >
        <ProblemGroups one={one} groups={findings.byCode} onPick={onPick} />
      </Section>
      {findings.rows.unlisted > 0 && (
        <Note tone="warn">
          <Plural
            value={findings.rows.unlisted}
            one="# more row has errors, too many to be listed."
            other="# more rows have errors, too many to be listed."
          />
        </Note>
      )}
    </>
  );
}
