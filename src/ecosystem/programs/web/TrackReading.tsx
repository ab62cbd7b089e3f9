import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Benefit, Reference, Track } from "../contract.ts";
import { useProgramNames } from "./ownWords.ts";
import { useProgramWords } from "./programWords.ts";

interface TrackReadingProps {
  track: Track;
  /** What the program gives, of which a track may give a part. */
  benefits: readonly Benefit[];
  /** From the base upwards. */
  levels: readonly string[];
  programId: string | null;
}

/** What a track is chosen by and what it names; what no part of the product owns yet is said to be a name alone. */
export function TrackReading({ track, benefits, levels, programId }: TrackReadingProps) {
  const names = useProgramNames(programId);
  const { t } = useLingui();
  const words = useProgramWords();
  const format = useFormat();
  const many = (references: readonly Reference[]) =>
    references.length === 0 ? t`none yet` : format.list(references.map(words.reference));
  const protection = levels.flatMap((level) => {
    const tier = track.tiers[level];
    return tier?.protectionDays === undefined ? [] : [t`${names.level(level)}: ${tier.protectionDays} days`];
  });
  const without = benefits.filter(({ key, values }) =>
    Object.keys(values).every((level) => track.tiers[level]?.benefits?.includes(key) === false),
  );
  return (
    <Section
      title={names.track(track.key, track.label)}
      note={
        track.isDefault ? (
          <Trans>For whoever fits no other track.</Trans>
        ) : (
          words.whom(track, track.specializations)
        )
      }
      badge={
        track.isDefault && (
          <Status tone="info">
            <Trans>Default</Trans>
          </Status>
        )
      }
    >
      <Facts
        columned
        facts={[
          { label: words.named["application-form"], value: words.reference(track.applicationForm) },
          { label: words.named["onboarding-track"], value: words.reference(track.onboardingTrack) },
          { label: words.named.agreement, value: many(track.agreements) },
          {
            label: words.named["rules-of-engagement"],
            value: track.rulesOfEngagement?.name ?? t`Those that hold for everybody`,
          },
          { label: words.named.content, value: many(track.content) },
          ...(without.length === 0
            ? []
            : [
                {
                  label: t`Benefits that it leaves out`,
                  value: format.list(without.map(({ key, label }) => names.benefit(key, label))),
                },
              ]),
          {
            label: t`Protection of registrations`,
            value: protection.length === 0 ? t`As the rules of engagement say` : format.list(protection),
          },
        ]}
      />
    </Section>
  );
}

/** That forms, onboarding, agreements and content are names so far. */
export function ReferencesNote() {
  return (
    <Note tone="info">
      <Trans>
        Application forms, onboarding tracks, agreements and content are names here so far: what a name leads
        to comes with the part of the product that holds it. Empty ones say so.
      </Trans>
    </Note>
  );
}
