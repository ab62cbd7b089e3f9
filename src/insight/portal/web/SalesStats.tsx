import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { dayBefore } from "#ui/format/time.ts";
import { Stat } from "#ui/page/Stat.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { wonBetween } from "../../sales/web/index.tsx";
import type { PartnerSales, readPortal } from "../contract.ts";

interface SalesStatsProps {
  sales: Omit<PartnerSales, "partner">;
  /** The days of this quarter. */
  quarter: { from: string; until: string };
  influenced: ResponseOf<typeof readPortal>["influenced"];
  /** True where the deals of partners below are counted, too. */
  together: boolean;
}

/** What is open, and what this quarter has brought so far. */
export function SalesStats({ sales, quarter, influenced, together }: SalesStatsProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const { open, openValue, now, deals, last } = sales;
  return (
    <>
      <Stat
        label={together ? t`Open deals, ours and our agents'` : t`Our open deals`}
        value={<Count value={open} />}
        note={
          Number(openValue.amount) > 0 ? (
            <Trans>
              worth <Money value={openValue} whole />, where a value is known
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
      {influenced.touchpoints > 0 && can("touchpoint.read") && (
        <Influenced influenced={influenced} quarter={quarter} />
      )}
    </>
  );
}

/** Where we helped others' sales: only what is ours is told, the touches and the customers. */
function Influenced({ influenced, quarter }: Pick<SalesStatsProps, "influenced" | "quarter">) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const { touchpoints, customers } = influenced;
  const query = {
    state: "confirmed",
    on: "account",
    occurredFrom: quarter.from,
    occurredUntil: dayBefore(quarter.until),
  };
  return (
    <Stat
      label={t`Customers we helped with this quarter`}
      value={<Count value={customers} />}
      note={
        <Trans>
          influenced, by <Plural value={touchpoints} one="# touchpoint" other="# touchpoints" /> that{" "}
          {vendorName} confirmed, beside the deals of our own
        </Trans>
      }
      to={`/touchpoints?${new URLSearchParams(query)}`}
    />
  );
}
