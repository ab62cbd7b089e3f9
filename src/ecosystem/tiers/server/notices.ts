import { sql } from "kysely";
import type { z } from "zod";
import { maybe } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { dayBefore } from "#platform/time/day.ts";
import type { Draft, NoticeBook, Said, Source } from "../../notices/index.ts";
import { events as programEvents } from "../../programs/contract.ts";
import { events } from "../events.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";
import { toldOfVersion } from "./program-changes.ts";

/* Whom what happens to tiers is told: the partner's people who may see its money, each of their own company alone. */

const readers = policy["tier.read"] ?? [];

function toPartner(partnerId: string | null, kind: string, said: Said, link = "/standing"): Draft[] {
  if (partnerId === null) return [];
  return [{ kind, to: { side: "partner", partnerId, roles: readers }, link, said }];
}

/** An event of one partner's, told to its people. */
function told<P extends z.ZodType>(event: EventType<P>, write: (payload: z.infer<P>) => Said): Source {
  return {
    event,
    write: async (_tx, { partnerId, payload }) =>
      toPartner(partnerId, event.type, write(event.payload.parse(payload))),
  };
}

const sources: readonly Source[] = [
  told(events.promoted, ({ program, level, inForceFrom }) => ({ program, level, from: inForceFrom })),
  told(events.demoted, ({ program, level, from, inForceFrom }) => ({
    program,
    level,
    before: from,
    from: inForceFrom,
  })),
  told(events.graceBegan, ({ program, level, until }) => ({ program, level, until: dayBefore(until) })),
  told(events.warned, ({ program, level, wouldBe, inForceFrom }) => ({
    program,
    level,
    wouldBe,
    from: inForceFrom,
  })),
  told(events.exceptionGranted, ({ program, level, from, until, reason }) => ({
    program,
    level,
    from,
    until: dayBefore(until),
    reason,
  })),
  told(events.exceptionEnded, ({ program, level, until }) => ({ program, level, until })),
  told(events.grandfathered, ({ program, level, until, reason }) => ({
    program,
    level,
    until: dayBefore(until),
    reason,
  })),
  {
    event: events.exceptionEndsSoon,
    write: async (tx, { partnerId, payload }) => {
      const { program, programId, level, until } = events.exceptionEndsSoon.payload.parse(payload);
      const named = await maybe(
        tx,
        sql<{
          name: string;
        }>`select name from partner where vendor_id = ${tx.vendorId} and id = ${partnerId}::uuid`,
      );
      return [
        ...toPartner(partnerId, "tier.exception_ends_soon", { program, level, until }),
        {
          kind: "tier.exception_to_renew",
          to: { side: "vendor", roles: policy["tier.except"] ?? [] },
          link: `/programs/${programId}/tiers`,
          said: { program, level, until: dayBefore(until), partner: named?.name ?? "" },
        },
      ];
    },
  },
  {
    event: programEvents.programPublished,
    write: async (tx, { subjectId }) => {
      if (subjectId === null) return [];
      const told = await toldOfVersion(tx, subjectId);
      return told.flatMap(({ partnerId, kind, said }) => toPartner(partnerId, kind, said, "/programs"));
    },
  },
];

/** All that is told of tiers. */
export const notices: NoticeBook = { topics, kinds, sources };
