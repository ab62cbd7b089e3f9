import { z } from "zod";
import { eventType } from "#platform/events/event.ts";

/* What is told of tiers. A partner's people who may see its money see its events, and nobody another's. */

const about = {
  program: z.string(),
  /** Its public id, for links. */
  programId: z.string(),
  level: z.string(),
};
const dated = { reviewOn: z.string(), inForceFrom: z.string() };

export const events = {
  /** `from` is null where the partner enters the program with it. */
  promoted: eventType("tier.promoted", {
    reach: "money",
    payload: z.object({ ...about, ...dated, from: z.string().nullable() }),
  }),
  demoted: eventType("tier.demoted", {
    reach: "money",
    payload: z.object({ ...about, ...dated, from: z.string() }),
  }),
  graceBegan: eventType("tier.grace_began", {
    reach: "money",
    payload: z.object({ ...about, ...dated, until: z.string() }),
  }),
  warned: eventType("tier.warned", {
    reach: "money",
    payload: z.object({ ...about, ...dated, wouldBe: z.string(), graceUntil: z.string().nullable() }),
  }),
  exceptionGranted: eventType("tier.exception_granted", {
    reach: "money",
    payload: z.object({ ...about, from: z.string(), until: z.string(), reason: z.string() }),
  }),
  exceptionEnded: eventType("tier.exception_ended", {
    reach: "money",
    payload: z.object({ ...about, until: z.string() }),
  }),
  exceptionEndsSoon: eventType("tier.exception_ends_soon", {
    reach: "money",
    payload: z.object({ ...about, until: z.string() }),
  }),
  grandfathered: eventType("tier.grandfathered", {
    reach: "money",
    payload: z.object({ ...about, until: z.string(), reason: z.string() }),
  }),
  /** On the vendor's side: a review as a whole. */
  reviewed: eventType("tier.reviewed", {
    reach: null,
    payload: z.object({
      program: z.string(),
      ...dated,
      partners: z.int(),
      promoted: z.int(),
      demoted: z.int(),
      inGrace: z.int(),
    }),
  }),
};
