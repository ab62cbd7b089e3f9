import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconArrowBackUp, IconArrowRight, IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { Import } from "../contract.ts";
import { Kept } from "./Kept.tsx";
import { kindOrder, kindWords } from "./kindWords.ts";
import { ProblemList } from "./ProblemList.tsx";
import { Translations } from "./Translations.tsx";
import { UndoModal } from "./UndoModal.tsx";

/** What came of a file, for as long as anybody may ask. */
export function ResultStep({ one }: { one: Import }) {
  const { t } = useLingui();
  const { findings, undo } = one;
  const problems = findings?.byCode ?? [];
  return (
    <>
      {undo && <Undone one={one} undo={undo} />}
      <Outcome one={one} />
      {problems.length > 0 && (
        <Section
          title={t`Problems`}
          note={t`Rows with errors were left out, rows with warnings were taken over.`}
          flush
        >
          <ProblemList one={one} groups={problems} />
        </Section>
      )}
      <Translations kind={one.kind} translated={findings?.translatedValues ?? []} />
    </>
  );
}

function Outcome({ one }: { one: Import }) {
  const { t, i18n } = useLingui();
  const { result, kind, state, mapping } = one;
  const words = kindWords[kind];
  const here = state === "done" ? words.list : undefined;
  const [undoing, setUndoing] = useState(false);
  const next = kindOrder[kindOrder.indexOf(kind) + 1];
  if (result === null) return null;
  return (
    <>
      <Facts
        facts={[
          {
            label: t`Created`,
            value: <Count value={result.created} />,
            to: result.created > 0 ? here : undefined,
          },
          {
            label: t`Changed`,
            value: <Count value={result.updated} />,
            to: result.updated > 0 ? here : undefined,
          },
          { label: t`Unchanged`, value: <Count value={result.unchanged} /> },
          { label: t`Left out`, value: <Count value={result.skipped} /> },
          {
            label: state === "undone" ? t`Undone` : t`Finished`,
            value: <DateTime value={one.finishedAt} brief />,
          },
        ]}
      />
      {state === "done" && result.outcomes && (
        <Facts
          facts={result.outcomes.map(({ meaning, count, value }) => ({
            label: { won: t`Won among them`, lost: t`Lost among them`, open: t`Open among them` }[meaning],
            value: <Count value={count} />,
            hint: Number(value.amount) !== 0 && (
              <Trans>
                worth <Money value={value} />
              </Trans>
            ),
          }))}
        />
      )}
      {state === "done" && mapping?.opening && (
        <Note
          tone="info"
          title={<Trans>An opening import: the deals it created earn when they are won</Trans>}
        >
          <Trans>“{mapping.opening.reason}”</Trans>
        </Note>
      )}
      {state === "done" && (
        <Acts>
          <ActButton
            act={{ label: i18n._(words.see), icon: IconArrowRight, to: words.list }}
            variant="default"
          />
          {next && (
            <ActButton
              act={{ label: i18n._(kindWords[next].act), icon: IconFileImport, to: `/imports?new=${next}` }}
            />
          )}
          {one.acts.includes("undo") && (
            <ActButton
              act={{ label: t`Undo this import`, icon: IconArrowBackUp, onClick: () => setUndoing(true) }}
              variant="default"
            />
          )}
          <UndoModal one={one} opened={undoing} onClose={() => setUndoing(false)} />
        </Acts>
      )}
    </>
  );
}

function Undone({ one, undo }: { one: Import; undo: NonNullable<Import["undo"]> }) {
  return (
    <>
      <Note
        tone="info"
        title={
          <Plural
            value={undo.removed}
            one="Undone: # record was removed again"
            other="Undone: # records were removed again"
          />
        }
      >
        {undo.kept.length === 0 ? (
          <Trans>Nothing that it created is left.</Trans>
        ) : (
          <Trans>What somebody has changed or used since stays, as listed here.</Trans>
        )}
      </Note>
      {undo.kept.length > 0 && <Kept one={one} kept={undo.kept} />}
    </>
  );
}
