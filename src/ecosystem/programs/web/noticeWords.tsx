import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import type { NoticeWords } from "../../notices/web/index.tsx";

/* What partners are told of programs, on the pages; noticeKinds.ts has the same for mails. */

const day = (value: unknown) => <DayText value={String(value)} />;

export const programNoticeWords: NoticeWords = {
  kinds: {
    "program.to_acknowledge": ({ program, year }) => ({
      title: (
        <Trans>
          {program}: the program year {year} waits to be acknowledged
        </Trans>
      ),
      text: <Trans>Read what the levels ask for and give, then acknowledge it for your company.</Trans>,
    }),
    "program.included": ({ program, from, reason }) => ({
      title: <Trans>Your company is taken into {program}</Trans>,
      text: (
        <Trans>
          From {day(from)} on: {reason}
        </Trans>
      ),
    }),
    "program.excluded": ({ program, from, reason }) => ({
      title: <Trans>Your company is left out of {program}</Trans>,
      text: (
        <Trans>
          From {day(from)} on: {reason}
        </Trans>
      ),
    }),
  },
  topics: {
    programs: {
      label: msg`Programs`,
      hint: msg`That a program year waits to be acknowledged, or that your company is taken into a program or left out.`,
    },
  },
};
