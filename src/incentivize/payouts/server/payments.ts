import { sql } from "kysely";
import { bookEach } from "#ledger/index.ts";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { record, recordAll } from "#platform/events/record.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { lockMoney } from "../../runs/index.ts";
import { events, type PayoutRecord } from "../contract.ts";
import { load } from "./payouts.ts";
import { presentBatch } from "./present.ts";
import * as store from "./store.ts";

/* What becomes of a batch once it is released: it is paid, payee by payee or all at once, and some of it comes back. */

/** Records payments, of one payee or of all that are still open: their lines are paid and the ledger says so. */
export async function pay(
  tx: Tx,
  publicId: string,
  partnerId: string | null,
  body: { reference: string; paidOn?: string },
): Promise<PayoutRecord> {
  await lockMoney(tx);
  const batch = await load(tx, publicId, true);
  if (batch.state !== "released")
    throw conflict(
      "payout-not-released",
      `Batch ${batch.number} is not released, so nobody is paid from it.`,
    );
  const paidOn = dayOf(tx, body.paidOn, "/paidOn");
  refuseBeforeRelease(tx, batch, paidOn);
  const only = partnerId === null ? sql`true` : sql`partner_id = ${fromPublicId("par", partnerId, "payee")}`;
  const paid = await rows(
    tx,
    sql<{
      id: string;
      partner_id: string;
      amount_minor: bigint;
      currency: string;
    }>`update payout set state = 'paid', reference = ${body.reference},
        paid_on = ${paidOn.toString()}, version = version + 1
      where vendor_id = ${tx.vendorId} and batch_id = ${batch.id} and state = 'released' and ${only} returning id, partner_id, amount_minor, currency`,
  );
  if (paid.length === 0) throw await whyNot(tx, batch, partnerId, "released");
  const ids = paid.map(({ id }) => id);
  await sql`update earning set status = 'paid' where vendor_id = ${tx.vendorId} and payout_id = any (${ids}::uuid[])`.execute(
    tx.db,
  );
  await bookPayouts(tx, "payout-paid", ids, paidOn, body.reference);
  await recordAll(
    tx,
    events.payoutPaid,
    paid.map((payout) => ({
      about: aboutPayout(payout),
      payload: {
        amount: toJson({ minor: payout.amount_minor, currency: payout.currency }),
        reference: body.reference,
        reason: null,
      },
    })),
  );
  return presentBatch(tx, batch.id);
}

/** Records that a payment came back: its lines stand on their statement again and go into the next batch. */
export async function giveBack(
  tx: Tx,
  publicId: string,
  partnerId: string,
  body: { reason: string; returnedOn?: string },
): Promise<PayoutRecord> {
  await lockMoney(tx);
  const batch = await load(tx, publicId, true);
  const returnedOn = dayOf(tx, body.returnedOn, "/returnedOn");
  const returned = await maybe(
    tx,
    sql<{
      id: string;
      partner_id: string;
      amount_minor: bigint;
      currency: string;
      reference: string;
    }>`update payout set state = 'returned',
        return_reason = ${body.reason}, returned_on = ${returnedOn.toString()}, version = version + 1
      where vendor_id = ${tx.vendorId} and batch_id = ${batch.id} and state = 'paid' and partner_id = ${fromPublicId("par", partnerId, "payee")}
        and paid_on <= ${returnedOn.toString()}
      returning id, partner_id, amount_minor, currency, reference`,
  );
  if (returned === null) throw await whyNot(tx, batch, partnerId, "paid");
  await sql`update earning set status = 'on-statement', payout_id = null where vendor_id = ${tx.vendorId} and payout_id = ${returned.id}`.execute(
    tx.db,
  );
  await bookPayouts(tx, "payout-returned", [returned.id], returnedOn, body.reason);
  await record(tx, events.payoutReturned, aboutPayout(returned), {
    amount: toJson({ minor: returned.amount_minor, currency: returned.currency }),
    reference: returned.reference,
    reason: body.reason,
  });
  return presentBatch(tx, batch.id);
}

/** Books each payment by itself, so that each can come back by itself. */
async function bookPayouts(
  tx: Tx,
  kind: "payout-paid" | "payout-returned",
  payoutIds: readonly string[],
  occurredOn: Temporal.PlainDate,
  memo: string,
): Promise<void> {
  const legs = sql`select partner_id as holder_id, amount_minor, currency, id as reference_id from payout where vendor_id = ${tx.vendorId} and id = any (${[...payoutIds]}::uuid[])`;
  const [from, to] =
    kind === "payout-paid" ? (["payable", "paid-out"] as const) : (["paid-out", "payable"] as const);
  await bookEach(tx, { kind, occurredOn, memo, move: { from, to, legs } });
}

function dayOf(tx: Tx, text: string | undefined, pointer: string): Temporal.PlainDate {
  const day = text === undefined ? tx.today() : parseDay(text, pointer);
  if (Temporal.PlainDate.compare(day, tx.today()) > 0) throw invalid(pointer, "This day is still to come.");
  return day;
}

/** A day before the release is a slip: it would put the payment into books in which nothing could be paid yet. */
function refuseBeforeRelease(tx: Tx, { number, released_at }: store.BatchRow, day: Temporal.PlainDate): void {
  const released = released_at?.toZonedDateTimeISO(tx.vendor.timezone).toPlainDate();
  if (released === undefined || Temporal.PlainDate.compare(day, released) >= 0) return;
  throw invalid("/paidOn", `Batch ${number} was released on ${released}; nobody was paid from it before.`);
}

async function whyNot(tx: Tx, batch: store.BatchRow, partnerId: string | null, wanted: "released" | "paid") {
  const payees = await store.payeesOf(tx, batch.id);
  const payee =
    partnerId === null ? undefined : payees.find((one) => toPublicId("par", one.partner_id) === partnerId);
  if (partnerId !== null && payee === undefined) return notFound("payee");
  if (payee === undefined)
    return conflict("nothing-to-pay", `Nobody in batch ${batch.number} waits for a payment.`);
  if (payee.state === wanted) return invalid("/returnedOn", "A payment cannot come back before it was made.");
  return conflict(
    `payout-${payee.state}`,
    `The payout to ${payee.partner_name} is ${payee.state}, not ${wanted}.`,
  );
}

const aboutPayout = (payout: { id: string; partner_id: string }) => ({
  subject: { kind: "payout", id: payout.id },
  partnerId: payout.partner_id,
});
