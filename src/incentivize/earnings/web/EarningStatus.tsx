import { Trans, useLingui } from "@lingui/react/macro";
import { Status, type Tone } from "#ui/text/Status.tsx";
import type { Earning } from "../contract.ts";

type State = Earning["status"];

const tones: Readonly<Record<State, Tone>> = {
  held: "warn",
  approved: "info",
  "on-statement": "info",
  paid: "good",
};

/** Where a line stands on its way to the partner. */
export function EarningStatus({ status, badge = false }: { status: State; badge?: boolean }) {
  const words = useStatusWords();
  return (
    <Status tone={tones[status]} badge={badge} hollow={status === "approved"}>
      {words[status]}
    </Status>
  );
}

export function useStatusWords(): Readonly<Record<State, string>> {
  const { t } = useLingui();
  return { held: t`Held`, approved: t`Approved`, "on-statement": t`On statement`, paid: t`Paid` };
}

/** What each state means, for who sees the words the first time. */
export function StatusMeaning({ status }: { status: State }) {
  if (status === "held") return <Trans>booked, until its hold ends</Trans>;
  if (status === "approved") return <Trans>its hold is over</Trans>;
  if (status === "on-statement") return <Trans>payable with the next batch</Trans>;
  return <Trans>paid out</Trans>;
}
