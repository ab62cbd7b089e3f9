import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Stat } from "#ui/page/Stat.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { wonBetween } from "../../sales/web/index.tsx";
import type { PartnerSales } from "../contract.ts";

interface SalesStatsProps {
  sales: Omit<PartnerSales, "partner">;
  /** The days of this quarter. */
  quarter: { from: string; until: string };
  /** True where the deals of partners below are counted, too. */
  together: boolean;
}

/** What is open, and what this quarter has brought so far. */
export function SalesStats({ sales, quarter, together }: SalesStatsProps) {
  const { t } = useLingui();
  const { open, openValue, now, deals, last } = sales;
  return (
    <>
      <Stat
        label={together ? t`Open deals, ours and our agents'` : t`Our open deals`}
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
        label={together ? t`Won this quarter so far, ours and our agents'` : t`Won this quarter so far`}
        value={<Money value={now} whole />}
        note={
          <Trans>
            <Plural value={deals} one="# deal" other="# deals" />; <Money value={last} whole /> in the last
            quarter
          </Trans>
        }
        to={wonBetween(quarter)}
      />
    </>
  );
}
