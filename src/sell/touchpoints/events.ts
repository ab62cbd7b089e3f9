import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { kinds } from "./touchpoint.ts";

/* What the partner and those above it read of a touchpoint's life. Nothing here names another partner or its sale. */

const touchpoint = z.object({
  kind: z.enum(kinds),
  about: z.string().describe("The customer or the sale, as the partner knows it"),
  occurredOn: z.string(),
});

export const events = {
  touchpointRecorded: eventType("touchpoint.recorded", { reach: "deals", payload: touchpoint }),
  touchpointAskedAgain: eventType("touchpoint.asked_again", {
    reach: "deals",
    payload: touchpoint.extend({ remark: z.string() }),
  }),
  touchpointConfirmed: eventType("touchpoint.confirmed", { reach: "deals", payload: touchpoint }),
  touchpointContested: eventType("touchpoint.contested", {
    reach: "deals",
    payload: touchpoint.extend({ reason: z.string() }),
  }),
  touchpointWithdrawn: eventType("touchpoint.withdrawn", { reach: "deals", payload: touchpoint }),
};
