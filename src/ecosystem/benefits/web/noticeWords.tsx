import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { EndTime } from "#ui/text/dates.tsx";
import { Quantity } from "#ui/text/Quantity.tsx";
import type { NoticeWords } from "../../notices/web/index.tsx";

/* What people are told of benefits, on the pages; noticeKinds.ts has the same for mails. */

type Value = string | number | boolean | null | undefined;

/** "Demo licences (3)", or the name alone where nothing is counted. */
function What({ label, quantity }: { label: Value; quantity: Value }) {
  if (!quantity) return String(label);
  return (
    <>
      <bdi>{label}</bdi> (<Quantity value={String(quantity)} />)
    </>
  );
}

export const benefitNoticeWords: NoticeWords = {
  kinds: {
    "benefit.to_decide": ({ label, quantity, partner, purpose }) => ({
      title: (
        <Trans>
          {partner} asks for <What label={label} quantity={quantity} />
        </Trans>
      ),
      text: purpose,
    }),
    "benefit.granted": ({ label, quantity, validUntil, reason }) => ({
      title: (
        <Trans>
          Granted: <What label={label} quantity={quantity} />
        </Trans>
      ),
      text: validUntil ? (
        <Trans>
          It may be used until <EndTime value={String(validUntil)} />. {reason}
        </Trans>
      ) : (
        <Trans>It may be used from now on. {reason}</Trans>
      ),
    }),
    "benefit.declined": ({ label, quantity, reason }) => ({
      title: (
        <Trans>
          Declined: <What label={label} quantity={quantity} />
        </Trans>
      ),
      text: reason,
    }),
    "benefit.reversed": ({ label, quantity, reason }) => ({
      title: (
        <Trans>
          Grant taken back: <What label={label} quantity={quantity} />
        </Trans>
      ),
      text: reason,
    }),
    "benefit.expiring": ({ label, quantity, validUntil }) => ({
      title: (
        <Trans>
          Ends soon: <What label={label} quantity={quantity} />
        </Trans>
      ),
      text: (
        <Trans>
          It can be used until <EndTime value={String(validUntil)} />; what is left then is gone.
        </Trans>
      ),
    }),
    "benefit.expired": ({ label, quantity }) => ({
      title: (
        <Trans>
          Expired: <What label={label} quantity={quantity} />
        </Trans>
      ),
      text: <Trans>It can be used no more.</Trans>,
    }),
  },
  topics: {
    "benefit-decisions": {
      label: msg`Decisions about benefits`,
      hint: msg`That a benefit was granted, declined or a grant taken back.`,
    },
    "benefit-endings": {
      label: msg`Benefits that end`,
      hint: msg`That a benefit ends soon or has expired.`,
    },
    "benefit-requests": {
      label: msg`Requests of benefits`,
      hint: msg`That a partner asks for a benefit.`,
    },
  },
};
