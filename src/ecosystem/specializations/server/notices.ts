import type { z } from "zod";
import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import type { RecordedEvent } from "#platform/events/handlers.ts";
import { toPublicId } from "#platform/ids.ts";
import { dayBefore } from "#platform/time/day.ts";
import type { Draft, NoticeBook, Said, Source } from "../../notices/index.ts";
import { events } from "../contract.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { findApplication } from "./application-store.ts";
import { policy } from "./policy.ts";

/* Whom the life of a specialization is told: who decides what is applied for, the company what becomes of it. */

const readers = policy["specialization.read"] ?? [];
const deciders = policy["specialization.decide"] ?? [];
const applicants = policy["specialization.apply"] ?? [];

function toPartner<P extends z.ZodType>(
  event: EventType<P>,
  kind: string,
  say: (payload: z.infer<P>) => Said,
  roles = readers,
): Source {
  return {
    event,
    write: async (_tx: Tx, { partnerId, payload }: RecordedEvent<unknown>): Promise<Draft[]> =>
      partnerId === null
        ? []
        : [
            {
              kind,
              to: { side: "partner", partnerId, roles },
              link: "/specializations",
              said: say(event.payload.parse(payload)),
            },
          ],
  };
}

const sources: readonly Source[] = [
  {
    event: events.specializationApplied,
    write: async (tx, { subjectId }) => {
      const row = await findApplication(tx, subjectId);
      if (row === null || row.state !== "open" || row.withdrawn_at !== null) return [];
      return [
        {
          kind: "specialization.to_decide",
          to: { side: "vendor", roles: deciders },
          link: `/specialization-applications/${toPublicId("sap", row.id)}`,
          said: { label: row.label, partner: row.partner_name },
        },
      ];
    },
  },
  toPartner(events.specializationAwarded, "specialization.awarded", ({ label, until }) => ({
    label,
    until: dayBefore(until),
  })),
  toPartner(events.specializationDeclined, "specialization.declined", ({ label, reason }) => ({
    label,
    reason,
  })),
  toPartner(events.specializationRevoked, "specialization.revoked", ({ label, reason }) => ({
    label,
    reason,
  })),
  toPartner(
    events.specializationEnding,
    "specialization.ending",
    ({ label, until }) => ({ label, until: dayBefore(until) }),
    applicants,
  ),
  toPartner(events.specializationExpired, "specialization.expired", ({ label, until }) => ({
    label,
    until: dayBefore(until),
  })),
];

/** All that is told of specializations. */
export const notices: NoticeBook = { topics, kinds, sources };
