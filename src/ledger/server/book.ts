import { type RawBuilder, sql } from "kysely";
import { changed, type Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import type { AccountKind, TransactionKind } from "../contract.ts";

/** One happening that is booked. */
export interface Booking {
  kind: TransactionKind;
  /** The row that made it happen; a second booking of the same is refused by the database. */
  sourceId: string;
  occurredOn: Temporal.PlainDate;
  /** What it was, in a few words, for whoever reads the books. */
  memo: string;
  /** Moves that belong together; all are booked or none. */
  moves: readonly Move[];
}

/** A kind of step between two accounts; the legs are rows `(holder_id, amount_minor, currency, reference_id)`. */
export interface Move {
  from: AccountKind;
  to: AccountKind;
  legs: RawBuilder<unknown>;
}

/** The kinds of account that belong to a holder; the others are the vendor's own. */
const heldBy: Record<AccountKind, boolean> = { expense: false, held: true, payable: true, "paid-out": false };

/**
 * Books a happening, set-based: any number of legs in a handful of statements. Answers how many postings it made.
 *
 * Of what this transaction has just written the planner knows nothing: it takes many legs and many new accounts for a
 * few, and would look for each leg's accounts among all of them.
 */
export async function book(tx: Tx, booking: Booking): Promise<number> {
  await open(tx, booking, sql`select ${newId()}::uuid as id, ${booking.sourceId}::uuid as source_id`);
  let postings = 0;
  await sql`set local enable_nestloop = off`.execute(tx.db);
  for (const move of booking.moves)
    postings += await post(tx, booking.kind, move, sql`${booking.sourceId}::uuid`);
  await sql`set local enable_nestloop = on`.execute(tx.db);
  return postings;
}

/** Books many happenings of a kind at once, each a transaction of its own: what a leg refers to has made it happen. */
export async function bookEach(
  tx: Tx,
  booking: Omit<Booking, "sourceId" | "moves"> & { move: Move },
): Promise<void> {
  await open(
    tx,
    booking,
    sql`select app.next_id() as id, leg.reference_id as source_id from (${booking.move.legs}) as leg group by leg.reference_id`,
  );
  await sql`set local enable_nestloop = off`.execute(tx.db);
  await post(tx, booking.kind, booking.move, sql`leg.reference_id`);
  await sql`set local enable_nestloop = on`.execute(tx.db);
}

/** A transaction for each source: rows `(id, source_id)`. */
async function open(
  tx: Tx,
  { kind, occurredOn, memo }: Omit<Booking, "sourceId" | "moves">,
  sources: RawBuilder<unknown>,
): Promise<void> {
  await sql`insert into ledger_transaction (vendor_id, id, kind, source_id, occurred_on, memo, actor_id)
    select ${tx.vendorId}::uuid, source.id, ${kind}::text, source.source_id, ${occurredOn.toString()}::date, ${memo}::text,
      ${tx.actor.membershipId}::uuid
    from (${sources}) as source`.execute(tx.db);
}

/** The postings of a move; `source` is what made each leg happen. */
async function post(
  tx: Tx,
  kind: TransactionKind,
  { from, to, legs }: Move,
  source: RawBuilder<unknown>,
): Promise<number> {
  await openAccounts(tx, from, legs);
  await openAccounts(tx, to, legs);
  return changed(
    tx,
    sql`insert into posting (vendor_id, id, transaction_id, source_id, destination_id, amount_minor, currency, reference_id)
      select ${tx.vendorId}::uuid, app.next_id(), happening.id, source.id, destination.id, leg.amount_minor, leg.currency, leg.reference_id
      from (${legs}) as leg
      join ledger_transaction happening
        on happening.vendor_id = ${tx.vendorId} and happening.kind = ${kind} and happening.source_id = ${source}
      join ledger_account source on ${accountOf("source", from, tx)}
      join ledger_account destination on ${accountOf("destination", to, tx)}`,
  );
}

function accountOf(alias: "source" | "destination", kind: AccountKind, tx: Tx): RawBuilder<unknown> {
  const table = sql.ref(alias);
  const holder = heldBy[kind] ? sql`${table}.holder_id = leg.holder_id` : sql`${table}.holder_id is null`;
  return sql`${table}.vendor_id = ${tx.vendorId} and ${table}.kind = ${kind} and ${table}.currency = leg.currency and ${holder}`;
}

/** Accounts come into being with their first posting. */
async function openAccounts(tx: Tx, kind: AccountKind, legs: RawBuilder<unknown>): Promise<void> {
  const holder = heldBy[kind] ? sql`leg.holder_id` : sql`null::uuid`;
  await sql`insert into ledger_account (vendor_id, id, kind, holder_id, currency)
    select ${tx.vendorId}::uuid, app.next_id(), ${kind}, wanted.holder_id, wanted.currency
    from (select distinct ${holder} as holder_id, leg.currency from (${legs}) as leg) as wanted
    on conflict do nothing`.execute(tx.db);
}
