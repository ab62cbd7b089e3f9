import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import type { NextTierReview } from "../contract.ts";
import { LevelCounts } from "./LevelCounts.tsx";
import { ComingReview } from "./ReviewDates.tsx";
import classes from "./tiers.module.css";

interface NextReviewProps {
  about: NextTierReview;
  review: NonNullable<NextTierReview["review"]>;
}

/** A program's next review at a glance: its dates, how many move, and how many have each level before and after. */
export function NextReview({ about, review }: NextReviewProps) {
  const { t } = useLingui();
  return (
    <Section title={t`The next review`} note={<ComingReview review={review} />}>
      <div className={classes.steps}>
        <Facts columned facts={useFacts({ about, review })} />
        <LevelCounts
          label={t`Levels`}
          levels={about.levels.map(({ level, now, next }) => ({ level, before: now, after: next }))}
          before={t`Today`}
          after={t`After the next review`}
        />
      </div>
    </Section>
  );
}

function useFacts({ about: { counts, last }, review: { warnedOn, graceDays } }: NextReviewProps): Fact[] {
  const { t } = useLingui();
  const warned: Fact = {
    label: t`Warned`,
    value: <Count value={counts.warned} />,
    hint: warnedOn && (
      <Trans>
        from <DayText value={warnedOn} /> on
      </Trans>
    ),
  };
  return [
    { label: t`Would rise`, value: <Count value={counts.up} /> },
    { label: t`Would fall`, value: <Count value={counts.down} /> },
    { label: t`Near a threshold`, value: <Count value={counts.near} /> },
    ...(warnedOn === null ? [] : [warned]),
    ...(graceDays === 0 ? [] : [{ label: t`In grace`, value: <Count value={counts.grace} /> }]),
    {
      label: t`The last review`,
      value: last ? <DayText value={last.decidedOn} /> : null,
      hint: last && <Plural value={last.partners} one="# partner" other="# partners" />,
    },
  ];
}
