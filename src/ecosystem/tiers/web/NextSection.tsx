import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useToday } from "#ui/format/useToday.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { Standing } from "../contract.ts";
import { Gains } from "./Gains.tsx";
import { RequirementLines } from "./RequirementLines.tsx";
import { ComingReview } from "./ReviewDates.tsx";
import { useMissing } from "./TierPanel.tsx";
import classes from "./tiers.module.css";
import { useCounted, useWhyWords } from "./tierWords.tsx";

type Next = NonNullable<Standing["next"]>;
type Step = Next["levels"][number];

interface NextSectionProps {
  next: Next;
  /** The level that is in force; null before the first review. */
  held: string | null;
  base: string;
  title: string;
  /** The address of the partner's facts, ready for what they are narrowed by. */
  factsOf: string;
}

/** The next review: what counts so far, what is asked to keep the level and for each above it, and what those give. */
export function NextSection({ next, held, base, title, factsOf }: NextSectionProps) {
  const { t } = useLingui();
  return (
    <Section title={t`The next review: ${title}`} note={<ComingReview review={next.review} />}>
      <div className={classes.steps}>
        <Warning next={next} held={held} />
        <Counts next={next} factsOf={factsOf} />
        {next.goodStanding.length > 0 && (
          <div className={classes.step}>
            <h3>
              {next.inGoodStanding
                ? t`In good standing`
                : t`Not in good standing: no higher level until this is met`}
            </h3>
            <RequirementLines lines={next.goodStanding} label={t`Good standing`} />
          </div>
        )}
        {next.levels.map((step) => (
          <StepToLevel key={step.level} step={step} isHeld={step.level === held} now={held ?? base} />
        ))}
      </div>
    </Section>
  );
}

/** That what counts so far keeps the level no longer: what would be instead and less, or until when it is kept all the same. */
function Warning({ next, held }: { next: Next; held: string | null }) {
  const { t } = useLingui();
  const missing = useMissing();
  const why = useWhyWords();
  const kept = next.levels.find(({ level }) => level === held);
  if (held === null || kept === undefined || kept.met) return null;
  const toKeep = missing(kept.requirement);
  const warned = next.warnedOn && (
    <Trans>
      Your company is warned from <DayText value={next.warnedOn} /> on.
    </Trans>
  );
  if (next.level === held) {
    return (
      <Note tone="warn">
        <Sentences>
          <Trans>
            By what counts so far the numbers reach {next.earned} only. To keep {held} for good: {toKeep}.
          </Trans>
          {why[next.why].line}
          {next.graceUntil && (
            <Trans>
              It would be kept in grace through <DayText value={dayBefore(next.graceUntil)} />.
            </Trans>
          )}
          {warned}
        </Sentences>
      </Note>
    );
  }
  return (
    <>
      <Note tone="warn">
        <Sentences>
          <Trans>
            By what counts so far the level would be {next.level} from{" "}
            <DayText value={next.review.inForceFrom} /> on, instead of {held}. To keep {held}: {toKeep}.
          </Trans>
          {warned}
        </Sentences>
      </Note>
      {next.losses.length > 0 && (
        <div className={classes.step}>
          <Gains
            gains={next.losses}
            held={held}
            level={next.level}
            label={t`What would be less with ${next.level}`}
          />
        </div>
      )}
    </>
  );
}

function Counts({ next: { measures }, factsOf }: { next: Next; factsOf: string }) {
  const counted = useCounted();
  const today = useToday();
  const behind = ({ fact, window: { from, until } }: Next["measures"][number]) => {
    if (fact === null) return undefined;
    const days = { ...(from !== null && { from }), through: dayBefore(until) };
    return `${factsOf}kind=${fact}&${new URLSearchParams(days)}`;
  };
  return (
    <Facts
      columned
      facts={measures.map((measure) => ({
        label: measure.label,
        value: counted(measure),
        to: behind(measure),
        hint:
          measure.window.from === null ? (
            measure.window.until > today ? (
              <Trans>
                as it is today; what is so on <DayText value={dayBefore(measure.window.until)} /> counts
              </Trans>
            ) : (
              <Trans>
                as of <DayText value={dayBefore(measure.window.until)} />
              </Trans>
            )
          ) : (
            <Trans>
              <DayText value={measure.window.from} /> to <DayText value={dayBefore(measure.window.until)} />
            </Trans>
          ),
      }))}
    />
  );
}

function StepToLevel({
  step: { level, met, requirement, gains },
  isHeld,
  now,
}: {
  step: Step;
  isHeld: boolean;
  now: string;
}) {
  const { t } = useLingui();
  const title = isHeld ? t`To keep ${level}` : met ? t`${level} is reached` : t`What ${level} asks for`;
  return (
    <div className={classes.step}>
      <h3>{title}</h3>
      <RequirementLines lines={requirement} label={title} />
      {gains.length > 0 && (
        <div className={classes.gains}>
          <Gains gains={gains} held={now} level={level} label={t`What ${level} would give`} />
        </div>
      )}
    </div>
  );
}
