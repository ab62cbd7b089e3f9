import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { NoticeWords } from "../../notices/web/index.tsx";

/* What people are told of specializations, on the pages; noticeKinds.ts has the same for mails. */

export const specializationNoticeWords: NoticeWords = {
  kinds: {
    "specialization.to_decide": ({ label, partner }) => ({
      title: (
        <Trans>
          {partner} applies for {label}
        </Trans>
      ),
      text: <Trans>What is asked and what the company has stand beside it.</Trans>,
    }),
    "specialization.awarded": ({ label }) => ({
      title: <Trans>Your company is specialized: {label}</Trans>,
      text: <Trans>Its badge is on your page of specializations.</Trans>,
    }),
    "specialization.declined": ({ label, reason }) => ({
      title: <Trans>Application declined: {label}</Trans>,
      text: reason,
    }),
    "specialization.revoked": ({ label, reason }) => ({
      title: <Trans>Specialization revoked: {label}</Trans>,
      text: reason,
    }),
    "specialization.ending": ({ label }) => ({
      title: <Trans>A specialization ends soon: {label}</Trans>,
      text: <Trans>Apply for its renewal before then.</Trans>,
    }),
    "specialization.expired": ({ label }) => ({
      title: <Trans>A specialization has ended: {label}</Trans>,
      text: <Trans>Your company can apply for it anew.</Trans>,
    }),
  },
  topics: {
    specializations: {
      label: msg`Specializations`,
      hint: msg`That one is awarded, declined, revoked, or ends.`,
    },
    "specialization-applications": {
      label: msg`Applications for specializations`,
      hint: msg`That a company applies for one.`,
    },
  },
};
