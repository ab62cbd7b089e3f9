import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type Handler, handler, type RecordedEvent } from "#platform/events/handlers.ts";
import { recordAll } from "#platform/events/record.ts";
import { events as opportunityEvents } from "../../opportunities/events.ts";
import { events } from "../events.ts";

/** Notices when somebody goes for what is protected: the vendor's own seller, or another partner by the vendor's hand. */
export function rivals(): Handler[] {
  return [
    handler("deals.rivalled", opportunityEvents.opportunityCreated, (tx, event) => noticeRival(tx, event)),
  ];
}

/**
 * An opportunity that is entered at an account, of a series, that a partner's approved registration protects at that
 * time, and that belongs to no registration itself: the vendor's deciders are told, and the case shows it.
 */
async function noticeRival(tx: Tx, event: RecordedEvent<unknown>): Promise<void> {
  const at = event.occurredAt.toString();
  const found = await rows(
    tx,
    sql<{
      id: string;
      partner_id: string;
      number: number;
      customer: string;
      opportunity: string;
      whose: string | null;
    }>`
      select d.id, d.partner_id, d.number, d.customer_name as customer, o.name as opportunity, coalesce(m.name, p.name) as whose
      from opportunity o
      join opportunity held on held.vendor_id = o.vendor_id and held.account_id = o.account_id and held.id <> o.id
      join registration d on d.vendor_id = held.vendor_id and d.opportunity_id = held.id and d.state = 'approved'
        and d.protection in ('exclusive', 'preferred')
        and d.protected_from <= ${at}::timestamptz and d.protected_until > ${at}::timestamptz
        and d.partner_id is distinct from o.owner_partner_id
      left join membership m on m.vendor_id = o.vendor_id and m.id = o.seller_id
      left join partner p on p.vendor_id = o.vendor_id and p.id = o.owner_partner_id
      where o.vendor_id = ${tx.vendorId} and o.id = ${event.subjectId}
        and not exists (select from registration own where own.vendor_id = o.vendor_id and own.opportunity_id = o.id)
        and (not exists (select from opportunity_line l where l.vendor_id = o.vendor_id and l.opportunity_id = o.id)
          or exists (select from opportunity_line l join product c on c.vendor_id = l.vendor_id and c.id = l.product_id
            where l.vendor_id = o.vendor_id and l.opportunity_id = o.id and c.series = any (d.protected_series)))`,
  );
  if (found.length === 0) return;
  await recordAll(
    tx,
    events.dealRivalled,
    found.map(({ id, number, customer, opportunity, whose }) => ({
      about: { subject: { kind: "deal", id } },
      payload: { number, customer, opportunity, whose },
    })),
  );
}
