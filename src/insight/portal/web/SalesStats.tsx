import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Stat } from "#ui/page/Stat.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { PartnerSales } from "../contract.ts";

/** What one's own company has open and won. */
export function SalesStats({ sales: { open, openValue, now, deals, last } }: { sales: PartnerSales }) {
  const { t } = useLingui();
  return (
    <>
      <Stat
        label={t`Our open deals`}
        value={<Count value={open} />}
        note={
          Number(openValue.amount) > 0 ? (
            <Trans>
              worth <Money value={openValue} whole />
            </Trans>
          ) : undefined
        }
        to="/opportunities?meaning=open"
      />
      <Stat
        label={t`Won this quarter so far`}
        value={<Money value={now} whole />}
        note={
          <Trans>
            <Plural value={deals} one="# deal" other="# deals" />, <Money value={last} whole /> in the last
            quarter
          </Trans>
        }
        to="/opportunities?meaning=won"
      />
    </>
  );
}
