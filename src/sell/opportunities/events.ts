import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { MoneyJson } from "#platform/http/wire.ts";

/*
 * What the events say may be read by the people of the partner it belongs to, and by those above it: they see what was
 * done to their deal, by how much and why. They never name another partner.
 */

const name = z.string();
const reason = z.string().nullable();

/** One field before and after, in words that people read; null where there was nothing. */
const Change = z.object({
  field: z.enum([
    "name",
    "account",
    "owner",
    "seller",
    "lines",
    "value",
    "engagedOn",
    "expectedCloseOn",
    "closedOn",
  ]),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

export const events = {
  opportunityCreated: eventType("opportunity.created", {
    reach: "deals",
    payload: z.object({ name, stage: z.string(), reason: reason.describe("Why on the partner's behalf") }),
  }),
  opportunityChanged: eventType("opportunity.changed", {
    reach: "deals",
    payload: z.object({ name, changes: z.array(Change), reason }),
  }),
  opportunityMoved: eventType("opportunity.moved", {
    reach: "deals",
    payload: z.object({ name, from: z.string(), to: z.string(), reason }),
  }),
  opportunityWon: eventType("opportunity.won", {
    reach: "deals",
    payload: z.object({ name, n: z.int(), value: MoneyJson, closedOn: z.string() }),
  }),
  opportunityLost: eventType("opportunity.lost", {
    reach: "deals",
    payload: z.object({ name, reason: z.string(), closedOn: z.string() }),
  }),
  opportunityPayCreditDecided: eventType("opportunity.pay_credit_decided", {
    reach: null,
    payload: z.object({ name, partner: z.string(), reason: z.string() }),
  }),
  opportunityReversed: eventType("opportunity.reversed", {
    reach: "deals",
    payload: z.object({
      name,
      n: z.int(),
      amount: MoneyJson,
      left: MoneyJson.describe("What the win still holds"),
      reason: z.string(),
    }),
  }),
};
