import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Quantity } from "#ui/text/Quantity.tsx";
import type { EventWords, Payload } from "./eventWords.tsx";

/** "Demo licences (3)", or the name alone where nothing is counted. */
function what({ label, quantity }: Payload): ReactNode {
  if (quantity === null) return label;
  return (
    <>
      <bdi>{label}</bdi> (<Quantity value={quantity} />)
    </>
  );
}

/** What happens to a benefit that a partner asked for. */
export const benefitWords: Readonly<Record<string, (said: Payload) => EventWords>> = {
  "benefit.requested": (said) => ({ what: <Trans>Asked for {what(said)}</Trans>, tone: "info" }),
  "benefit.withdrawn": (said) => ({ what: <Trans>Withdrew the request of {what(said)}</Trans> }),
  "benefit.granted": (said) => ({ what: <Trans>Granted {what(said)}</Trans>, tone: "good" }),
  "benefit.declined": (said) => ({ what: <Trans>Declined {what(said)}</Trans>, tone: "warn" }),
  "benefit.used": (said) => ({ what: <Trans>Recorded a use of {what(said)}</Trans>, tone: "info" }),
  "benefit.use_taken_back": (said) => ({ what: <Trans>Took back a recorded use of {what(said)}</Trans> }),
  "benefit.expiring": (said) => ({ what: <Trans>{what(said)} ends soon</Trans>, tone: "warn" }),
  "benefit.expired": (said) => ({ what: <Trans>{what(said)} expired</Trans> }),
  "benefit.reversed": (said) => ({ what: <Trans>Took back the grant of {what(said)}</Trans>, tone: "warn" }),
};
