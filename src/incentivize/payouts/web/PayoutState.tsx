import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Status, type Tone } from "#ui/text/Status.tsx";
import type { Payee, PayoutBatch } from "../contract.ts";

/** How far a batch has come; `open` says how many of its payees still wait for their payment. */
export function BatchState({ batch, badge = false }: { batch: PayoutBatch; badge?: boolean }) {
  const { state, payees, paid, returned } = batch;
  if (state === "made") {
    return (
      <Status tone="warn" hollow badge={badge}>
        <Trans>Waits for release</Trans>
      </Status>
    );
  }
  if (state === "withdrawn") {
    return (
      <Status tone="idle" hollow badge={badge}>
        <Trans>Withdrawn</Trans>
      </Status>
    );
  }
  const done = paid + returned >= payees;
  return (
    <Status tone={done ? "good" : "info"} badge={badge}>
      {done ? <Trans>Paid</Trans> : <PaidSoFar batch={batch} />}
      {returned > 0 && (
        <Trans>
          , <Plural value={returned} one="# came back" other="# came back" />
        </Trans>
      )}
    </Status>
  );
}

function PaidSoFar({ batch: { paid, payees } }: { batch: PayoutBatch }) {
  if (paid === 0) return <Trans>Released</Trans>;
  return (
    <Trans>
      {paid} of {payees} paid
    </Trans>
  );
}

const tones: Readonly<Record<Payee["state"], Tone>> = {
  made: "warn",
  released: "info",
  paid: "good",
  returned: "bad",
  withdrawn: "idle",
};

/** How far the payment to one payee has come. */
export function PayeeState({ state, badge = false }: { state: Payee["state"]; badge?: boolean }) {
  const { t } = useLingui();
  const words: Readonly<Record<Payee["state"], string>> = {
    made: t`Waits for release`,
    released: t`Released`,
    paid: t`Paid`,
    returned: t`Came back`,
    withdrawn: t`Withdrawn`,
  };
  return (
    <Status tone={tones[state]} hollow={state === "made" || state === "withdrawn"} badge={badge}>
      {words[state]}
    </Status>
  );
}
