import { type RawBuilder, sql } from "kysely";
import { countryOf, shareAccounts } from "#ecosystem/accounts/index.ts";
import { dealsWon, recordFacts, wonValue } from "#ecosystem/facts/index.ts";
import { changed, type Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import { conflict, Problem } from "#platform/problem.ts";
import { type Opportunity, sameLines } from "../opportunity.ts";
import type { Counted, Settlement } from "../settlement.ts";

/** One opportunity on its way into the database: what it was, and what was settled. */
export interface Change {
  id: string;
  /** The version that was read. */
  version: number;
  before: Opportunity | null;
  settlement: Settlement;
}

/**
 * Writes changes of opportunities with all that follows from them, a few statements for any number.
 * @throws Problem 409 when one of them was changed by somebody else meanwhile
 */
export async function writeChanges(
  tx: Tx,
  changes: readonly Change[],
  importId: string | null,
): Promise<void> {
  if (changes.length === 0) return;
  await updateOpportunities(tx, changes, importId);
  await writeConsequences(tx, changes, importId);
}

/**
 * The row of a new opportunity; what hangs on it is written by `writeConsequences`.
 * @throws Problem 409 when another one has the external id
 */
export async function insertOpportunity(
  tx: Tx,
  id: string,
  externalId: string | null,
  one: Opportunity,
): Promise<void> {
  const written = await changed(
    tx,
    sql`insert into opportunity (vendor_id, id, external_id, name, account_id, owner_partner_id, seller_id, stage,
      meaning, value_minor, currency, engaged_on, expected_close_on, closed_on, lost_reason, pay_basis,
      pay_basis_reason, created_at, updated_at)
    values (${tx.vendorId}, ${id}, ${externalId}, ${one.name}, ${one.accountId}, ${one.ownerPartnerId}, ${one.sellerId},
      ${one.stage}, ${one.meaning}, ${one.valueMinor}, ${tx.vendor.currency}, ${one.engagedOn}, ${one.expectedCloseOn},
      ${one.closedOn}, ${one.lostReason}, ${one.payBasis}, ${one.payBasisReason}, ${tx.now().toString()},
      ${tx.now().toString()})
    on conflict (vendor_id, external_id) do nothing`,
  );
  if (written === 1) return;
  const message = `Another opportunity goes by the id ${externalId}.`;
  throw new Problem({
    status: 409,
    type: "already-exists",
    detail: message,
    errors: [{ pointer: "/externalId", message }],
  });
}

async function updateOpportunities(
  tx: Tx,
  changes: readonly Change[],
  importId: string | null,
): Promise<void> {
  const given = changes.map(({ id, version, settlement: { after } }) => ({
    id,
    version,
    name: after.name,
    account_id: after.accountId,
    owner_partner_id: after.ownerPartnerId,
    seller_id: after.sellerId,
    stage: after.stage,
    meaning: after.meaning,
    value_minor: after.valueMinor,
    engaged_on: after.engagedOn,
    expected_close_on: after.expectedCloseOn,
    closed_on: after.closedOn,
    lost_reason: after.lostReason,
    pay_basis: after.payBasis,
    pay_basis_reason: after.payBasisReason,
  }));
  const written = await changed(
    tx,
    sql`update opportunity o set name = x.name, account_id = x.account_id, owner_partner_id = x.owner_partner_id,
        seller_id = x.seller_id, stage = x.stage, meaning = x.meaning, value_minor = x.value_minor,
        engaged_on = x.engaged_on, expected_close_on = x.expected_close_on, closed_on = x.closed_on,
        lost_reason = x.lost_reason, pay_basis = x.pay_basis, pay_basis_reason = x.pay_basis_reason,
        changed_by_import_id = coalesce(${importId}, o.changed_by_import_id), version = o.version + 1,
        updated_at = ${tx.now().toString()}
      from ${recordset(
        given,
        sql`id uuid, version integer, name text, account_id uuid, owner_partner_id uuid, seller_id uuid, stage text,
          meaning text, value_minor bigint, engaged_on date, expected_close_on date, closed_on date, lost_reason text,
          pay_basis text, pay_basis_reason text`,
      )}
      where o.vendor_id = ${tx.vendorId} and o.id = x.id and o.version = x.version`,
  );
  if (written !== changes.length) throw changedMeanwhile();
}

export function changedMeanwhile() {
  return conflict("version-mismatch", "The opportunity was changed by somebody else meanwhile. Look again.");
}

/** Lines, wins, reversals, won value and partner accounts of opportunities whose rows stand already. */
export async function writeConsequences(
  tx: Tx,
  changes: readonly Change[],
  importId: string | null,
): Promise<void> {
  await writeLines(tx, changes);
  await writeWins(tx, changes, importId);
  await writeReversals(tx, changes);
  await writeCounted(tx, changes, importId);
  await shareCustomers(tx, changes, importId);
}

async function writeLines(tx: Tx, changes: readonly Change[]): Promise<void> {
  const other = changes.filter(
    ({ before, settlement: { after } }) =>
      before === null ||
      before.ownerPartnerId !== after.ownerPartnerId ||
      before.sellerId !== after.sellerId ||
      !sameLines(before.lines, after.lines),
  );
  const had = other.filter(({ before }) => before !== null).map(({ id }) => id);
  if (had.length > 0)
    await sql`delete from opportunity_line
      where vendor_id = ${tx.vendorId} and opportunity_id = any (${had}::uuid[])`.execute(tx.db);
  const given = other.flatMap(({ id, settlement: { after } }) =>
    after.lines.map((line, index) => ({
      id,
      line_no: index + 1,
      owner_partner_id: after.ownerPartnerId,
      seller_id: after.sellerId,
      product_id: line.productId,
      quantity: line.quantity,
      amount_minor: line.amountMinor,
    })),
  );
  if (given.length === 0) return;
  await sql`insert into opportunity_line (vendor_id, opportunity_id, line_no, owner_partner_id, seller_id, product_id,
      quantity, amount_minor)
    select ${tx.vendorId}, x.id, x.line_no, x.owner_partner_id, x.seller_id, x.product_id, x.quantity, x.amount_minor
    from ${recordset(
      given,
      sql`id uuid, line_no integer, owner_partner_id uuid, seller_id uuid, product_id uuid, quantity integer,
        amount_minor bigint`,
    )}`.execute(tx.db);
}

async function writeWins(tx: Tx, changes: readonly Change[], importId: string | null): Promise<void> {
  const now = tx.now().toString();
  const opened = changes.flatMap(({ id, settlement: { opened, after } }) =>
    opened === null
      ? []
      : [
          {
            id: opened.id,
            opportunity_id: id,
            n: opened.n,
            owner: after.ownerPartnerId,
            seller: after.sellerId,
          },
        ],
  );
  if (opened.length > 0)
    await sql`insert into win (vendor_id, id, opportunity_id, n, owner_partner_id, seller_id, import_id, recorded_at, changed_at)
      select ${tx.vendorId}, x.id, x.opportunity_id, x.n, x.owner, x.seller, ${importId}::uuid, now(), now()
      from ${recordset(opened, sql`id uuid, opportunity_id uuid, n integer, owner uuid, seller uuid`)}`.execute(
      tx.db,
    );
  const touched = changes.flatMap(({ before, settlement: { after, closed, moneyChanged } }) =>
    before?.win && (moneyChanged || before.sellerId !== after.sellerId)
      ? [
          {
            id: before.win.id,
            was: before.win.reversedMinor,
            reversed: closed === null ? (after.win?.reversedMinor ?? 0n) : (before.valueMinor ?? 0n),
            owner: after.ownerPartnerId,
            seller: after.sellerId,
            closed: closed !== null,
          },
        ]
      : [],
  );
  if (touched.length === 0) return;
  const written = await changed(
    tx,
    sql`update win w set reversed_minor = x.reversed, owner_partner_id = x.owner, seller_id = x.seller,
        reversed_at = case when x.closed then ${now}::timestamptz end, changed_at = now()
      from ${recordset(
        touched,
        sql`id uuid, was bigint, reversed bigint, owner uuid, seller uuid, closed boolean`,
      )}
      where w.vendor_id = ${tx.vendorId} and w.id = x.id and w.reversed_minor = x.was and w.reversed_at is null`,
  );
  if (written !== touched.length) throw changedMeanwhile();
}

async function writeReversals(tx: Tx, changes: readonly Change[]): Promise<void> {
  const given = changes.flatMap(({ settlement: { reversal } }) =>
    reversal === null
      ? []
      : [{ id: newId(), win: reversal.winId, amount: reversal.amountMinor, reason: reversal.reason }],
  );
  if (given.length === 0) return;
  await sql`insert into win_reversal (vendor_id, id, win_id, amount_minor, reason, reversed_on, recorded_by, recorded_at)
    select ${tx.vendorId}, x.id, x.win, x.amount, x.reason, ${tx.today().toString()}::date,
      ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
    from ${recordset(given, sql`id uuid, win uuid, amount bigint, reason text`)}`.execute(tx.db);
}

async function writeCounted(tx: Tx, changes: readonly Change[], importId: string | null): Promise<void> {
  const settlements = changes.map(({ settlement }) => settlement);
  const values = settlements.flatMap(({ wonValues }) => wonValues);
  const deals = settlements.flatMap(({ wonDeals }) => wonDeals);
  await recordCounted(tx, { kind: wonValue, currency: tx.vendor.currency, importId }, values);
  await recordCounted(tx, { kind: dealsWon, currency: null, importId }, deals);
}

async function recordCounted(
  tx: Tx,
  { kind, currency, importId }: { kind: string; currency: string | null; importId: string | null },
  counted: readonly Counted[],
): Promise<void> {
  if (counted.length === 0) return;
  const given = counted.map((fact) => ({
    partner: fact.partnerId,
    day: fact.countsOn,
    amount: fact.amount,
    win: fact.winId,
    account: fact.accountId,
    rated: fact.ratedOn,
  }));
  await recordFacts(
    tx,
    { kind, sourceKind: "win", importId },
    sql`select x.partner, x.day, x.amount, ${currency}::text, x.win,
        case when x.account is null then counted.country else ${countryOf("a")} end, x.rated
      from ${recordset(given, sql`partner uuid, day date, amount bigint, win uuid, account uuid, rated date`)}
      left join account a on a.vendor_id = ${tx.vendorId} and a.id = x.account
      left join lateral (${countryCounted(tx, kind)}) counted on x.account is null`,
  );
}

/** The country of what a win `x.win` counts for its partner so far: a change counts where that counts. */
function countryCounted(tx: Tx, kind: string): RawBuilder<unknown> {
  return sql`select f.country from fact f where f.vendor_id = ${tx.vendorId} and f.source_id = x.win
      and f.partner_id = x.partner and f.kind = ${kind}
    group by f.country having sum(f.amount_minor) <> 0 order by max(f.recorded_at) desc limit 1`;
}

/** Lets the partner that an opportunity belongs to see its customer's name. */
async function shareCustomers(tx: Tx, changes: readonly Change[], importId: string | null): Promise<void> {
  const given = changes.flatMap(({ settlement: { after } }) =>
    after.ownerPartnerId === null || after.accountId === null
      ? []
      : [{ partner: after.ownerPartnerId, account: after.accountId }],
  );
  if (given.length === 0) return;
  await shareAccounts(
    tx,
    sql`select x.partner, x.account from ${recordset(given, sql`partner uuid, account uuid`)}`,
    importId,
  );
}

/** Rows of our own making as a table `x`; JSON writes 64-bit amounts as text. */
function recordset(rows: readonly object[], columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const json = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  return sql`jsonb_to_recordset(${json}::jsonb) as x (${columns})`;
}
