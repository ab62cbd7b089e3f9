import { sql } from "kysely";
import type { z } from "zod";
import type { Audience, Draft, NoticeBook, Said, Source } from "#ecosystem/notices/index.ts";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import type { RecordedEvent } from "#platform/events/handlers.ts";
import { toPublicId } from "#platform/ids.ts";
import { events } from "../events.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";

/*
 * Whom the life of a registration is told: on the partner's side who wrote and who submitted it, and the company's
 * administrators, of the company itself alone; on the vendor's side who decides. What a partner is told, it is told by
 * an event that its own people may read.
 */

interface ToldDeal {
  id: string;
  partner_id: string;
  partner_name: string;
  author_id: string;
  submitted_by: string | null;
  on_behalf: boolean;
  state: string;
  answer_due_at: Temporal.Instant | null;
  protected_until: Temporal.Instant | null;
  reported_outcome: boolean;
}

const dealOf = (tx: Tx, id: string): Promise<ToldDeal | null> =>
  maybe(
    tx,
    sql<ToldDeal>`select d.id, d.partner_id, p.name as partner_name, d.author_id, d.submitted_by,
        d.on_behalf_reason is not null as on_behalf, d.state, d.answer_due_at, d.protected_until,
        exists (select from registration_outcome o where o.vendor_id = d.vendor_id and o.registration_id = d.id and o.accepted)
          as reported_outcome
      from registration d join partner p on p.vendor_id = d.vendor_id and p.id = d.partner_id
      where d.vendor_id = ${tx.vendorId} and d.id = ${id}`,
  );

/** What is told of an event; null stands for nothing, such as where it is moot by now. */
function told<P extends z.ZodType>(
  event: EventType<P>,
  write: (deal: ToldDeal, said: z.infer<P>, happened: RecordedEvent<unknown>) => (Draft | null)[],
): Source {
  return {
    event,
    write: async (tx, happened) => {
      const deal = await dealOf(tx, happened.subjectId);
      if (deal === null) return [];
      const drafts = write(deal, event.payload.parse(happened.payload), happened);
      return drafts.filter((draft) => draft !== null);
    },
  };
}

function toPartner(deal: ToldDeal, kind: string, said: Said): Draft {
  const people = deal.submitted_by === null ? [deal.author_id] : [deal.author_id, deal.submitted_by];
  return {
    kind,
    to: { side: "partner", partnerId: deal.partner_id, roles: ["partner-admin"], people },
    link: `/deals/${toPublicId("deal", deal.id)}`,
    said,
  };
}

const deciders: Audience = { side: "vendor", roles: policy["deal.decide"] ?? [] };
const administrators: Audience = { side: "vendor", roles: ["vendor-admin"] };

function toVendor(deal: ToldDeal, kind: string, said: Said, to: Audience = deciders): Draft {
  const link = `/deals/${toPublicId("deal", deal.id)}/decide`;
  return { kind, to, link, said: { ...said, partner: deal.partner_name } };
}

const sources: readonly Source[] = [
  told(events.dealSubmitted, (deal, { number, customer, notFree = null }, { actorId }) => {
    const said = { number, customer, answerDueAt: deal.answer_due_at?.toString() ?? null };
    const confirmed: Audience = { side: "vendor", roles: [], people: actorId === null ? [] : [actorId] };
    return [
      { ...toPartner(deal, "deal.received", { ...said, notFree }), confirms: true },
      toVendor(deal, "deal.to_decide", said),
      deal.on_behalf ? { ...toVendor(deal, "deal.entered", said, confirmed), confirms: true } : null,
    ];
  }),
  told(events.dealInformationRequested, (deal, said) => [toPartner(deal, "deal.question", said)]),
  told(events.dealAnswerOwed, (deal, said) => [
    deal.state === "needs-information" ? toPartner(deal, "deal.question_due", said) : null,
  ]),
  told(events.dealAnswered, (deal, said) => [toVendor(deal, "deal.answer_came", said)]),
  // Taken back by somebody it is their own act; by the clock it is news.
  told(events.dealWithdrawn, (deal, { number, customer }, { actorId }) => [
    actorId === null ? toPartner(deal, "deal.lapsed", { number, customer }) : null,
  ]),
  told(events.dealApproved, (deal, { number, customer, protectedUntil }) => [
    toPartner(deal, "deal.approved", { number, customer, protectedUntil }),
  ]),
  told(events.dealRejected, (deal, said) => [toPartner(deal, "deal.rejected", said)]),
  told(events.dealRevoked, (deal, said) => [toPartner(deal, "deal.revoked", said)]),
  told(events.dealExtensionRequested, (deal, said) => [toVendor(deal, "deal.extension_asked", said)]),
  told(events.dealExtended, (deal, said) => [
    toPartner(deal, said.granted ? "deal.extended" : "deal.not_extended", said),
  ]),
  told(events.dealOutcomeProposed, (deal, said) => [toVendor(deal, "deal.outcome_proposed", said)]),
  told(events.dealOutcomeDecided, (deal, said) => [
    toPartner(deal, said.accepted ? "deal.outcome_accepted" : "deal.outcome_refused", said),
  ]),
  told(events.dealProtectionEnding, (deal, said) => [
    deal.state === "approved" && deal.protected_until?.toString() === said.protectedUntil
      ? toPartner(deal, "deal.ending", said)
      : null,
  ]),
  told(events.dealExpired, (deal, said) => [toPartner(deal, "deal.expired", said)]),
  // Whose report was taken over knows it by that.
  told(events.dealClosed, (deal, said) => [
    deal.reported_outcome ? null : toPartner(deal, "deal.closed", said),
  ]),
  told(events.dealRivalled, (deal, said) => [toVendor(deal, "deal.rivalled", said)]),
  told(events.dealDueSoon, (deal, said) => [toVendor(deal, "deal.due_soon", said)]),
  told(events.dealOverdue, (deal, said) => [toVendor(deal, "deal.overdue", said)]),
  told(events.dealEscalated, (deal, said) => [toVendor(deal, "deal.escalated", said, administrators)]),
];

/** All that is told of registrations. */
export const notices: NoticeBook = { topics, kinds, sources };
