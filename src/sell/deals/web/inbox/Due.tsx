import { Trans } from "@lingui/react/macro";
import { useNow } from "#ui/format/now.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { DealItem } from "../../contract.ts";

const soonMs = 8 * 3_600_000;

type Clocks = Pick<DealItem, "answerDueAt" | "decisionDueAt" | "answerOwedAt" | "state">;

/** What is owed next, by whom, and how much time is left. */
export function Due({ deal }: { deal: Clocks }) {
  const now = useNow();
  if (deal.state === "needs-information") {
    return (
      <Trans>
        Partner: <DateTime value={deal.answerOwedAt} />
      </Trans>
    );
  }
  const due = nextDue(deal);
  if (due === null) return null;
  const leftMs = Date.parse(due) - now;
  const when = <DateTime value={due} />;
  if (leftMs >= soonMs) return when;
  return <Status tone={leftMs < 0 ? "bad" : "warn"}>{when}</Status>;
}

/** The earlier of the two clocks of the vendor that run. */
export function nextDue({ answerDueAt, decisionDueAt }: Clocks): string | null {
  const [first] = [answerDueAt, decisionDueAt].filter((one) => one !== null).toSorted();
  return first ?? null;
}
