import { sql } from "kysely";
import type { z } from "zod";
import type { Draft, NoticeBook, Said, Source } from "#ecosystem/notices/index.ts";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { toPublicId } from "#platform/ids.ts";
import { events } from "../events.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";

/*
 * Whom the life of a touchpoint is told: the vendor's deciders that one waits for them, and what they decided to who
 * logged it and the administrators of that company alone. What the partner takes back is its own act, and what becomes
 * of a registration's own touchpoint is told with the registration.
 */

interface ToldTouchpoint {
  id: string;
  partner_id: string;
  partner_name: string;
  author_id: string | null;
  may_ask_again: boolean;
}

const touchpointOf = (tx: Tx, id: string): Promise<ToldTouchpoint | null> =>
  maybe(
    tx,
    sql<ToldTouchpoint>`select t.id, t.partner_id, p.name as partner_name, coalesce(t.author_id, r.author_id) as author_id,
        t.asked_again_at is null and t.kind <> 'registration' as may_ask_again
      from touchpoint t join partner p on p.vendor_id = t.vendor_id and p.id = t.partner_id
      left join registration r on r.vendor_id = t.vendor_id and r.id = t.registration_id
      where t.vendor_id = ${tx.vendorId} and t.id = ${id}`,
  );

function told<P extends z.ZodType>(
  event: EventType<P>,
  write: (touchpoint: ToldTouchpoint, said: z.infer<P>) => Draft,
): Source {
  return {
    event,
    write: async (tx, { subjectId, payload }) => {
      const touchpoint = await touchpointOf(tx, subjectId);
      return touchpoint === null ? [] : [write(touchpoint, event.payload.parse(payload))];
    },
  };
}

interface SaidOfAll {
  kind: string;
  about: string;
  occurredOn: string;
}

function toPartner(touchpoint: ToldTouchpoint, name: string, of: SaidOfAll, more: Said = {}): Draft {
  const people = touchpoint.author_id === null ? [] : [touchpoint.author_id];
  return {
    kind: name,
    to: { side: "partner", partnerId: touchpoint.partner_id, roles: ["partner-admin"], people },
    ...leading(touchpoint, of, more),
  };
}

function toVendor(touchpoint: ToldTouchpoint, name: string, of: SaidOfAll, more: Said = {}): Draft {
  const said = { ...more, partner: touchpoint.partner_name };
  return {
    kind: name,
    to: { side: "vendor", roles: policy["touchpoint.decide"] ?? [] },
    ...leading(touchpoint, of, said),
  };
}

function leading(
  { id }: ToldTouchpoint,
  { kind, about, occurredOn }: SaidOfAll,
  more: Said,
): Pick<Draft, "link" | "said"> {
  return {
    link: `/touchpoints/${toPublicId("tch", id)}`,
    said: { what: kind, about, occurredOn, ...more },
  };
}

const sources: readonly Source[] = [
  told(events.touchpointRecorded, (touchpoint, of) => toVendor(touchpoint, "touchpoint.to_confirm", of)),
  told(events.touchpointAskedAgain, (touchpoint, of) =>
    toVendor(touchpoint, "touchpoint.asked_again", of, { remark: of.remark }),
  ),
  told(events.touchpointConfirmed, (touchpoint, of) => toPartner(touchpoint, "touchpoint.confirmed", of)),
  told(events.touchpointContested, (touchpoint, of) =>
    toPartner(touchpoint, "touchpoint.contested", of, {
      reason: of.reason,
      mayAskAgain: touchpoint.may_ask_again,
    }),
  ),
];

/** All that is told of touchpoints. */
export const notices: NoticeBook = { topics, kinds, sources };
