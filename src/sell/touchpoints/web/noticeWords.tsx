import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { NoticeWords } from "#ecosystem/notices/web/index.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { kinds } from "../touchpoint.ts";
import { useTouchpointWords } from "./touchpointWords.ts";

/* What people are told of touchpoints, on the pages; noticeKinds.ts has the same for mails. */

type Value = string | number | boolean | null | undefined;

/** What was done and when, such as "Demo, 10 Jun 2026". */
function Done({ what, occurredOn }: { what: Value; occurredOn: Value }) {
  const words = useTouchpointWords();
  const kind = kinds.find((one) => one === what);
  return (
    <>
      {kind !== undefined && words.kinds[kind]}, <DayText value={String(occurredOn)} />
    </>
  );
}

export const touchpointNoticeWords: NoticeWords = {
  kinds: {
    "touchpoint.confirmed": ({ about, what, occurredOn }) => ({
      title: <Trans>Touchpoint confirmed: {about}</Trans>,
      text: (
        <Trans>
          <Done what={what} occurredOn={occurredOn} />: it stands and counts.
        </Trans>
      ),
    }),
    "touchpoint.contested": ({ about, what, occurredOn, reason }) => ({
      title: <Trans>Touchpoint contested: {about}</Trans>,
      text: (
        <>
          <Done what={what} occurredOn={occurredOn} />: {reason}
        </>
      ),
    }),
    "touchpoint.to_confirm": ({ about, partner, what, occurredOn }) => ({
      title: (
        <Trans>
          Touchpoint to confirm: {about}, of {partner}
        </Trans>
      ),
      text: <Done what={what} occurredOn={occurredOn} />,
    }),
    "touchpoint.asked_again": ({ about, partner, remark }) => ({
      title: (
        <Trans>
          Asked again: {about}, of {partner}
        </Trans>
      ),
      text: remark,
    }),
  },
  topics: {
    "touchpoints-contested": {
      label: msg`Contested touchpoints`,
      hint: msg`That the vendor doubts what was logged, and why.`,
    },
    "touchpoints-confirmed": {
      label: msg`Confirmed touchpoints`,
      hint: msg`That what was logged stands and counts.`,
    },
    "touchpoints-logged": {
      label: msg`Touchpoints to confirm`,
      hint: msg`What partners log, and what they say to a touchpoint that was contested.`,
    },
  },
};
