import { Trans } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Statement } from "../contract.ts";

interface PayoutWordProps extends Pick<Statement, "payout"> {
  /** Without the day, where room is scarce. */
  brief?: boolean;
}

/** What became of a statement's closing balance. */
export function PayoutWord({ payout, brief = false }: PayoutWordProps) {
  if (payout === null) {
    return (
      <Status tone="idle" hollow>
        <Trans>No payment yet</Trans>
      </Status>
    );
  }
  if (payout.state === "released") {
    return (
      <Status tone="info">
        <Trans>On its way</Trans>
      </Status>
    );
  }
  if (payout.state === "returned") {
    return (
      <Status tone="bad">
        <Trans>Came back</Trans>
      </Status>
    );
  }
  return (
    <Status tone="good">
      {brief ? (
        <Trans>Paid</Trans>
      ) : (
        <Trans>
          Paid <DayText value={payout.paidOn} />
        </Trans>
      )}
    </Status>
  );
}
