import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import type { NoticeWords } from "../../notices/web/index.tsx";

/* What the vendor's people are told of overrides, on the pages; noticeKinds.ts has the same for mails. */

export const overrideNoticeWords: NoticeWords = {
  kinds: {
    "program_override.to_approve": ({ program, scope, by, reason }) => ({
      title: (
        <Trans>
          An override waits for your approval: {program}, {scope}
        </Trans>
      ),
      text: (
        <Trans>
          {by} proposes it, for this reason: {reason}
        </Trans>
      ),
    }),
    "program_override.approved": ({ program, scope, from }) => ({
      title: (
        <Trans>
          Override approved: {program}, {scope}
        </Trans>
      ),
      text: (
        <Trans>
          It holds from <DayText value={String(from)} /> on.
        </Trans>
      ),
    }),
    "program_override.declined": ({ program, scope, reason }) => ({
      title: (
        <Trans>
          Override declined: {program}, {scope}
        </Trans>
      ),
      text: reason,
    }),
    "program_override.ending": ({ program, scope }) => ({
      title: (
        <Trans>
          An override ends soon: {program}, {scope}
        </Trans>
      ),
      text: <Trans>Then the program's own word holds, unless another override is approved before.</Trans>,
    }),
  },
  topics: {
    overrides: {
      label: msg`Overrides of programs`,
      hint: msg`That one waits for approval, was approved or declined, or ends soon.`,
    },
  },
};
