import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconHistory } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Grid, Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { comparePrograms, isNothing, levelsOf, type ProgramRecord, takenAway } from "../contract.ts";
import { BenefitMatrix } from "./BenefitMatrix.tsx";
import { Changes } from "./Changes.tsx";
import { useCountsWords } from "./countsWords.ts";
import { LadderMatrix, LadderMeasures, LadderTerms } from "./LadderReading.tsx";
import { useProgramWords } from "./programWords.ts";
import { ReferencesNote, TrackReading } from "./TrackReading.tsx";

/** What a program says today, and that another version is on its way. */
export function ProgramOverview({ program, facts }: { program: ProgramRecord; facts: readonly Fact[] }) {
  const { t } = useLingui();
  const words = useProgramWords();
  const countsIn = useCountsWords();
  const { current, next } = program;
  const shown = current ?? next;
  if (shown === null) {
    return (
      <EmptyState title={t`Nothing is published yet`}>
        <Trans>The program is being written. Publish the draft, and what it says stands here.</Trans>
      </EmptyState>
    );
  }
  const { document } = shown;
  const away = takenAway(
    current === null || next === null
      ? { ladder: [], terms: [] }
      : comparePrograms(current.document, next.document),
  );
  const { ladder, benefits, tracks, criteria, counts } = document;
  return (
    <Page>
      {current !== null && next !== null && (
        <Note
          tone="info"
          action={{
            label: t`What changes`,
            to: `/programs/${program.id}?tab=versions&before=${current.version}&after=${next.version}`,
          }}
        >
          <Trans>
            Version {next.version} is published and holds from <DayText value={next.effectiveFrom} /> on.
          </Trans>
        </Note>
      )}
      {current !== null && next !== null && !isNothing(away) && (
        <Section
          title={t`What version ${next.version} takes away`}
          action={{ label: t`See from whom`, icon: IconHistory, to: `/programs/${program.id}?tab=versions` }}
        >
          <Changes changes={away} after={next.document} />
        </Section>
      )}
      <Facts
        facts={[
          {
            label: t`Members`,
            value: <Count value={program.members} />,
            to: `/programs/${program.id}?tab=members`,
          },
          { label: t`For`, value: words.whom(criteria) },
          { label: t`In force from`, value: <DayText value={shown.effectiveFrom} /> },
          { label: t`Notice`, value: <Plural value={document.noticeDays} one="# day" other="# days" /> },
          {
            label: t`Program year ${program.year.year}`,
            value: document.acknowledge
              ? t`${program.acknowledged} of ${program.members} acknowledged`
              : t`not acknowledged`,
            ...(document.acknowledge && { to: `/programs/${program.id}?tab=acknowledged` }),
          },
          ...facts,
        ]}
      />
      <Section
        title={t`Levels`}
        note={ladder && <Trans>Plans know the ladder as {ladder.name}.</Trans>}
        flush={ladder !== null}
      >
        {ladder === null ? (
          <Trans>It has no levels: everybody in it has the same.</Trans>
        ) : (
          <LadderMatrix programId={program.id} ladder={ladder} />
        )}
      </Section>
      {ladder !== null && (
        <Section title={t`When levels are reviewed`}>
          <LadderTerms programId={program.id} ladder={ladder} />
        </Section>
      )}
      {ladder !== null && (
        <Section title={t`What is measured`}>
          <LadderMeasures programId={program.id} ladder={ladder} />
        </Section>
      )}
      <Section title={t`Benefits`} flush={benefits.length > 0}>
        {benefits.length === 0 ? (
          <Trans>It gives no benefits yet.</Trans>
        ) : (
          <BenefitMatrix programId={program.id} benefits={benefits} levels={levelsOf(document)} />
        )}
      </Section>
      <Section
        title={t`Whose region counts`}
        note={t`Where regions do something otherwise, this says which place decides.`}
      >
        <Facts
          columned
          facts={(["dealRules", "tiers", "funds"] as const).map((rule) => ({
            label: words.rules[rule],
            value: words.counts[counts[rule]],
            hint: countsIn(rule, counts),
          }))}
        />
      </Section>
      <Grid min={420}>
        {tracks.map((track) => (
          <TrackReading
            key={track.key}
            programId={program.id}
            track={track}
            benefits={benefits}
            levels={levelsOf(document)}
          />
        ))}
      </Grid>
      <ReferencesNote />
    </Page>
  );
}
