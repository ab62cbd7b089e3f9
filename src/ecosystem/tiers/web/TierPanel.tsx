import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { getPartnerTier, type PartnerTier } from "../contract.ts";

/** A partner's tier: how it came, what the next review would give, and how far it is to the next level. */
export function TierPanel({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const tier = useEndpoint(getPartnerTier, { params: { partnerId } });
  const { can } = useReader();
  const ladder = can("program.read") ? { label: t`The ladder`, to: "/plans/tiers" } : undefined;
  return (
    <Section title={t`Tier`} action={ladder}>
      <Loaded query={tier}>{(data) => <Tier tier={data} />}</Loaded>
    </Section>
  );
}

function Tier({ tier: { program, current, forecast } }: { tier: PartnerTier }) {
  const { t } = useLingui();
  if (program === null || current === null) return <Trans>No program with tiers is in force.</Trans>;
  return (
    <Facts
      stacked
      facts={[
        {
          label: t`This quarter`,
          value: current.level,
          hint:
            current.how === "base" ? (
              <Trans>nothing was won in the quarter before</Trans>
            ) : (
              <Counted from={current} />
            ),
        },
        ...(forecast === null
          ? []
          : [
              {
                label: t`Next quarter, by what is won so far`,
                value: forecast.level,
                hint: <Counted from={forecast} />,
              },
              {
                label: t`To the next level`,
                value: forecast.next ? (
                  <Trans>
                    <Money value={forecast.next.missing} /> to {forecast.next.level}
                  </Trans>
                ) : (
                  <Trans>the highest is reached</Trans>
                ),
                hint: forecast.next && (
                  <Trans>
                    from <Money value={forecast.next.from} whole />
                  </Trans>
                ),
              },
            ]),
      ]}
    />
  );
}

/** What a level follows from: the won value of a window, whose end is the day after its last. */
function Counted({
  from: { basis, window },
}: {
  from: NonNullable<PartnerTier["current"]> | NonNullable<PartnerTier["forecast"]>;
}) {
  return (
    <Trans>
      <Money value={basis} /> won from <DayText value={window.from} /> through{" "}
      <DayText value={dayBefore(window.until)} />
    </Trans>
  );
}
