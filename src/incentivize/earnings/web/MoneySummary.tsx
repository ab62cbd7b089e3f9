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
  /** Where the lines that are coming stand, where they have a page. */
  comingTo?: string;
}

/** A partner's money at a glance: earned, held, coming, payable, paid. */
export function MoneySummary({ summary, hrefOf, comingTo }: MoneySummaryProps) {
  const { t } = useLingui();
  const { earned, held, nextRelease, coming, comingLines, payable, paidThisYear, paid } = summary;
  return (
    <Grid min={150}>
      <Stat
        label={t`Earned this month`}
        value={<Money value={earned} />}
        note={<EarnedNote summary={summary} />}
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
            _0="every win is booked"
            one="# line of a win that is not booked yet"
            other="# lines of wins that are not booked yet"
          />
        }
        to={comingLines > 0 ? comingTo : undefined}
      />
      <Stat
        label={t`Payable`}
        value={<Money value={payable} />}
        note={<Trans>released from hold, goes out with the next payment</Trans>}
        to={hrefOf({ age: "released" })}
      />
      <Stat
        label={t`Paid this year`}
        value={<Money value={paidThisYear} />}
        note={
          paid.amount === paidThisYear.amount ? undefined : (
            <Trans>
              <Money value={paid} whole /> in all years
            </Trans>
          )
        }
        to={hrefOf({ status: "paid" })}
      />
    </Grid>
  );
}

/** A month in which something was taken back says so, since its sum alone would puzzle. */
function EarnedNote({ summary: { takenBack, earnedThisYear } }: { summary: Summary }) {
  if (Number(takenBack.amount) < 0) {
    return (
      <Trans>
        includes <Money value={takenBack} /> taken back; <Money value={earnedThisYear} whole /> this year
      </Trans>
    );
  }
  return (
    <Trans>
      <Money value={earnedThisYear} whole /> this year
    </Trans>
  );
}
