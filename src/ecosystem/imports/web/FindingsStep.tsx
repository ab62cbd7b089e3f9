import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { useEndpointMutation } from "#ui/api/query.ts";
import { type Consequence, Decision, type Verdict } from "#ui/decision/Decision.tsx";
import { YesField } from "#ui/form/fields.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { effectiveFromOption } from "../../partners/contract.ts";
import { type Import, type ImportFindings, runImport } from "../contract.ts";
import { AnswersForm } from "./AnswersForm.tsx";
import { draftOf } from "./mapping.ts";
import { ProblemList } from "./ProblemList.tsx";
import { Problems } from "./Problems.tsx";
import { Translations } from "./Translations.tsx";
import { useCheck } from "./useCheck.ts";

interface FindingsStepProps {
  one: Import;
  /** Back to the columns. */
  onRevise: () => void;
}

/** What the check has found, and the decision to take the rows over. */
export function FindingsStep({ one, onRevise }: FindingsStepProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [skipping, setSkipping] = useState(false);
  const run = useEndpointMutation(runImport);
  const again = useCheck(one);
  const consequences = useConsequences(one);
  const [, change] = useUrlValues();
  const rowByRow = useRef<HTMLDivElement>(null);
  const { findings } = one;
  if (findings === null) return null;
  const { good, withErrors } = findings.rows;
  const rows = format.number(good);
  const left = format.number(withErrors);

  function showRows({ code, field }: ImportFindings["byCode"][number]) {
    change({ code, field: field ?? "" });
    rowByRow.current?.scrollIntoView({ block: "center" });
  }

  function notNow(): string | undefined {
    if (good === 0) return t`Every row has an error, so there is nothing to import.`;
    return withErrors > 0 && !skipping ? t`Confirm first that rows with errors are left out.` : undefined;
  }

  function runLabel(): string {
    if (good === 0) return t`Nothing to import`;
    return good === 1 ? t`Import 1 row` : t`Import ${rows} rows`;
  }

  const verdicts: Verdict[] = [
    {
      key: "i",
      label: runLabel(),
      main: true,
      onDecide: () =>
        run.mutate({ params: { importId: one.id }, body: skipping ? { skipProblemRows: true } : {} }),
      busy: run.isPending,
      notNow: notNow(),
    },
    { key: "c", label: t`Change the columns`, onDecide: onRevise },
    {
      key: "a",
      label: t`Check again`,
      onDecide: () => again.mutate(draftOf(one)),
      busy: again.isPending,
    },
  ];
  return (
    <>
      <Decision
        consequences={consequences}
        reason={
          withErrors > 0 &&
          good > 0 && (
            <YesField
              name="skip"
              label={
                withErrors === 1 ? t`Leave out 1 row with errors` : t`Leave out ${left} rows with errors`
              }
              description={t`They stay listed with their reasons; correct them and import the file again.`}
              optional={false}
              value={skipping}
              onChange={setSkipping}
              onBlur={() => {}}
              error={undefined}
            />
          )
        }
        verdicts={verdicts}
        problem={run.error ?? again.error}
      >
        <RowFacts rows={findings.rows} />
        <AnswersForm key={one.version} one={one} findings={findings} />
        <Problems one={one} findings={findings} onPick={showRows} />
      </Decision>
      {findings.byCode.length > 0 && (
        <div ref={rowByRow}>
          <Section title={t`Row by row`} flush>
            <ProblemList one={one} groups={findings.byCode} />
          </Section>
        </div>
      )}
      <Translations kind={one.kind} translated={findings.translatedValues} />
    </>
  );
}

function RowFacts({ rows }: { rows: ImportFindings["rows"] }) {
  const { t } = useLingui();
  return (
    <Facts
      facts={[
        { label: t`Rows`, value: <Count value={rows.total} /> },
        { label: t`Good`, value: <Count value={rows.good} /> },
        { label: t`With errors`, value: <Count value={rows.withErrors} />, hint: t`can only be left out` },
        { label: t`With warnings`, value: <Count value={rows.withWarnings} />, hint: t`are taken over` },
        ...(rows.empty > 0 ? [{ label: t`Empty`, value: <Count value={rows.empty} /> }] : []),
      ]}
    />
  );
}

/** What a run will do, in the order in which people ask. */
function useConsequences({ findings, mapping, kind }: Import): Consequence[] {
  const { t } = useLingui();
  if (findings === null) return [];
  const { expected, rows } = findings;
  const since = mapping?.options[effectiveFromOption];
  const consequences: Consequence[] = expected
    ? [
        { label: t`Created`, value: <Count value={expected.created} /> },
        { label: t`Changed`, value: <Count value={expected.updated} /> },
        { label: t`Unchanged`, value: <Count value={expected.unchanged} /> },
      ]
    : [
        { label: t`Taken over`, value: <Count value={rows.good} /> },
        { label: t`New or changed`, value: <Trans>told by the result</Trans> },
      ];
  consequences.push({ label: t`Left out`, value: <Count value={rows.withErrors} /> });
  if (kind === "partners")
    consequences.push({
      label: t`Hierarchy since`,
      value: since ? <DayText value={since} /> : <Trans>the day of the run</Trans>,
    });
  if (kind === "opportunities")
    consequences.push({
      label: t`New deals earn`,
      value: mapping?.opening ? <Trans>yes, opening</Trans> : <Trans>no</Trans>,
    });
  consequences.push({ label: t`Way back`, value: <Trans>undo, until it is used</Trans> });
  return consequences;
}
