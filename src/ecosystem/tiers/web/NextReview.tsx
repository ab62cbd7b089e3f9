import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { daysBetween } from "#ui/format/time.ts";
import { useToday } from "#ui/format/useToday.ts";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { useProgramNames } from "../../programs/web/index.tsx";
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
  const { level: named } = useProgramNames(about.program.id);
  return (
    <Section title={t`The next review`} note={<ComingReview review={review} />}>
      <div className={classes.steps}>
        <Facts columned facts={useFacts({ about, review })} />
        <LevelCounts
          label={t`Levels`}
          levels={about.levels.map(({ level, now, next }) => ({
            level: named(level),
            before: now,
            after: next,
          }))}
          before={t`Today`}
          after={t`After the next review`}
        />
      </div>
    </Section>
  );
}

function useFacts({ about: { counts, last }, review: { on, warnedOn, graceDays } }: NextReviewProps): Fact[] {
  const { t } = useLingui();
  const left = daysBetween(useToday(), on);
  const soFar =
    left > 0 ? (
      <Plural
        value={left}
        one="as it stands; # day is still to come"
        other="as it stands; # days are still to come"
      />
    ) : (
      <Trans>what counts is over</Trans>
    );
  const grace: Fact = {
    label: t`In grace`,
    value: <Count value={counts.grace} />,
    hint: t`${counts.graceToday} of them today`,
  };
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
    { label: t`Would rise`, value: <Count value={counts.up} />, hint: soFar },
    { label: t`Would fall`, value: <Count value={counts.down} />, hint: soFar },
    { label: t`Near a threshold`, value: <Count value={counts.near} /> },
    ...(warnedOn === null ? [] : [warned]),
    ...(graceDays === 0 ? [] : [grace]),
    {
      label: t`The last review`,
      value: last ? <DayText value={last.decidedOn} /> : null,
      hint: last && <Plural value={last.partners} one="# partner" other="# partners" />,
    },
  ];
}
