import { sql } from "kysely";
import type { z } from "zod";
import type { Draft, NoticeBook, Said, Source } from "#ecosystem/notices/index.ts";
import type { Role } from "#ecosystem/people/index.ts";
import { maybe, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import type { RecordedEvent } from "#platform/events/handlers.ts";
import { toPublicId } from "#platform/ids.ts";
import { events } from "../contract.ts";
import { kinds, topics } from "../noticeKinds.ts";
import { policy } from "./policy.ts";

/*
 * Whom the life of a pay split is told: each participant's own people what their page of it shows, whoever brings it
 * into force what the partners answer. A signature is told to nobody until it is the last one.
 */

interface ToldSplit {
  id: string;
  state: string;
  participant_ids: string[];
  /** Of the participant whose event it is. */
  partner_name: string | null;
  all_signed: boolean;
}

/** `all_signed` holds for the last signature alone, so that it is told once. */
const splitOf = (tx: Tx, { id, subjectId, partnerId }: RecordedEvent<unknown>): Promise<ToldSplit | null> =>
  maybe(
    tx,
    sql<ToldSplit>`select s.id, s.state, s.participant_ids,
        (select p.name from partner p where p.vendor_id = s.vendor_id and p.id = ${partnerId}::uuid) as partner_name,
        not exists (select from pay_split_share h where h.vendor_id = s.vendor_id and h.split_id = s.id and h.signed_at is null)
          and not exists (select from event e where e.vendor_id = s.vendor_id and e.subject_kind = 'pay-split'
            and e.subject_id = s.id and e.type = ${events.splitSigned.type} and e.id > ${id}::uuid) as all_signed
      from pay_split s where s.vendor_id = ${tx.vendorId} and s.id = ${subjectId}`,
  );

function told<P extends z.ZodType>(
  event: EventType<P>,
  write: (split: ToldSplit, said: z.infer<P>, happened: RecordedEvent<unknown>) => readonly Draft[],
): Source {
  return {
    event,
    write: async (tx, happened) => {
      const split = await splitOf(tx, happened);
      return split === null ? [] : write(split, event.payload.parse(happened.payload), happened);
    },
  };
}

const linkTo = ({ id }: ToldSplit) => `/pay-splits/${toPublicId("spl", id)}`;
const signers = policy["pay-split.sign"] ?? [];
/** Whoever sees the company's money. */
const readers = policy["pay-split.read"] ?? [];

function toPartner(
  split: ToldSplit,
  partnerId: string | null,
  kind: string,
  said: Said,
  roles: readonly Role[] = readers,
): Draft[] {
  if (partnerId === null) return [];
  return [{ kind, to: { side: "partner", partnerId, roles }, link: linkTo(split), said }];
}

function toVendor(split: ToldSplit, kind: string, said: Said): Draft {
  return { kind, to: { side: "vendor", roles: policy["pay-split.manage"] ?? [] }, link: linkTo(split), said };
}

const sources: readonly Source[] = [
  told(events.splitProposed, (split, { name }, { partnerId }) =>
    split.state === "open" ? toPartner(split, partnerId, "pay_split.to_sign", { name }, signers) : [],
  ),
  told(events.splitSigned, (split, { name }) =>
    split.state === "open" && split.all_signed ? [toVendor(split, "pay_split.to_confirm", { name })] : [],
  ),
  // Its event is the refusing participant's; the others' page says that somebody refused, and so they are told so much.
  told(events.splitRefused, (split, { name, reason }) => [
    toVendor(split, "pay_split.turned_down", { name, reason, partner: split.partner_name }),
    ...split.participant_ids.flatMap((id) => toPartner(split, id, "pay_split.refused", { name })),
  ]),
  told(events.splitWithdrawn, (split, { name, reason }, { partnerId }) =>
    toPartner(split, partnerId, "pay_split.withdrawn", { name, reason }),
  ),
  told(events.splitConfirmed, (split, { name }, { partnerId }) =>
    toPartner(split, partnerId, "pay_split.in_force", { name }),
  ),
];

/** All that is told of pay splits. */
export const notices: NoticeBook = { topics, kinds, sources };
