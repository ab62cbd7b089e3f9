import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { getPayout, type PayoutRecord } from "../contract.ts";
import { Payees } from "./Payees.tsx";
import { PayAllDialog } from "./PaymentDialogs.tsx";
import { BatchState } from "./PayoutState.tsx";
import { ReleaseDecision } from "./ReleaseDecision.tsx";

/** One batch: to be released, to be paid, or done. */
export function PayoutPage({ payoutId }: { payoutId: string }) {
  const batch = useEndpoint(getPayout, { params: { payoutId } });
  return (
    <LoadedRecord query={batch}>
      {(record) =>
        record.state === "made" ? <MadeBatch batch={record} /> : <ReleasedBatch batch={record} />
      }
    </LoadedRecord>
  );
}

function MadeBatch({ batch }: { batch: PayoutRecord }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Batch ${batch.number}`}
        crumbs={[{ label: t`Payouts`, to: "/payouts" }]}
        status={<BatchState batch={batch} badge />}
        lead={<MadeBy batch={batch} />}
      />
      <ReleaseDecision batch={batch} />
    </Page>
  );
}

function MadeBy({ batch: { madeBy, madeAt, releasedBy, releasedAt } }: { batch: PayoutRecord }) {
  if (releasedBy === null) {
    return (
      <Trans>
        Made by {madeBy}, <DateTime value={madeAt} />
      </Trans>
    );
  }
  return (
    <Trans>
      Made by {madeBy}, <DateTime value={madeAt} brief />; released by {releasedBy},{" "}
      <DateTime value={releasedAt} />
    </Trans>
  );
}

function ReleasedBatch({ batch }: { batch: PayoutRecord }) {
  const { t } = useLingui();
  const [payingAll, setPayingAll] = useState(false);
  const { sums, payees, paid, returned } = batch;
  return (
    <Page>
      <PageHeader
        title={t`Batch ${batch.number}`}
        crumbs={[{ label: t`Payouts`, to: "/payouts" }]}
        status={<BatchState batch={batch} badge />}
        lead={<MadeBy batch={batch} />}
        action={
          batch.can.pay
            ? { label: t`Record all as paid`, icon: IconCheck, onClick: () => setPayingAll(true) }
            : undefined
        }
      />
      <Facts
        facts={[
          { label: t`Total`, value: <Money value={batch.total} />, hint: t`${payees} payees` },
          {
            label: t`Waits for payment`,
            value: <Money value={sums.open} />,
            hint: <Count value={payees - paid - returned} />,
          },
          { label: t`Paid`, value: <Money value={sums.paid} />, hint: <Count value={paid} /> },
          { label: t`Came back`, value: <Money value={sums.returned} />, hint: <Count value={returned} /> },
        ]}
      />
      <Payees batch={batch} />
      {payingAll && <PayAllDialog batch={batch} onClose={() => setPayingAll(false)} />}
    </Page>
  );
}
