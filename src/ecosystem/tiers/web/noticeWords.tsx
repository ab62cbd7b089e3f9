import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import type { NoticeWords } from "../../notices/web/index.tsx";

/* What people are told of tiers, on the pages; noticeKinds.ts has the same for mails. */

const day = (value: unknown) => <DayText value={String(value)} />;

export const tierNoticeWords: NoticeWords = {
  kinds: {
    "tier.promoted": ({ program, level, from }) => ({
      title: (
        <Trans>
          Promoted to {level} in {program}
        </Trans>
      ),
      text: <Trans>Your company has this level from {day(from)} on.</Trans>,
    }),
    "tier.demoted": ({ program, level, before, from }) => ({
      title: (
        <Trans>
          {level} instead of {before} in {program}
        </Trans>
      ),
      text: <Trans>From {day(from)} on. See what was counted and what is missing.</Trans>,
    }),
    "tier.grace_began": ({ program, level, until }) => ({
      title: (
        <Trans>
          {level} in {program} is in grace
        </Trans>
      ),
      text: <Trans>The level holds at least until {day(until)}. See what is missing.</Trans>,
    }),
    "tier.warned": ({ program, level, wouldBe, from }) => ({
      title: (
        <Trans>
          {level} in {program} is at risk
        </Trans>
      ),
      text: (
        <Trans>
          By what counts so far it would be {wouldBe} from {day(from)} on.
        </Trans>
      ),
    }),
    "tier.exception_granted": ({ program, level, until, reason }) => ({
      title: (
        <Trans>
          {level} in {program} by exception
        </Trans>
      ),
      text: (
        <Trans>
          Until {day(until)}: {reason}
        </Trans>
      ),
    }),
    "tier.exception_ended": ({ program, level }) => ({
      title: (
        <Trans>
          The exception for {level} in {program} ended
        </Trans>
      ),
      text: <Trans>The level follows from the numbers again.</Trans>,
    }),
    "tier.exception_ends_soon": ({ program, level, until }) => ({
      title: (
        <Trans>
          {level} by exception ends soon in {program}
        </Trans>
      ),
      text: <Trans>From {day(until)} on the level follows from the numbers again.</Trans>,
    }),
    "tier.exception_to_renew": ({ program, level, until, partner }) => ({
      title: (
        <Trans>
          {partner}: {level} by exception ends soon
        </Trans>
      ),
      text: (
        <Trans>
          In {program}, until {day(until)}.
        </Trans>
      ),
    }),
    "tier.grandfathered": ({ program, level, until, reason }) => ({
      title: (
        <Trans>
          {level} in {program} is promised
        </Trans>
      ),
      text: (
        <Trans>
          Until {day(until)}: {reason}
        </Trans>
      ),
    }),
    "tier.program_changes": ({ program, level, wouldBe, from }) => ({
      title: (
        <Trans>
          {program} changes from {day(from)} on
        </Trans>
      ),
      text: (
        <Trans>
          By what counts so far your company would have {wouldBe} instead of {level}.
        </Trans>
      ),
    }),
    "tier.program_asks_more": ({ program, level, wouldBe, from, until }) => ({
      title: (
        <Trans>
          {program} asks more for {level} from {day(from)} on
        </Trans>
      ),
      text:
        until === "" ? (
          <Trans>
            By what counts so far your company would earn {wouldBe}; it keeps {level} for a time.
          </Trans>
        ) : (
          <Trans>
            By what counts so far your company would earn {wouldBe}; it keeps {level} in grace until{" "}
            {day(until)}.
          </Trans>
        ),
    }),
    "tier.program_takes_away": ({ program, level, benefits, from }) => ({
      title: (
        <Trans>
          {program} gives less from {day(from)} on
        </Trans>
      ),
      text:
        benefits === "" ? (
          <Trans>What your company has with {level} changes.</Trans>
        ) : (
          <Trans>
            With {level} your company has less: {benefits}.
          </Trans>
        ),
    }),
    "tier.program_leaves_out": ({ program, from }) => ({
      title: (
        <Trans>
          {program} ends for your company on {day(from)}
        </Trans>
      ),
      text: <Trans>A version was published that is for others.</Trans>,
    }),
  },
  topics: {
    tiers: {
      label: msg`Tiers`,
      hint: msg`That your company is promoted, in danger of losing its level, in grace, or demoted.`,
    },
    "tier-exceptions": {
      label: msg`Exceptions from tiers`,
      hint: msg`That a level which was given by exception ends soon.`,
    },
  },
};
