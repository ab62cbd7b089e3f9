import { sql } from "kysely";
import { principalOf } from "#ecosystem/people/index.ts";
import { book } from "#ledger/index.ts";
import { changed, maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { lockMoney } from "../../runs/index.ts";
import type * as contract from "../contract.ts";
import { events, type PayoutRecord } from "../contract.ts";
import { evidence } from "./evidence.ts";
import * as store from "./store.ts";

async function minimumOf(tx: Tx): Promise<bigint> {
  const row = await one<{ minimum: bigint }>(
    tx,
    sql<{
      minimum: bigint;
    }>`select minimum_payout_minor as minimum from vendor where vendor_id = ${tx.vendorId}`,
  );
  return row.minimum;
}

/** Splits what is owed into who is paid and who carries forward: a balance below the smallest payout, or below zero. */
async function split(tx: Tx) {
  const minimum = await minimumOf(tx);
  const balances = await store.balances(tx);
  const isDue = ({ amount_minor }: store.Balance) => amount_minor > 0n && amount_minor >= minimum;
  return {
    minimum,
    due: balances.filter(isDue),
    carried: balances.filter((balance) => !isDue(balance) && balance.amount_minor !== 0n),
  };
}

export async function preview(tx: Tx): Promise<ResponseOf<typeof contract.previewPayout>> {
  const { minimum, due, carried } = await split(tx);
  const beside = await evidence(tx, null);
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  const partner = (balance: store.Balance) => ({
    id: toPublicId("par", balance.partner_id),
    name: balance.partner_name,
  });
  return {
    payees: due.map((balance) => ({
      partner: partner(balance),
      amount: money(balance.amount_minor),
      lines: balance.lines,
      ...beside.of(balance.partner_id),
    })),
    carried: carried.map((balance) => ({
      partner: partner(balance),
      balance: money(balance.amount_minor),
      why: balance.amount_minor < 0n ? "negative" : "below-minimum",
    })),
    total: money(due.reduce((sum, balance) => sum + balance.amount_minor, 0n)),
    minimum: money(minimum),
    since: beside.since,
  };
}

/** Makes a batch of everything that closed statements owe. Its lines belong to no other batch until it is withdrawn. */
export async function make(tx: Tx): Promise<PayoutRecord> {
  await lockMoney(tx);
  const { due } = await split(tx);
  if (due.length === 0)
    throw conflict("nothing-to-pay", "No closed statement owes anybody at least the smallest payout.");
  const id = newId();
  const number = await one<{ value: bigint }>(
    tx,
    sql<{
      value: bigint;
    }>`insert into counter (vendor_id, scope, name, value) values (${tx.vendorId}, ${tx.vendorId}, 'payout-batch', 1)
      on conflict (vendor_id, scope, name) do update set value = counter.value + 1 returning value`,
  );
  await sql`insert into payout_batch (vendor_id, id, number, currency, state, made_by, made_at)
    values (${tx.vendorId}, ${id}, ${number.value}, ${tx.vendor.currency}, 'made', ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
  const payees = due.map((balance) => ({
    id: newId(),
    ...balance,
    amount_minor: balance.amount_minor.toString(),
  }));
  await sql`insert into payout (vendor_id, id, batch_id, partner_id, statement_id, amount_minor, currency, state, made_at)
    select ${tx.vendorId}::uuid, (p->>'id')::uuid, ${id}::uuid, (p->>'partner_id')::uuid, (p->>'statement_id')::uuid, (p->>'amount_minor')::bigint,
      p->>'currency', 'made', ${tx.now().toString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(payees)}::jsonb) as p`.execute(tx.db);
  await sql`update earning e set payout_id = o.id from payout o
    where o.vendor_id = ${tx.vendorId} and o.batch_id = ${id} and e.vendor_id = ${tx.vendorId} and e.partner_id = o.partner_id and e.currency = o.currency
      and e.status = 'on-statement' and e.payout_id is null`.execute(tx.db);
  await recordBatch(tx, id, events.payoutMade);
  return presentById(tx, id);
}

async function load(tx: Tx, publicId: string, lock = false): Promise<store.BatchRow> {
  const batch = await store.findBatch(tx, fromPublicId("bat", publicId, "payout"), lock);
  if (batch === null) throw notFound("payout");
  return batch;
}

export async function get(tx: Tx, publicId: string): Promise<PayoutRecord> {
  return presentById(tx, (await load(tx, publicId)).id);
}

/** Takes a batch back before it is released; what it would have paid is payable again. */
export async function withdraw(tx: Tx, publicId: string): Promise<PayoutRecord> {
  await lockMoney(tx);
  const batch = await load(tx, publicId, true);
  if (batch.state === "released")
    throw conflict("payout-released", `Batch ${batch.number} is released and cannot be taken back.`);
  if (batch.state === "made") {
    await sql`update payout_batch set state = 'withdrawn', version = version + 1 where vendor_id = ${tx.vendorId} and id = ${batch.id}`.execute(
      tx.db,
    );
    await sql`update earning set payout_id = null where vendor_id = ${tx.vendorId}
      and payout_id in (select id from payout where vendor_id = ${tx.vendorId} and batch_id = ${batch.id})`.execute(
      tx.db,
    );
    await sql`update payout set state = 'withdrawn', version = version + 1 where vendor_id = ${tx.vendorId} and batch_id = ${batch.id}`.execute(
      tx.db,
    );
    await recordBatch(tx, batch.id, events.payoutWithdrawn);
  }
  return presentById(tx, batch.id);
}

/** Releases a batch. Whoever made it may not: two people stand behind every payment. */
export async function release(tx: Tx, publicId: string): Promise<PayoutRecord> {
  await lockMoney(tx);
  const batch = await load(tx, publicId, true);
  if (batch.made_by === tx.actor.membershipId)
    throw conflict("four-eyes", "A batch is released by another person than the one who made it.");
  if (batch.state !== "made")
    throw conflict(`payout-${batch.state}`, `Batch ${batch.number} is ${batch.state} already.`);
  const done = await changed(
    tx,
    sql`update payout_batch set state = 'released', released_by = ${tx.actor.membershipId}, released_at = ${tx.now().toString()}, version = version + 1
      where vendor_id = ${tx.vendorId} and id = ${batch.id} and state = 'made'`,
  );
  if (done !== 1) throw conflict("payout-released", `Batch ${batch.number} is released already.`);
  await sql`update payout set state = 'released', version = version + 1 where vendor_id = ${tx.vendorId} and batch_id = ${batch.id}`.execute(
    tx.db,
  );
  await recordBatch(tx, batch.id, events.payoutReleased);
  return presentById(tx, batch.id);
}

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
  for (const payout of paid) {
    await sql`update earning set status = 'paid' where vendor_id = ${tx.vendorId} and payout_id = ${payout.id}`.execute(
      tx.db,
    );
    await bookPayout(tx, "payout-paid", payout.id, paidOn, body.reference);
    await record(tx, events.payoutPaid, aboutPayout(payout), {
      amount: toJson({ minor: payout.amount_minor, currency: payout.currency }),
      reference: body.reference,
      reason: null,
    });
  }
  return presentById(tx, batch.id);
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
  await bookPayout(tx, "payout-returned", returned.id, returnedOn, body.reason);
  await record(tx, events.payoutReturned, aboutPayout(returned), {
    amount: toJson({ minor: returned.amount_minor, currency: returned.currency }),
    reference: returned.reference,
    reason: body.reason,
  });
  return presentById(tx, batch.id);
}

async function bookPayout(
  tx: Tx,
  kind: "payout-paid" | "payout-returned",
  payoutId: string,
  occurredOn: Temporal.PlainDate,
  memo: string,
): Promise<void> {
  const legs = sql`select partner_id as holder_id, amount_minor, currency, id as reference_id from payout where vendor_id = ${tx.vendorId} and id = ${payoutId}`;
  const [from, to] =
    kind === "payout-paid" ? (["payable", "paid-out"] as const) : (["paid-out", "payable"] as const);
  await book(tx, { kind, sourceId: payoutId, occurredOn, memo, moves: [{ from, to, legs }] });
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

async function recordBatch(tx: Tx, id: string, type: (typeof events)["payoutMade"]): Promise<void> {
  const batch = await store.findBatch(tx, id);
  if (batch === null) throw notFound("payout");
  const { number, payees, total } = store.presentBatch(batch);
  await record(tx, type, { subject: { kind: "batch", id } }, { number, payees, total });
}

async function presentById(tx: Tx, id: string): Promise<PayoutRecord> {
  const batch = await store.findBatch(tx, id);
  if (batch === null) throw notFound("payout");
  const principal = principalOf(tx);
  const isMaker = batch.made_by === principal.membershipId;
  const mayRelease = principal.can.has("payout.release");
  const payees = await store.payeesOf(tx, id);
  const beside = await evidence(tx, id);
  const items = payees.map((payee) => ({
    ...store.presentPayee(payee),
    ...beside.of(payee.partner_id),
    statement: { number: payee.statement_number, period: payee.statement_period.slice(0, 7) },
  }));
  const sumOf = (...states: string[]) =>
    toJson({
      minor: payees
        .filter(({ state }) => states.includes(state))
        .reduce((sum, { amount_minor }) => sum + amount_minor, 0n),
      currency: batch.currency,
    });
  return {
    ...store.presentBatch(batch),
    items,
    since: beside.since,
    sums: { open: sumOf("made", "released"), paid: sumOf("paid"), returned: sumOf("returned") },
    can: {
      release: batch.state === "made" && mayRelease && !isMaker,
      withdraw: batch.state === "made" && principal.can.has("payout.make"),
      pay:
        batch.state === "released" &&
        principal.can.has("payout.pay") &&
        items.some(({ state }) => state === "released"),
    },
    releaseHint: batch.state !== "made" ? null : isMaker ? "maker" : mayRelease ? null : "role",
  };
}
