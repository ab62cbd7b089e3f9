import { Trans, useLingui } from "@lingui/react/macro";
import { listStandings } from "#ecosystem/tiers/contract.ts";
import { useMissing, useStandingInWords } from "#ecosystem/tiers/web/index.tsx";
import { listOwnPayouts, type Payee } from "#incentivize/payouts/contract.ts";
import { listStatements } from "#incentivize/statements/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";

/**
 * Where the company stands: its tier and how far it is to the next, the latest statement, the latest payment. The tier
 * is left out for who sells nothing itself: it would count towards nothing.
 */
export function Standing({ sells }: { sells: boolean }) {
  const tier = useTierFact();
  const facts = [sells ? tier : null, useStatementFact(), usePaymentFact()].filter((fact) => fact !== null);
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}

function useTierFact(): Fact | null {
  const { t } = useLingui();
  const { partner, can } = useReader();
  const missing = useMissing();
  const standings = useEndpoint(
    listStandings,
    { params: { partnerId: partner?.id ?? "" }, query: {} },
    { enabled: partner !== null && can("tier.read") },
  );
  const { current, next } = useStandingInWords(standings.data?.items[0]) ?? {};
  if (!current) return null;
  const above = next?.levels.find(({ met, level }) => !met && level !== current.level);
  return {
    label: t`Tier`,
    value: current.level,
    to: "/standing",
    hint:
      next &&
      (above ? (
        <Trans>
          at the next review {next.level} by what counts so far; {above.level}: {missing(above.requirement)}
        </Trans>
      ) : (
        <Trans>at the next review {next.level} by what counts so far</Trans>
      )),
  };
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
