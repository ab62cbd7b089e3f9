import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { Grid } from "#ui/page/Page.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { earningsSummary } from "../contract.ts";

export type Summary = ResponseOf<typeof earningsSummary>;

interface MoneySummaryProps {
  summary: Summary;
  /** The list behind each number, with the filter that makes it up. */
  hrefOf: (query: Readonly<Record<string, string>>) => string;
}

/** A partner's money at a glance: earned, held, coming, payable, paid. */
export function MoneySummary({ summary, hrefOf }: MoneySummaryProps) {
  const { t } = useLingui();
  const { earned, held, nextRelease, coming, comingLines, payable, paidThisYear, paid } = summary;
  return (
    <Grid min={150}>
      <Stat
        label={t`Earned this month`}
        value={<Money value={earned} />}
        note={
          <Trans>
            <Money value={summary.earnedThisYear} whole /> this year
          </Trans>
        }
        to={hrefOf({ period: summary.month })}
      />
      <Stat
        label={t`Held`}
        value={<Money value={held} />}
        note={
          nextRelease ? (
            <Trans>
              next <Money value={nextRelease.amount} whole /> on <DayText value={nextRelease.day} />
            </Trans>
          ) : (
            <Trans>nothing waits for its release</Trans>
          )
        }
        to={hrefOf({ status: "held" })}
      />
      <Stat
        label={t`Coming`}
        value={<Money value={coming} />}
        note={
          <Plural
            value={comingLines}
            _0="no win waits for its run"
            one="# line, as the plan computes it today"
            other="# lines, as the plan computes them today"
          />
        }
      />
      <Stat
        label={t`Payable`}
        value={<Money value={payable} />}
        note={<Trans>released and not yet paid</Trans>}
        to={hrefOf({ age: "released" })}
      />
      <Stat
        label={t`Paid this year`}
        value={<Money value={paidThisYear} />}
        note={
          <Trans>
            <Money value={paid} whole /> ever
          </Trans>
        }
        to={hrefOf({ status: "paid" })}
      />
    </Grid>
  );
}
