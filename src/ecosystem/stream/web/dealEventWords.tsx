import { Trans } from "@lingui/react/macro";
import { DateTime } from "#ui/text/dates.tsx";
import type { EventWords, Payload } from "./eventWords.tsx";

/** What happens to a registration. */
export const dealWords: Readonly<Record<string, (said: Payload) => EventWords>> = {
  "deal.submitted": ({ number, customer }) => ({
    what: (
      <Trans>
        Registered the deal with {customer}, number {number}
      </Trans>
    ),
    tone: "info",
  }),
  "deal.amended": ({ claimChanged, fields }) => ({ what: amended(claimChanged, fields) }),
  "deal.in_review": ({ customer }) => ({
    what: <Trans>Took the registration of {customer} into review</Trans>,
    tone: "info",
  }),
  "deal.information_requested": ({ question, dueAt }) => ({
    what: (
      <Trans>
        Asked, to be answered by <DateTime value={dueAt} brief />
      </Trans>
    ),
    note: question,
    tone: "warn",
  }),
  "deal.answered": ({ answer }) => ({ what: <Trans>Answered the question</Trans>, note: answer }),
  "deal.approved": ({ customer, protectedUntil }) => ({
    what: (
      <Trans>
        Approved the registration of {customer}, protected until <DateTime value={protectedUntil} brief />
      </Trans>
    ),
    tone: "good",
  }),
  "deal.rejected": ({ customer }) => ({
    what: <Trans>Rejected the registration of {customer}</Trans>,
    tone: "bad",
  }),
  "deal.withdrawn": ({ customer }) => ({ what: <Trans>Withdrew the registration of {customer}</Trans> }),
  "deal.extension_requested": () => ({ what: <Trans>Asked for more time</Trans>, tone: "warn" }),
  "deal.extended": ({ granted, until, note }) => ({
    what: granted ? (
      <Trans>
        Granted more time, until <DateTime value={until} brief />
      </Trans>
    ) : (
      <Trans>Did not grant more time</Trans>
    ),
    note,
    tone: granted ? "good" : "bad",
  }),
  "deal.outcome_proposed": ({ outcome }) => ({
    what: outcome === "won" ? <Trans>Said that it was won</Trans> : <Trans>Said that it was lost</Trans>,
    tone: "info",
  }),
  "deal.outcome_decided": ({ outcome, accepted, note }) => ({
    what: decidedOutcome(outcome, accepted),
    note,
    tone: accepted ? "good" : "warn",
  }),
  "deal.answer_owed": ({ dueAt }) => ({
    what: (
      <Trans>
        Reminded that an answer is owed by <DateTime value={dueAt} brief />
      </Trans>
    ),
    tone: "warn",
  }),
  "deal.protection_ending": ({ protectedUntil }) => ({
    what: (
      <Trans>
        Reminded that the protection ends <DateTime value={protectedUntil} brief />
      </Trans>
    ),
    tone: "warn",
  }),
  "deal.due_soon": ({ clock, dueAt }) => ({
    what:
      clock === "answer" ? (
        <Trans>
          Reminded that a first answer is due by <DateTime value={dueAt} brief />
        </Trans>
      ) : (
        <Trans>
          Reminded that a decision is due by <DateTime value={dueAt} brief />
        </Trans>
      ),
  }),
  "deal.rivalled": ({ opportunity, whose }) => ({
    what: whose ? (
      <Trans>
        {whose} opened “{opportunity}” at this customer
      </Trans>
    ) : (
      <Trans>“{opportunity}” was opened at this customer</Trans>
    ),
    tone: "bad",
  }),
  "deal.overdue": ({ clock }) => ({
    what:
      clock === "answer" ? (
        <Trans>The first answer is overdue</Trans>
      ) : (
        <Trans>The decision is overdue</Trans>
      ),
    tone: "bad",
  }),
  "deal.escalated": ({ clock }) => ({
    what:
      clock === "answer" ? (
        <Trans>Told administrators that nobody has answered</Trans>
      ) : (
        <Trans>Told administrators that nobody has decided</Trans>
      ),
    tone: "bad",
  }),
  "deal.expired": ({ customer }) => ({
    what: <Trans>The protection of {customer} ended</Trans>,
    tone: "warn",
  }),
  "deal.revoked": ({ customer }) => ({
    what: <Trans>Revoked the protection of {customer}</Trans>,
    tone: "bad",
  }),
  "deal.closed": ({ as, customer }) => ({
    what:
      as === "won" ? (
        <Trans>Closed the registration of {customer}: won</Trans>
      ) : (
        <Trans>Closed the registration of {customer}: lost</Trans>
      ),
    tone: as === "won" ? "good" : "idle",
  }),
  "deal.moved_up": ({ customer }) => ({
    what: <Trans>The registration of {customer} is now the first in the queue</Trans>,
    tone: "info",
  }),
};

function amended(claimChanged: boolean, fields: readonly string[]) {
  if (claimChanged) return <Trans>Amended the registration; it took a new place in the queue</Trans>;
  // Evidence that is added is an amendment of nothing else.
  const onlyFiles = fields.length === 1 && fields[0] === "files";
  return onlyFiles ? <Trans>Added evidence</Trans> : <Trans>Amended the registration</Trans>;
}

function decidedOutcome(outcome: string, accepted: boolean) {
  if (outcome === "won")
    return accepted ? (
      <Trans>Confirmed that it was won</Trans>
    ) : (
      <Trans>Did not confirm that it was won</Trans>
    );
  return accepted ? (
    <Trans>Confirmed that it was lost</Trans>
  ) : (
    <Trans>Did not confirm that it was lost</Trans>
  );
}
