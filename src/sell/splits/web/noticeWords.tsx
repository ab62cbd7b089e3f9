import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { NoticeWords } from "#ecosystem/notices/web/index.tsx";

/* What people are told of pay splits, on the pages; noticeKinds.ts has the same for mails. */

export const splitNoticeWords: NoticeWords = {
  kinds: {
    "pay_split.to_sign": ({ name }) => ({
      title: <Trans>A split waits for your signature: {name}</Trans>,
      text: <Trans>Read the terms and your share, then sign or refuse.</Trans>,
    }),
    "pay_split.in_force": ({ name }) => ({
      title: <Trans>Split in force: {name}</Trans>,
      text: <Trans>Runs from now on pay by it.</Trans>,
    }),
    "pay_split.withdrawn": ({ name, reason }) => ({
      title: <Trans>Split withdrawn: {name}</Trans>,
      text: reason,
    }),
    "pay_split.refused": ({ name }) => ({
      title: <Trans>Split refused: {name}</Trans>,
      text: <Trans>A participant refused it. The proposal is over; runs pay as they did.</Trans>,
    }),
    "pay_split.to_confirm": ({ name }) => ({
      title: <Trans>All have signed: {name}</Trans>,
      text: <Trans>It is in force once you confirm it.</Trans>,
    }),
    "pay_split.turned_down": ({ name, partner, reason }) => ({
      title: (
        <Trans>
          Split refused by {partner}: {name}
        </Trans>
      ),
      text: reason,
    }),
  },
  topics: {
    "pay-splits": {
      label: msg`Splits of pay credit`,
      hint: msg`That one waits for a signature, is in force, was refused or taken back.`,
    },
    "pay-split-answers": {
      label: msg`Answers to splits`,
      hint: msg`That all have signed a split of pay credit, or that a partner refused it.`,
    },
  },
};
