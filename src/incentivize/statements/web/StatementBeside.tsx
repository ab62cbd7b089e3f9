import { Trans, useLingui } from "@lingui/react/macro";
import { searchOf } from "#ui/api/url.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { StatementRecord } from "../contract.ts";

/** What stands beside the sum: whose it is, what was earned and is held, and what became of the balance. */
export function StatementBeside({ statement }: { statement: StatementRecord }) {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const { partner, period, earned, held, payout } = statement;
  const whose = side === "vendor" ? { partnerId: partner.id } : {};
  return (
    <Facts
      facts={[
        ...(side === "vendor"
          ? [{ label: t`Partner`, value: partner.name, to: href("partner", partner.id) }]
          : []),
        {
          label: t`Earned in the month`,
          value: <Money value={earned} />,
          to: `/earnings?${searchOf({ ...whose, period })}`,
          hint: <Trans>released when its hold ends</Trans>,
        },
        {
          label: t`Held at its end`,
          value: <Money value={held} />,
          hint: <Trans>booked and not released</Trans>,
        },
        {
          label: t`Payment`,
          value: payout ? (payout.reference ?? t`on its way`) : null,
          to: payout ? href("payment", payout.id) : undefined,
          hint: payout?.paidOn ? <DayText value={payout.paidOn} /> : undefined,
        },
      ]}
    />
  );
}
