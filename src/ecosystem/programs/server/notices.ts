import type { EventType } from "#platform/events/event.ts";
import type { Audience, NoticeBook, Source } from "../../notices/index.ts";
import { events } from "../contract.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";

/*
 * Whom programs tell: the administrators of a partner, that the year waits for them and that somebody took their company
 * in or left it out by name. Who comes in by criteria alone is not told one by one.
 */

const link = "/programs";

function administratorsOf(partnerId: string): Audience {
  return { side: "partner", partnerId, roles: policy["program.acknowledge"] ?? [] };
}

const asked: Source = {
  event: events.acknowledgementAsked,
  write: async (_, { payload }) => {
    const { name, year, partnerIds } = events.acknowledgementAsked.payload.parse(payload);
    const said = { program: name, year };
    return partnerIds.map((id) => ({ kind: "program.to_acknowledge", to: administratorsOf(id), link, said }));
  },
};

function byName(event: EventType<typeof events.partnerIncluded.payload>, kind: string): Source {
  return {
    event,
    write: async (_, { partnerId, payload }) => {
      if (partnerId === null) return [];
      const { name, effectiveFrom, reason } = event.payload.parse(payload);
      return [
        { kind, to: administratorsOf(partnerId), link, said: { program: name, from: effectiveFrom, reason } },
      ];
    },
  };
}

/** All that is told of programs. */
export const notices: NoticeBook = {
  topics,
  kinds,
  sources: [
    asked,
    byName(events.partnerIncluded, "program.included"),
    byName(events.partnerExcluded, "program.excluded"),
  ],
};
