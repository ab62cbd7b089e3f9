import { Trans, useLingui } from "@lingui/react/macro";
import { listStandings } from "#ecosystem/tiers/contract.ts";
import { useMissing, useStandingInWords } from "#ecosystem/tiers/web/index.tsx";
import { listOwnPayouts, type Payee } from "#incentivize/payouts/contract.ts";
import { listStatements } from "#incentivize/statements/contract.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { dayBefore } from "#ui/format/time.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";

/** Where the company stands: its tiers and how far it is to keep or better them, the latest statement, the latest payment. */
export function Standing() {
  const facts = [...useTierFacts(), useStatementFact(), usePaymentFact()].filter((fact) => fact !== null);
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}

type TierStanding = ResponseOf<typeof listStandings>["items"][number];

/** As many as stand well beside each other; the page of standings has all. */
const mostTiers = 2;

function useTierFacts(): Fact[] {
  const { t } = useLingui();
  const { partner, can } = useReader();
  const standings = useEndpoint(
    listStandings,
    { params: { partnerId: partner?.id ?? "" }, query: {} },
    { enabled: partner !== null && can("tier.read") },
  );
  const held = standings.data?.items.filter(
    ({ current, place }) => current !== null && (place === null || place.main),
  );
  return (held ?? []).slice(0, mostTiers).map((standing, at) => ({
    label: held?.length === 1 ? t`Tier` : t`Tier in ${standing.program.label}`,
    value: <Level standing={standing} />,
    ...(at === 0 && { to: "/standing" }),
    hint: <TierHint standing={standing} />,
  }));
}

function Level({ standing: told }: { standing: TierStanding }) {
  return <bdi>{useStandingInWords(told).current?.level}</bdi>;
}

/** What is missing to keep the level where it is in danger, else to the next. */
function TierHint({ standing: told }: { standing: TierStanding }) {
  const missing = useMissing();
  const { current, next } = useStandingInWords(told);
  if (current === null || next === null) return null;
  const open = next.levels.filter(({ met }) => !met);
  const kept = open.find(({ level }) => level === current.level);
  if (kept && current.graceUntil) {
    return (
      <Trans>
        in grace through <DayText value={dayBefore(current.graceUntil)} />; to keep {kept.level}:{" "}
        {missing(kept.requirement)}
      </Trans>
    );
  }
  const toward = kept ?? open[0];
  if (toward === undefined) return <Trans>at the next review {next.level} by what counts so far</Trans>;
  return kept ? (
    <Trans>
      at the next review {next.level} by what counts so far; to keep {toward.level}:{" "}
      {missing(toward.requirement)}
    </Trans>
  ) : (
    <Trans>
      at the next review {next.level} by what counts so far; {toward.level}: {missing(toward.requirement)}
    </Trans>
  );
}

function useStatementFact(): Fact | null {
  const { t } = useLingui();
  const href = useRecordHref();
  const statements = useEndpoint(listStatements, { query: { limit: 1 } });
  const statement = statements.data?.items[0];
  if (!statement) return null;
  return {
    label: t`Latest statement`,
    value: <MonthText value={statement.period} />,
    to: href("statement", statement.id),
    hint: (
      <Trans>
        closes with <Money value={statement.closing} />
      </Trans>
    ),
  };
}

function usePaymentFact(): Fact | null {
  const { t } = useLingui();
  const href = useRecordHref();
  const payouts = useEndpoint(listOwnPayouts, { query: { limit: 1 } });
  const payout = payouts.data?.items[0];
  if (!payout) return null;
  const receipt = href("payment", payout.id) ?? href("statement", payout.statementId);
  return {
    label: t`Latest payment`,
    value: <Money value={payout.amount} href={receipt} />,
    hint: <PaymentState payout={payout} />,
  };
}

/** How far a payment has come. */
function PaymentState({ payout: { state, paidOn, reference, returnReason } }: { payout: Payee }) {
  if (state === "paid") {
    return (
      <Trans>
        paid on <DayText value={paidOn} />, {reference}
      </Trans>
    );
  }
  if (state === "returned") {
    return (
      <Status tone="bad">
        <Trans>came back: {returnReason}</Trans>
      </Status>
    );
  }
  return (
    <Status tone="info">
      <Trans>released, on its way</Trans>
    </Status>
  );
}
