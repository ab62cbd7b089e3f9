import type { z } from "zod";
import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { toPublicId } from "#platform/ids.ts";
import { dayBefore } from "#platform/time/day.ts";
import type { Draft, NoticeBook, Source } from "../../notices/index.ts";
import { events } from "../contract.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";
import * as store from "./store.ts";

/* Whom the life of an override is told: who may approve what is proposed, whoever proposed what became of it. */

const approvers = policy["program-override.approve"] ?? [];
const proposers = policy["program-override.propose"] ?? [];

function told<P extends z.ZodType>(
  event: EventType<P>,
  write: (row: store.OverrideRow, said: z.infer<P>) => readonly Omit<Draft, "link">[],
): Source {
  return {
    event,
    write: async (tx: Tx, { subjectId, payload }) => {
      const row = await store.findOverride(tx, subjectId);
      if (row === null) return [];
      const link = `/program-overrides/${toPublicId("ovr", row.id)}`;
      return write(row, event.payload.parse(payload)).map((draft) => ({ ...draft, link }));
    },
  };
}

const about = (row: store.OverrideRow) => ({ program: row.program_name, scope: row.scope_label });
const proposer = (row: store.OverrideRow) => ({
  side: "vendor" as const,
  roles: [],
  people: [row.proposed_by_id],
});

const sources: readonly Source[] = [
  told(events.overrideProposed, (row) =>
    row.state !== "proposed"
      ? []
      : [
          {
            kind: "program_override.to_approve",
            to: { side: "vendor", roles: approvers },
            said: { ...about(row), by: row.proposed_by, reason: row.reason },
          },
        ],
  ),
  told(events.overrideApproved, (row) => [
    {
      kind: "program_override.approved",
      to: proposer(row),
      said: { ...about(row), from: row.effective_from, until: dayBefore(row.effective_until) },
    },
  ]),
  told(events.overrideDeclined, (row, { reason }) => [
    { kind: "program_override.declined", to: proposer(row), said: { ...about(row), reason } },
  ]),
  told(events.overrideEnding, (row, { until }) => [
    {
      kind: "program_override.ending",
      to: { side: "vendor", roles: proposers },
      said: { ...about(row), until: dayBefore(until) },
    },
  ]),
];

/** All that is told of overrides. */
export const notices: NoticeBook = { topics, kinds, sources };
