import { Trans, useLingui } from "@lingui/react/macro";
import type { Act } from "#ui/act/Act.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Standing } from "../contract.ts";
import { RequirementLines } from "./RequirementLines.tsx";
import { useStandingInWords } from "./standingInWords.ts";
import classes from "./tiers.module.css";
import { useAmounts, useWhyWords } from "./tierWords.tsx";

type Next = NonNullable<Standing["next"]>;
type Step = Next["levels"][number];

/** Where a partner stands in one program: what holds, what the next review would give, and what is missing to more. */
export function StandingSections({
  standing: told,
  action,
}: {
  standing: Standing;
  action?: Act | undefined;
}) {
  const { t } = useLingui();
  const standing = useStandingInWords(told);
  const { program, place, next } = standing;
  const title = place === null ? program.label : t`${program.label}, ${place.label}`;
  return (
    <>
      <Section title={title} note={<Measured standing={standing} />} action={action}>
        <Holds standing={standing} />
      </Section>
      {next && <NextSection next={next} held={standing.current?.level ?? null} title={title} />}
    </>
  );
}

function Measured({ standing: { measuredAt } }: { standing: Standing }) {
  if (measuredAt === "group") return <Trans>What all companies of the group achieve counts together.</Trans>;
  if (measuredAt === "country") return <Trans>Each country has a level of its own.</Trans>;
  if (measuredAt === "location") return <Trans>Each location has a level of its own.</Trans>;
  return null;
}

function Holds({ standing: { current, next } }: { standing: Standing }) {
  const { t } = useLingui();
  const why = useWhyWords();
  if (current === null)
    return <Trans>The first review has not been yet. Until then the lowest level holds.</Trans>;
  const words = why[current.why];
  const facts: Fact[] = [
    {
      label: t`Level`,
      value: current.level,
      hint: (
        <Trans>
          since <DayText value={current.since} />
        </Trans>
      ),
    },
    {
      label: t`Why`,
      value: (
        <Status tone={words.tone} badge>
          {words.brief}
        </Status>
      ),
      hint: words.line,
    },
    {
      label: t`The review behind it`,
      value: <DayText value={current.review.decidedOn} />,
      hint: <Dates review={current.review} />,
    },
  ];
  if (next) {
    facts.push({
      label: t`At the next review, by what counts so far`,
      value: next.level,
      hint: (
        <Trans>
          {why[next.why].brief}; decided on <DayText value={next.review.decidedOn} />
        </Trans>
      ),
    });
  }
  return (
    <>
      <Facts facts={facts} columned />
      <Sentences>
        {current.exception && (
          <Trans>
            {current.exception.level} by exception until{" "}
            <DayText value={dayBefore(current.exception.until)} />: {current.exception.reason}
          </Trans>
        )}
        {current.grandfathered && (
          <Trans>
            At least {current.grandfathered.level} is promised until{" "}
            <DayText value={dayBefore(current.grandfathered.until)} />: {current.grandfathered.reason}
          </Trans>
        )}
        {current.graceUntil && (
          <Trans>
            The grace period ends on <DayText value={dayBefore(current.graceUntil)} />. What is reached by the
            review after that decides.
          </Trans>
        )}
      </Sentences>
    </>
  );
}

/** The three dates: what counted, when it was decided, from when it holds. */
function Dates({ review }: { review: Next["review"] }) {
  return (
    <Trans>
      counts what happened through <DayText value={dayBefore(review.on)} />, in force from{" "}
      <DayText value={review.inForceFrom} />
    </Trans>
  );
}

function NextSection({ next, held, title }: { next: Next; held: string | null; title: string }) {
  const { t } = useLingui();
  const amounts = useAmounts();
  return (
    <Section
      title={t`The next review: ${title}`}
      note={
        <Trans>
          Decided on <DayText value={next.review.decidedOn} />: <Dates review={next.review} />.
        </Trans>
      }
    >
      <div className={classes.steps}>
        <Warning next={next} held={held} />
        <Facts
          columned
          facts={next.measures.map(({ label, amounts: counted, window }) => ({
            label,
            value: amounts(counted),
            hint:
              window.from === null ? (
                <Trans>
                  as of <DayText value={dayBefore(window.until)} />
                </Trans>
              ) : (
                <Trans>
                  <DayText value={window.from} /> to <DayText value={dayBefore(window.until)} />
                </Trans>
              ),
          }))}
        />
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
          <StepToLevel key={step.level} step={step} held={held} />
        ))}
      </div>
    </Section>
  );
}

function Warning({ next, held }: { next: Next; held: string | null }) {
  if (held === null || next.level === held || next.levels.some(({ level }) => level === next.level))
    return null;
  return (
    <Note tone="warn">
      <Trans>
        By what counts so far the level would be {next.level} from <DayText value={next.review.inForceFrom} />{" "}
        on, instead of {held}.
      </Trans>
    </Note>
  );
}

function StepToLevel({
  step: { level, met, requirement, gains },
  held,
}: {
  step: Step;
  held: string | null;
}) {
  const { t } = useLingui();
  const title =
    level === held ? t`To keep ${level}` : met ? t`${level} is reached` : t`What ${level} asks for`;
  return (
    <div className={classes.step}>
      <h3>{title}</h3>
      <RequirementLines lines={requirement} label={title} />
      {gains.length > 0 && (
        <div className={classes.gains}>
          <Trans>{level} would give:</Trans>
          <Sentences>
            {gains.map((gain) => (
              <GainLine key={gain.key} gain={gain} />
            ))}
          </Sentences>
        </div>
      )}
    </div>
  );
}

function GainLine({ gain }: { gain: Step["gains"][number] }) {
  const value = useGainValue();
  const { label, now, given } = gain;
  const [before, after] = [value(gain, now), value(gain, given)];
  if (gain.unit === "none") return <span>{label}</span>;
  if (now === null) {
    return (
      <Trans>
        {label}: {after}
      </Trans>
    );
  }
  return (
    <Trans>
      {label}: {after} instead of {before}
    </Trans>
  );
}

function useGainValue() {
  const format = useFormat();
  return ({ unit, currency }: Step["gains"][number], value: string | null): string => {
    if (value === null) return "";
    const isNumber = /^\d+(\.\d+)?$/.test(value);
    if (!isNumber) return value;
    if (unit === "percent") return format.percent(value);
    if (unit === "money" && currency !== null) return format.money({ amount: value, currency });
    return unit === "count" ? format.exact(value) : value;
  };
}
