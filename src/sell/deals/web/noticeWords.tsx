import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { NoticeWords } from "#ecosystem/notices/web/index.tsx";
import { DateTime } from "#ui/text/dates.tsx";

/* What people are told of registrations, on the pages; noticeKinds.ts has the same for mails. */

const at = (instant: unknown) => (typeof instant === "string" ? instant : null);
const isWon = (outcome: unknown) => outcome === "won";

/** Told at once where the rules of engagement say so. */
function whyNotFree(reason: unknown): ReactNode {
  switch (reason) {
    case "already-protected":
      return <Trans>Its claim is not free: another registration was first.</Trans>;
    case "vendor-engaged":
      return <Trans>Its claim is not free: the vendor was engaged already.</Trans>;
    case "public-tender":
      return <Trans>Its claim is not free: it is a public tender.</Trans>;
    default:
      return undefined;
  }
}

const forPartners: NoticeWords["kinds"] = {
  "deal.received": ({ number, customer, answerDueAt, notFree }) => ({
    title: (
      <Trans>
        Registration {number} received: {customer}
      </Trans>
    ),
    text:
      whyNotFree(notFree) ??
      (answerDueAt !== null && (
        <Trans>
          A first answer is due by <DateTime value={at(answerDueAt)} brief />.
        </Trans>
      )),
  }),
  "deal.question": ({ customer, question, dueAt }) => ({
    title: <Trans>Question about {customer}</Trans>,
    text: (
      <Trans>
        Answer before <DateTime value={at(dueAt)} brief />: {question}
      </Trans>
    ),
  }),
  "deal.question_due": ({ customer, dueAt }) => ({
    title: <Trans>Answer due soon: {customer}</Trans>,
    text: (
      <Trans>
        Unanswered by <DateTime value={at(dueAt)} brief />, the registration loses its place.
      </Trans>
    ),
  }),
  "deal.lapsed": ({ customer }) => ({
    title: <Trans>Not answered in time: {customer}</Trans>,
    text: <Trans>The registration has ended. You can register the deal anew.</Trans>,
  }),
  "deal.approved": ({ customer, protectedUntil }) => ({
    title: <Trans>Approved: {customer}</Trans>,
    text: (
      <Trans>
        Protected until <DateTime value={at(protectedUntil)} brief />.
      </Trans>
    ),
  }),
  "deal.rejected": ({ customer, reason }) => ({
    title: <Trans>Rejected: {customer}</Trans>,
    text: reason,
  }),
  "deal.revoked": ({ customer, reason }) => ({
    title: <Trans>Protection revoked: {customer}</Trans>,
    text: reason,
  }),
  "deal.extended": ({ customer, until }) => ({
    title: <Trans>More time granted: {customer}</Trans>,
    text: (
      <Trans>
        Protected until <DateTime value={at(until)} brief />.
      </Trans>
    ),
  }),
  "deal.not_extended": ({ customer, note }) => ({
    title: <Trans>No more time: {customer}</Trans>,
    text: note,
  }),
  "deal.outcome_accepted": ({ customer, outcome }) => ({
    title: isWon(outcome) ? (
      <Trans>Confirmed as won: {customer}</Trans>
    ) : (
      <Trans>Confirmed as lost: {customer}</Trans>
    ),
    text: <Trans>The registration is closed.</Trans>,
  }),
  "deal.outcome_refused": ({ customer, outcome, note }) => ({
    title: isWon(outcome) ? (
      <Trans>Not confirmed as won: {customer}</Trans>
    ) : (
      <Trans>Not confirmed as lost: {customer}</Trans>
    ),
    text: note,
  }),
  "deal.ending": ({ customer, protectedUntil, days }) => ({
    title: (
      <Trans>
        <Plural value={Number(days)} one="# day" other="# days" /> of protection left: {customer}
      </Trans>
    ),
    text: (
      <Trans>
        It ends <DateTime value={at(protectedUntil)} brief />. If you need more time, ask for it before then.
      </Trans>
    ),
  }),
  "deal.expired": ({ customer }) => ({
    title: <Trans>Protection ended: {customer}</Trans>,
    text: <Trans>You can register the deal anew.</Trans>,
  }),
  "deal.closed": ({ customer, as }) => ({
    title: isWon(as) ? <Trans>Closed as won: {customer}</Trans> : <Trans>Closed as lost: {customer}</Trans>,
    text: <Trans>The registration is closed.</Trans>,
  }),
};

