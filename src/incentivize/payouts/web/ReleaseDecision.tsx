import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { type Consequence, Decision, type Verdict } from "#ui/decision/Decision.tsx";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { isZero } from "#ui/format/money.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import { liabilities } from "../../earnings/contract.ts";
import { type PayoutRecord, releasePayout, withdrawPayout } from "../contract.ts";
import { useSinceConsequence } from "./evidence.tsx";
import { Payees } from "./Payees.tsx";

/** A batch that was made, before the other person who releases it. */
export function ReleaseDecision({ batch }: { batch: PayoutRecord }) {
  const { t } = useLingui();
  const format = useFormat();
  const [asking, setAsking] = useState<"release" | "withdraw" | null>(null);
  const close = () => setAsking(null);
  const releasing = useEndpointMutation(releasePayout, { onDone: close });
  const withdrawing = useEndpointMutation(withdrawPayout, { onDone: close });
  const params = { payoutId: batch.id };
  const total = format.money(batch.total);
  const releaseLabel = batch.payees === 1 ? t`Release 1 payout` : t`Release ${batch.payees} payouts`;
  const verdicts: Verdict[] = [
    {
      key: "r",
      label: releaseLabel,
      main: true,
      onDecide: () => setAsking("release"),
      notNow: useWhyNot(batch),
    },
    ...(batch.can.withdraw
      ? [{ key: "w", label: t`Withdraw the batch`, danger: true, onDecide: () => setAsking("withdraw") }]
      : []),
  ];
  return (
    <Decision wide consequences={useConsequences(batch)} verdicts={verdicts}>
      <Payees batch={batch} />
      <ConfirmModal
        opened={asking === "release"}
        onClose={close}
        title={t`Release batch ${batch.number}?`}
        consequences={[
          <Trans key="what">
            {total} go out to <Plural value={batch.payees} one="# partner" other="# partners" />.
          </Trans>,
          <Trans key="who">The partners see that their payment is on its way.</Trans>,
          <Trans key="back">It cannot be taken back; a payment that comes back is recorded as such.</Trans>,
        ]}
        confirm={releaseLabel}
        onConfirm={() => releasing.mutate({ params })}
        busy={releasing.isPending}
        problem={releasing.error}
      />
      <ConfirmModal
        opened={asking === "withdraw"}
        onClose={close}
        title={t`Withdraw batch ${batch.number}?`}
        consequences={[
          <Trans key="what">Nobody is paid. What it held, {total}, comes into the next batch.</Trans>,
        ]}
        confirm={t`Withdraw the batch`}
        danger
        onConfirm={() => withdrawing.mutate({ params })}
        busy={withdrawing.isPending}
        problem={withdrawing.error}
      />
    </Decision>
  );
}

/** Why the reader may not release it: two people stand behind every payment. */
function useWhyNot({ releaseHint, can, madeBy }: PayoutRecord): string | undefined {
  const { t } = useLingui();
  if (can.release) return undefined;
  if (releaseHint === "maker") return t`You made it. Another person releases it.`;
  return t`A finance controller or an administrator releases what ${madeBy} made.`;
}

function useConsequences(batch: PayoutRecord): Consequence[] {
  const { t } = useLingui();
  const whyNot = useWhyNot(batch);
  const since = useSinceConsequence(batch.since);
  const books = useEndpoint(liabilities, {}).data;
  return [
    { label: t`Paid out`, value: <Money value={batch.total} /> },
    { label: t`To`, value: <Plural value={batch.payees} one="# partner" other="# partners" /> },
    ...since,
    { label: t`Lines and books`, value: books ? <BooksAgree agree={isZero(books.difference)} /> : "…" },
    {
      label: t`Made by`,
      value: <Trans>{batch.madeBy}, may withdraw it</Trans>,
    },
    { label: t`Released by`, value: whyNot ? t`another person` : t`you` },
    { label: t`Can be undone`, value: <Trans>no; a payment may come back</Trans> },
  ];
}

/** Whether the lines that are owed equal the control accounts now; the ledger shows both. */
function BooksAgree({ agree }: { agree: boolean }) {
  return (
    <Status tone={agree ? "good" : "bad"}>
      <AppLink to="/ledger">{agree ? <Trans>They agree</Trans> : <Trans>They differ</Trans>}</AppLink>
    </Status>
  );
}
