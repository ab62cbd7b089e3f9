import { Trans, useLingui } from "@lingui/react/macro";
import { earningsSummary } from "#incentivize/earnings/contract.ts";
import { EarnedByMonth, MoneySummary } from "#incentivize/earnings/web/index.tsx";
import { listOwnPayouts, type Payee } from "#incentivize/payouts/contract.ts";
import { listStatements } from "#incentivize/statements/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";

/** What the company earned, what is held, what comes and what is paid; and money that is on its way. */
export function PortalMoney() {
  const summary = useEndpoint(earningsSummary, {});
  return (
    <>
      <Loaded query={summary} skeleton={<TextSkeleton lines={3} />}>
        {(data) => <MoneySummary summary={data} hrefOf={earningsWith} />}
      </Loaded>
      <OnItsWay />
    </>
  );
}

/** What each month earned. */
export function PortalMonths() {
  const { data } = useEndpoint(earningsSummary, {});
  return data ? <EarnedByMonth months={data.months} /> : null;
}

function earningsWith(query: Readonly<Record<string, string>>): string {
  return `/earnings?${new URLSearchParams(query)}`;
}

/** The latest statement and the latest payment. */
function OnItsWay() {
  const { t } = useLingui();
  const href = useRecordHref();
  const statements = useEndpoint(listStatements, { query: { limit: 1 } });
  const payouts = useEndpoint(listOwnPayouts, { query: { limit: 1 } });
  const statement = statements.data?.items[0];
  const payout = payouts.data?.items[0];
  const facts: Fact[] = [];
  if (statement) {
    facts.push({
      label: t`Latest statement`,
      value: <MonthText value={statement.period} />,
      to: href("statement", statement.id),
      hint: (
        <Trans>
          closes with <Money value={statement.closing} />
        </Trans>
      ),
    });
  }
  if (payout) {
    facts.push({
      label: t`Latest payment`,
      value: (
        <Money
          value={payout.amount}
          href={href("payment", payout.id) ?? href("statement", payout.statementId)}
        />
      ),
      hint: <PaymentState payout={payout} />,
    });
  }
  return facts.length > 0 ? <Facts facts={facts} /> : null;
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
