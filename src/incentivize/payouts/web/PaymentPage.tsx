import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { EarningsTable } from "../../earnings/web/index.tsx";
import { getPayment, type Payment } from "../contract.ts";
import { PayeeState } from "./PayoutState.tsx";

/** One payment to one payee, and the lines that it pays. */
export function PaymentPage({ paymentId }: { paymentId: string }) {
  const payment = useEndpoint(getPayment, { params: { paymentId } });
  return <LoadedRecord query={payment}>{(record) => <PaymentRecord payment={record} />}</LoadedRecord>;
}

function PaymentRecord({ payment }: { payment: Payment }) {
  const { t } = useLingui();
  const { side } = useReader();
  const format = useFormat();
  const sum = format.money(payment.amount);
  const { partner, batch, state } = payment;
  const crumbs =
    side === "vendor" && batch
      ? [
          { label: t`Payouts`, to: "/payouts" },
          { label: t`Batch ${batch.number}`, to: `/payouts/${batch.id}` },
        ]
      : [{ label: t`Statements`, to: "/statements" }];
  return (
    <Page>
      <PageHeader
        title={side === "vendor" ? t`${sum} to ${partner.name}` : t`Payment of ${sum}`}
        crumbs={crumbs}
        status={<PayeeState state={state} badge />}
      />
      {state === "returned" && (
        <Note
          tone="warn"
          title={
            <Trans>
              It came back on <DayText value={payment.returnedOn} />: “{payment.returnReason}”
            </Trans>
          }
        >
          <Trans>Its lines stand on their statement again and are paid with a later batch.</Trans>
        </Note>
      )}
      <PaymentFacts payment={payment} />
      <Section
        title={t`What it pays`}
        note={<Trans>Each line with its receipt; together they are the amount.</Trans>}
        flush
      >
        <EarningsTable
          id="payment-lines"
          label={t`What it pays`}
          fixed={{ paymentId: payment.id, partnerId: partner.id }}
          embedded
          empty={
            <EmptyState title={t`No lines hang on it any more`}>
              <Trans>They went into another payment, or wait for one.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}

function PaymentFacts({ payment }: { payment: Payment }) {
  const { t } = useLingui();
  const { side } = useReader();
  const format = useFormat();
  const href = useRecordHref();
  const { partner, statement, batch } = payment;
  return (
    <Facts
      facts={[
        { label: t`Amount`, value: <Money value={payment.amount} /> },
        ...(side === "vendor"
          ? [{ label: t`Partner`, value: partner.name, to: href("partner", partner.id) }]
          : []),
        {
          label: t`Owed by`,
          value: t`Statement ${statement.number}`,
          to: href("statement", statement.id),
          hint: format.month(statement.period),
        },
        { label: t`Reference`, value: payment.reference },
        { label: t`Paid on`, value: payment.paidOn && <DayText value={payment.paidOn} /> },
        ...(batch
          ? [{ label: t`Batch`, value: t`Batch ${batch.number}`, to: href("payout", batch.id) }]
          : []),
      ]}
    />
  );
}