const dueBy = (dueAt: unknown) => (
  <Trans>
    It is due by <DateTime value={at(dueAt)} brief />.
  </Trans>
);
const wasDue = (dueAt: unknown) => (
  <Trans>
    It was due by <DateTime value={at(dueAt)} brief />.
  </Trans>
);

const forVendor: NoticeWords["kinds"] = {
  "deal.to_decide": ({ customer, partner, answerDueAt }) => ({
    title: (
      <Trans>
        New registration: {customer}, of {partner}
      </Trans>
    ),
    text: answerDueAt !== null && (
      <Trans>
        A first answer is due by <DateTime value={at(answerDueAt)} brief />.
      </Trans>
    ),
  }),
  "deal.entered": ({ customer, partner, number }) => ({
    title: (
      <Trans>
        Entered for {partner}: {customer}
      </Trans>
    ),
    text: <Trans>It was received under number {number}.</Trans>,
  }),
  "deal.answer_came": ({ customer, partner, answer }) => ({
    title: (
      <Trans>
        Answered: {customer}, of {partner}
      </Trans>
    ),
    text: answer,
  }),
  "deal.extension_asked": ({ customer, partner, reason }) => ({
    title: (
      <Trans>
        More time wanted: {customer}, of {partner}
      </Trans>
    ),
    text: reason,
  }),
  "deal.outcome_proposed": ({ customer, partner, outcome }) => ({
    title: isWon(outcome) ? (
      <Trans>
        Said to be won: {customer}, of {partner}
      </Trans>
    ) : (
      <Trans>
        Said to be lost: {customer}, of {partner}
      </Trans>
    ),
    text: <Trans>It counts when you take it over.</Trans>,
  }),
  "deal.due_soon": ({ customer, partner, clock, dueAt }) => ({
    title:
      clock === "answer" ? (
        <Trans>
          First answer due soon: {customer}, of {partner}
        </Trans>
      ) : (
        <Trans>
          Decision due soon: {customer}, of {partner}
        </Trans>
      ),
    text: dueBy(dueAt),
  }),
  "deal.rivalled": ({ customer, partner, opportunity, whose }) => ({
    title: (
      <Trans>
        Competing with a protected deal: {customer}, of {partner}
      </Trans>
    ),
    text: whose ? (
      <Trans>
        {whose} has the opportunity “{opportunity}” at this customer.
      </Trans>
    ) : (
      <Trans>The opportunity “{opportunity}” was opened at this customer.</Trans>
    ),
  }),
  "deal.overdue": ({ customer, partner, clock, dueAt }) => ({
    title:
      clock === "answer" ? (
        <Trans>
          First answer overdue: {customer}, of {partner}
        </Trans>
      ) : (
        <Trans>
          Decision overdue: {customer}, of {partner}
        </Trans>
      ),
    text: wasDue(dueAt),
  }),
  "deal.escalated": ({ customer, partner, clock, dueAt }) => ({
    title:
      clock === "answer" ? (
        <Trans>
          Still nobody has answered: {customer}, of {partner}
        </Trans>
      ) : (
        <Trans>
          Still nobody has decided: {customer}, of {partner}
        </Trans>
      ),
    text: wasDue(dueAt),
  }),
};

export const dealNoticeWords: NoticeWords = {
  kinds: { ...forPartners, ...forVendor },
  topics: {
    received: {
      label: msg`What was received`,
      hint: msg`That a registration has arrived, with its number.`,
    },
    questions: {
      label: msg`Questions`,
      hint: msg`What the vendor asks about a registration, and when the answer is due.`,
    },
    decisions: {
      label: msg`Decisions`,
      hint: msg`Approved, rejected, revoked; more time; what became of a deal.`,
    },
    endings: {
      label: msg`Ends of protection`,
      hint: msg`Reminders before a protection ends, and that it has ended.`,
    },
    requests: {
      label: msg`What partners ask for`,
      hint: msg`New registrations, answers, more time, deals that were won or lost.`,
    },
    deadlines: {
      label: msg`Deadlines`,
      hint: msg`A first answer or a decision that is due soon, or overdue.`,
    },
  },
};
