import { sql } from "kysely";
import type { z } from "zod";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { rankOf } from "../../ladders/contract.ts";
import type { Draft, NoticeBook, Said, Source } from "../../notices/index.ts";
import { events as programEvents } from "../../programs/contract.ts";
import { events } from "../events.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { evaluate } from "./evaluate.ts";
import { inForceOn } from "./in-force.ts";
import { policy } from "./policy.ts";
import { nextReviewAfter, publishedVersions } from "./versions.ts";

/* Whom what happens to tiers is told: the partner's people who may see its money, each of their own company alone. */

const readers = policy["tier.read"] ?? [];

function toPartner(partnerId: string | null, kind: string, said: Said): Draft[] {
  if (partnerId === null) return [];
  return [{ kind, to: { side: "partner", partnerId, roles: readers }, link: "/standing", said }];
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
  told(events.graceBegan, ({ program, level, until }) => ({ program, level, until })),
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
    until,
    reason,
  })),
  told(events.exceptionEnded, ({ program, level, until }) => ({ program, level, until })),
  told(events.grandfathered, ({ program, level, until, reason }) => ({ program, level, until, reason })),
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
          said: { program, level, until, partner: named?.name ?? "" },
        },
      ];
    },
  },
  {
    event: programEvents.programPublished,
    write: async (tx, { subjectId }) => (subjectId === null ? [] : takenAway(tx, subjectId)),
  },
];

/** Those whose level the version published last would take away at the next review, by what counts so far. */
async function takenAway(tx: Tx, programId: string): Promise<Draft[]> {
  const today = tx.today();
  const after = await publishedVersions(tx, programId);
  const newest = after.at(-1);
  if (newest?.ruled == null) return [];
  const { effectiveFrom } = newest;
  const begins = effectiveFrom > today.toString() ? Temporal.PlainDate.from(effectiveFrom) : today;
  const review = nextReviewAfter(after, begins.subtract({ days: 1 }))?.review;
  if (review === undefined) return [];
  const until = Temporal.PlainDate.from(review.inForceFrom).add({ days: 1 }).toString();
  const now = await evaluate(tx, { programId, until, versions: after.slice(0, -1) });
  const then = await evaluate(tx, { programId, until, versions: after });
  const { rules } = newest.ruled;
  const name = await maybe(
    tx,
    sql<{ name: string }>`select name from program where vendor_id = ${tx.vendorId} and id = ${programId}`,
  );
  const level = (evaluation: typeof now, partnerId: string) => {
    const history = evaluation.histories.find(
      (one) => one.partnerId === partnerId && one.judged.at(-1)?.unit.main,
    );
    return history && inForceOn(history, evaluation, review.inForceFrom)?.level;
  };
  return now.histories.flatMap(({ partnerId, judged }) => {
    if (!judged.at(-1)?.unit.main) return [];
    const [before, wouldBe] = [level(now, partnerId), level(then, partnerId)];
    if (before === undefined || wouldBe === undefined) return [];
    if (rankOf(rules, wouldBe) >= rankOf(rules, before) && rankOf(rules, before) !== -1) return [];
    const said = { program: name?.name ?? "", level: before, wouldBe, from: review.inForceFrom };
    return toPartner(partnerId, "tier.program_changes", said);
  });
}

/** All that is told of tiers. */
export const notices: NoticeBook = { topics, kinds, sources };
