import { sql } from "kysely";
import type { z } from "zod";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Draft, NoticeBook, Said, Source } from "../../notices/index.ts";
import { events } from "../events.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";

/*
 * Whom the life of a request is told: the vendor's deciders that one waits for them; what they decided, and what the
 * clock ends, to those of the partner who see its level. What somebody withdraws or records is their own act.
 */

interface ToldRequest {
  id: string;
  partner_id: string;
  partner_name: string;
  purpose: string;
  state: string;
}

const requestOf = (tx: Tx, id: string): Promise<ToldRequest | null> =>
  maybe(
    tx,
    sql<ToldRequest>`select r.id, r.partner_id, p.name as partner_name, r.purpose, r.state
      from benefit_request r join partner p on p.vendor_id = r.vendor_id and p.id = r.partner_id
      where r.vendor_id = ${tx.vendorId} and r.id = ${id}`,
  );

const linkTo = ({ id }: ToldRequest) => `/benefits/${toPublicId("bnr", id)}`;

function toPartner<P extends z.ZodType<Said>>(event: EventType<P>, kind: string): Source {
  return {
    event,
    write: async (tx, { subjectId, payload }): Promise<Draft[]> => {
      const request = await requestOf(tx, subjectId);
      if (request === null) return [];
      const to = {
        side: "partner",
        partnerId: request.partner_id,
        roles: policy["benefit.read"] ?? [],
      } as const;
      return [{ kind, to, link: linkTo(request), said: event.payload.parse(payload) }];
    },
  };
}

/** One that was withdrawn in the meantime waits for nobody. */
const toDecide: Source = {
  event: events.benefitRequested,
  write: async (tx, { subjectId, payload }) => {
    const request = await requestOf(tx, subjectId);
    if (request === null || request.state !== "requested") return [];
    const said = {
      ...events.benefitRequested.payload.parse(payload),
      partner: request.partner_name,
      purpose: request.purpose,
    };
    const to = { side: "vendor", roles: policy["benefit.decide"] ?? [] } as const;
    return [{ kind: "benefit.to_decide", to, link: linkTo(request), said }];
  },
};

/** All that is told of benefits. */
export const notices: NoticeBook = {
  topics,
  kinds,
  sources: [
    toDecide,
    toPartner(events.benefitGranted, "benefit.granted"),
    toPartner(events.benefitDeclined, "benefit.declined"),
    toPartner(events.benefitReversed, "benefit.reversed"),
    toPartner(events.benefitExpiring, "benefit.expiring"),
    toPartner(events.benefitExpired, "benefit.expired"),
  ],
};
