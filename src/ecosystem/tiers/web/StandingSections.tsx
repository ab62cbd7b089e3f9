import { Trans, useLingui } from "@lingui/react/macro";
import type { Act } from "#ui/act/Act.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Standing } from "../contract.ts";
import { NextSection } from "./NextSection.tsx";
import { PastReview } from "./ReviewDates.tsx";
import { useStandingInWords } from "./standingInWords.ts";
import classes from "./tiers.module.css";
import { useStandingTitle, useWhyWords } from "./tierWords.tsx";

/** Where a partner stands in one program: what holds, what the next review would give, and what is missing to more. */
export function StandingSections({
  standing: told,
  factsOf,
  action,
}: {
  standing: Standing;
  factsOf: string;
  action?: Act | undefined;
}) {
  const standing = useStandingInWords(told);
  const { next, current, levels } = standing;
  const title = useStandingTitle(standing);
  return (
    <>
      <Section
        title={title}
        note={<Measured standing={standing} />}
        action={standing.left === null ? action : undefined}
      >
        <div className={classes.parts}>
          {standing.left === null ? <Holds standing={standing} /> : <Left left={standing.left} />}
        </div>
      </Section>
      {next && (
        <NextSection {...{ next, title, factsOf }} held={current?.level ?? null} base={levels[0] ?? ""} />
      )}
    </>
  );
}

/** That the program is over for the partner: since when, why, and which level it had. */
function Left({ left: { since, until, reason, level } }: { left: NonNullable<Standing["left"]> }) {
  const { t } = useLingui();
  const facts: Fact[] = [
    {
      label: t`Level`,
      value: t`None: not in the program any more`,
      hint: since && (
        <Trans>
          since <DayText value={since} />
        </Trans>
      ),
    },
    {
      label: t`Why`,
      value: reason ?? t`Its criteria do not fit the company any more`,
      hint: until && (
        <Trans>
          through <DayText value={dayBefore(until)} />
        </Trans>
      ),
    },
  ];
  if (level !== null) facts.push({ label: t`Level until then`, value: level });
  return <Facts facts={facts} columned />;
}

function Measured({ standing: { measuredAt } }: { standing: Standing }) {
  if (measuredAt === "group") return <Trans>What all companies of the group achieve counts together.</Trans>;
  if (measuredAt === "downline") {
    return (
      <Trans>What partners below yours achieve counts with it; what is asked for besides is yours.</Trans>
    );
  }
  if (measuredAt === "entity") return <Trans>What the company itself achieves counts.</Trans>;
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
  ];
  if (current.earned !== current.level) {
    facts.push({ label: t`By the numbers alone`, value: current.earned });
  }
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
        <PastReview review={current.review} />
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
