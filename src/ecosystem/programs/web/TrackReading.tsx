import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Reference, Track } from "../contract.ts";
import { useProgramTexts } from "./ownWords.ts";
import { useProgramWords } from "./programWords.ts";

/** What a track is chosen by and what it names; what no part of the product owns yet is said to be a name alone. */
export function TrackReading({ track, programId }: { track: Track; programId: string | null }) {
  const own = useProgramTexts(programId);
  const { t } = useLingui();
  const words = useProgramWords();
  const format = useFormat();
  const many = (references: readonly Reference[]) =>
    references.length === 0 ? t`none yet` : format.list(references.map(words.reference));
  const protection = Object.entries(track.tiers).flatMap(([level, tier]) =>
    tier?.protectionDays === undefined
      ? []
      : [t`${own(`level:${level}`, level)}: ${tier.protectionDays} days`],
  );
  return (
    <Section
      title={own(`track:${track.key}`, track.label)}
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
