import { z } from "zod";
import { eventType } from "#platform/events/event.ts";

/* What becomes of a benefit that a partner asked for: for those of its people, and of those above it, who see its money. */

const asked = z.object({
  label: z.string().describe("The benefit, as it was called when it was asked for"),
  quantity: z.string().nullable().describe("With its currency; null where it is not counted"),
});
const explained = asked.extend({ reason: z.string() });

export const events = {
  benefitRequested: eventType("benefit.requested", { reach: "money", payload: asked }),
  benefitWithdrawn: eventType("benefit.withdrawn", { reach: "money", payload: asked }),
  benefitGranted: eventType("benefit.granted", {
    reach: "money",
    payload: asked.extend({ reason: z.string().nullable(), validUntil: z.string().nullable() }),
  }),
  benefitDeclined: eventType("benefit.declined", { reach: "money", payload: explained }),
  benefitUsed: eventType("benefit.used", { reach: "money", payload: asked.extend({ usedOn: z.string() }) }),
  benefitUseTakenBack: eventType("benefit.use_taken_back", { reach: "money", payload: explained }),
  benefitExpiring: eventType("benefit.expiring", {
    reach: "money",
    payload: asked.extend({ validUntil: z.string() }),
  }),
  benefitExpired: eventType("benefit.expired", { reach: "money", payload: asked }),
  benefitReversed: eventType("benefit.reversed", { reach: "money", payload: explained }),
};
