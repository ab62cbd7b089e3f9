import { sql } from "kysely";
import { changed, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { lockMoney } from "../../runs/index.ts";
import type * as contract from "../contract.ts";
import { events, type PayoutRecord } from "../contract.ts";
import { evidence } from "./evidence.ts";
import { presentBatch } from "./present.ts";
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
  return presentBatch(tx, id);
}

/** @throws Problem 404 */
export async function load(tx: Tx, publicId: string, lock = false): Promise<store.BatchRow> {
  const batch = await store.findBatch(tx, fromPublicId("bat", publicId, "payout"), lock);
  if (batch === null) throw notFound("payout");
  return batch;
}

export async function get(tx: Tx, publicId: string): Promise<PayoutRecord> {
  return presentBatch(tx, (await load(tx, publicId)).id);
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
  return presentBatch(tx, batch.id);
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
  return presentBatch(tx, batch.id);
}

async function recordBatch(tx: Tx, id: string, type: (typeof events)["payoutMade"]): Promise<void> {
  const batch = await store.findBatch(tx, id);
  if (batch === null) throw notFound("payout");
  const { number, payees, total } = store.presentBatch(batch);
  await record(tx, type, { subject: { kind: "batch", id } }, { number, payees, total });
}
