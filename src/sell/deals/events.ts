import { z } from "zod";
import { eventType } from "#platform/events/event.ts";

/*
 * What a partner may read of its registration's life. Nothing here names another partner, and nothing is told before a
 * person's decision is.
 */

const deal = z.object({ number: z.int(), customer: z.string() });
const owed = deal.extend({ clock: z.enum(["answer", "decision"]), dueAt: z.string() });

export const events = {
  dealSubmitted: eventType("deal.submitted", {
    reach: "deals",
    payload: deal.extend({
      sha256: z.string(),
      notFree: z
        .string()
        .optional()
        .describe("Why in general its claim is not free, where the rules of engagement tell that at once"),
    }),
  }),
  dealAmended: eventType("deal.amended", {
    reach: "deals",
    payload: deal.extend({
      fields: z.array(z.string()),
      claimChanged: z.boolean().describe("It asks for something else, and so takes a new place"),
    }),
  }),
  dealReviewed: eventType("deal.in_review", { reach: "deals", payload: deal }),
  dealInformationRequested: eventType("deal.information_requested", {
    reach: "deals",
    payload: deal.extend({ question: z.string(), dueAt: z.string() }),
  }),
  dealAnswered: eventType("deal.answered", { reach: "deals", payload: deal.extend({ answer: z.string() }) }),
  dealApproved: eventType("deal.approved", {
    reach: "deals",
    payload: deal.extend({ protectedUntil: z.string(), protection: z.string(), series: z.array(z.string()) }),
  }),
  dealRejected: eventType("deal.rejected", {
    reach: "deals",
    payload: deal.extend({ reasonKey: z.string(), reason: z.string() }),
  }),
  dealWithdrawn: eventType("deal.withdrawn", {
    reach: "deals",
    payload: deal.extend({ reason: z.string().nullable() }),
  }),
  dealExtensionRequested: eventType("deal.extension_requested", {
    reach: "deals",
    payload: deal.extend({ reason: z.string() }),
  }),
  dealExtended: eventType("deal.extended", {
    reach: "deals",
    payload: deal.extend({ granted: z.boolean(), until: z.string().nullable(), note: z.string().nullable() }),
  }),
  dealOutcomeProposed: eventType("deal.outcome_proposed", {
    reach: "deals",
    payload: deal.extend({ outcome: z.enum(["won", "lost"]) }),
  }),
  dealOutcomeDecided: eventType("deal.outcome_decided", {
    reach: "deals",
    payload: deal.extend({
      outcome: z.enum(["won", "lost"]),
      accepted: z.boolean(),
      note: z.string().nullable(),
    }),
  }),
  dealAnswerOwed: eventType("deal.answer_owed", {
    reach: "deals",
    payload: deal.extend({ dueAt: z.string() }),
  }),
  dealProtectionEnding: eventType("deal.protection_ending", {
    reach: "deals",
    payload: deal.extend({
      protectedUntil: z.string(),
      days: z.int().describe("Calendar days that are left"),
    }),
  }),
  dealExpired: eventType("deal.expired", {
    reach: "deals",
    payload: deal.extend({ protectedUntil: z.string() }),
  }),
  dealRevoked: eventType("deal.revoked", { reach: "deals", payload: deal.extend({ reason: z.string() }) }),
  dealClosed: eventType("deal.closed", {
    reach: "deals",
    payload: deal.extend({ as: z.enum(["won", "lost"]) }),
  }),
  /** The vendor's alone: what it owes a partner, and for too long. */
  dealDueSoon: eventType("deal.due_soon", { reach: null, payload: owed }),
  dealOverdue: eventType("deal.overdue", { reach: null, payload: owed }),
  dealEscalated: eventType("deal.escalated", { reach: null, payload: owed }),
  /** The vendor's alone: somebody of its own, or another partner, goes for what it has protected. */
  dealRivalled: eventType("deal.rivalled", {
    reach: null,
    payload: deal.extend({
      opportunity: z.string(),
      whose: z.string().nullable().describe("The seller or the partner that it belongs to"),
    }),
  }),
  /** The vendor's alone: whose turn it is now. */
  dealMovedUp: eventType("deal.moved_up", { reach: null, payload: deal }),
};
