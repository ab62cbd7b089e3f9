import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { type Comparison, Stat } from "#ui/page/Stat.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { wonByMonth } from "../contract.ts";
import { wonBetween } from "./places.ts";

export type Won = ResponseOf<typeof wonByMonth>;

/** What this quarter has brought so far, and the last month that is over; each against what went before. */
export function WonStats({ won: { quarter, latest } }: { won: Won }) {
  const { t } = useLingui();
  const format = useFormat();
  const compared = useComparison();
  const month = format.month(latest.period);
  const against = latest.against;
  return (
    <>
      <Stat
        label={t`Won this quarter so far`}
        value={<Money value={quarter.won} whole />}
        {...compared(
          quarter.change,
          t`as many days of the last quarter`,
          <Trans>nothing in as many days of the last quarter</Trans>,
        )}
        to={wonBetween(quarter.days)}
      />
      <Stat
        label={t`Won in ${month}`}
        value={<Money value={latest.won} whole />}
        {...compared(
          latest.change,
          against ? format.month(against.period) : "",
          against ? (
            <Trans>nothing in {format.month(against.period)}</Trans>
          ) : (
            <Trans>nothing before to compare with</Trans>
          ),
        )}
        to={wonBetween(latest.days)}
      />
    </>
  );
}

/** A change as a comparison, or as a note where there is nothing to compare with. */
function useComparison() {
  const { t } = useLingui();
  const format = useFormat();
  return (
    change: string | null,
    against: string,
    nothing: ReactNode,
  ): { comparison: Comparison } | { note: ReactNode } => {
    if (change === null) return { note: nothing };
    const size = format.share(change.replace("-", ""), 0);
    if (change === "0.000") return { comparison: { direction: "same", text: t`as much as ${against}` } };
    return change.startsWith("-")
      ? { comparison: { direction: "down", text: t`${size} less than ${against}`, tone: "bad" } }
      : { comparison: { direction: "up", text: t`${size} more than ${against}`, tone: "good" } };
  };
}
