import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useFactWords } from "../../facts/web/index.tsx";
import { expand, type LadderTwo } from "../../ladders/contract.ts";
import { levelsOf, type ProgramDocument } from "../contract.ts";
import { BenefitMatrix } from "./BenefitMatrix.tsx";
import { LadderTerms, LevelsAsked } from "./LadderReading.tsx";
import { useProgramWords } from "./programWords.ts";
import { TrackReading } from "./TrackReading.tsx";

/** What a template brings, before a program begins with it: for whom, levels, reviews, benefits, tracks. */
export function TemplatePreview({ document }: { document: ProgramDocument }) {
  const { t, i18n } = useLingui();
  const words = useProgramWords();
  const worded = useWorded();
  const { benefits, criteria, acknowledge, tracks } = document;
  const levels = levelsOf(document);
  const ladder = document.ladder && worded(expand(document.ladder));
  return (
    <>
      <Section title={t`What it brings`}>
        <FieldStack>
          <Facts
            columned
            facts={[
              { label: t`For`, value: words.whom(criteria) },
              { label: t`Notice`, value: <Plural value={document.noticeDays} one="# day" other="# days" /> },
              {
                label: t`Program year`,
                value: acknowledge ? t`acknowledged by partners` : t`not acknowledged`,
              },
            ]}
          />
          {!i18n.locale.startsWith("en") && (
            <Note tone="info">
              <Trans>
                Levels, benefits, agreements and content have English names to begin with. Rename them in the
                draft; once it is published, they can be translated.
              </Trans>
            </Note>
          )}
        </FieldStack>
      </Section>
      {ladder && (
        <>
          <Section title={t`Levels`} flush>
            <LevelsAsked ladder={ladder} />
          </Section>
          <Section title={t`When levels are reviewed`}>
            <LadderTerms ladder={ladder} programId={null} />
          </Section>
        </>
      )}
      <Section title={t`Benefits`} flush>
        <BenefitMatrix programId={null} benefits={benefits} levels={levels} />
      </Section>
      {tracks.map((track) => (
        <TrackReading key={track.key} programId={null} track={track} benefits={benefits} levels={levels} />
      ))}
    </>
  );
}

/** A template's measures are called as the facts that they count, which every reader's language has words for. */
function useWorded(): (ladder: LadderTwo) => LadderTwo {
  const facts = useFactWords();
  return (ladder) => ({
    ...ladder,
    measures: ladder.measures.map((one) =>
      one.kind === "fact" ? { ...one, label: facts.kind({ key: one.fact, label: one.label }) } : one,
    ),
  });
}
