import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { EngagementSettings } from "../contract.ts";
import { useEngagementWords } from "./engagementWords.ts";
import { spans, useWeekdays } from "./workingTime.ts";

/** What the vendor promises, by its own business calendar. */
export function AnswerTimes({ settings }: { settings: EngagementSettings }) {
  const { vendorName } = useReader();
  const { firstAnswerDays, decisionDays, questionDays } = settings;
  return (
    <Sentences>
      <Trans>
        {vendorName} gives a first answer within{" "}
        <Plural value={firstAnswerDays} one="# business day" other="# business days" /> and decides within{" "}
        <Plural value={decisionDays} one="# business day" other="# business days" />.
      </Trans>
      <Trans>
        While the partner is asked something, this clock stands. It has{" "}
        <Plural value={questionDays} one="# business day" other="# business days" /> for the answer; after
        that the registration loses its place.
      </Trans>
      <WorkingTime settings={settings} />
    </Sentences>
  );
}

function WorkingTime({ settings: { workingTime } }: { settings: EngagementSettings }) {
  const { t } = useLingui();
  const { timeZone } = useReader();
  const format = useFormat();
  const words = useEngagementWords();
  const weekday = useWeekdays();
  const { from, until, holidays } = workingTime;
  const days = words.list(
    spans(workingTime.workdays).map(([first, last]) => {
      if (first === last) return weekday(first);
      const [begin, end] = [weekday(first), weekday(last)];
      return t`${begin} to ${end}`;
    }),
  );
  const closed = words.list(holidays.toSorted().map(format.day));
  return (
    <>
      <Trans>
        Business time is {days}, {from} to {until} ({timeZone}).
      </Trans>
      {holidays.length > 0 && (
        <>
          {" "}
          <Trans>Closed on {closed}.</Trans>
        </>
      )}
    </>
  );
}
