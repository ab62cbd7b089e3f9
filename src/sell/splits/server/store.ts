import { sql } from "kysely";
import { changed, maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import type { PaySplit } from "../contract.ts";
import type { LaidShare } from "../split.ts";

export interface SplitRow {
  id: string;
  opportunity_id: string;
  opportunity_name: string;
  participant_ids: string[];
  participant_names: string[];
  terms: string;
  state: PaySplit["state"];
  proposed_by: string | null;
  proposed_at: Temporal.Instant;
  confirmed_by: string | null;
  confirmed_at: Temporal.Instant | null;
  ended_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_reason: string | null;
  /** `[partner id, basis points, who signed, when]` of the shares that the reader may see. */
  shares: [string, number, string | null, string | null][];
}

/** Names of the vendor's people are the vendor's to read, and who confirmed stands where no partner looks. */
function columns(tx: Tx) {
  const isVendor = tx.actor.databaseRole === "hanse_vendor";
  const name = (who: string) =>
    sql`(select m.name from membership m where m.vendor_id = s.vendor_id and m.id = ${sql.ref(who)})`;
  return sql`s.id, s.opportunity_id, s.opportunity_name, s.participant_ids, s.participant_names, s.terms, s.state,
    s.proposed_at, s.confirmed_at, s.ended_at, s.ended_reason,
    ${isVendor ? sql`${name("s.proposed_by")}` : sql`null`} as proposed_by,
    ${isVendor ? sql`${name("s.ended_by")}` : sql`null`} as ended_by,
    ${
      isVendor
        ? sql`(select m.name from pay_split_confirmation c join membership m on m.vendor_id = c.vendor_id and m.id = c.confirmed_by
            where c.vendor_id = s.vendor_id and c.split_id = s.id)`
        : sql`null`
    } as confirmed_by,
    (select coalesce(json_agg(json_build_array(h.partner_id, h.share_bp, h.signed_name,
        to_char(h.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), '[]')
      from pay_split_share h where h.vendor_id = s.vendor_id and h.split_id = s.id) as shares`;
}

export async function findSplit(tx: Tx, id: string): Promise<SplitRow | null> {
  return maybe(
    tx,
    sql<SplitRow>`select ${columns(tx)} from pay_split s where s.vendor_id = ${tx.vendorId} and s.id = ${id}`,
  );
}

export async function listSplits(
  tx: Tx,
  filter: { opportunityId?: string; state?: string; cursor?: string; limit?: number },
) {
  const wanted = page<SplitRow>(
    [
      {
        expression: sql`s.proposed_at`,
        type: "timestamptz",
        direction: "desc",
        value: (row) => row.proposed_at.toString(),
      },
      { expression: sql`s.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const sale =
    filter.opportunityId === undefined ? sql`true` : sql`s.opportunity_id = ${filter.opportunityId}`;
  const state = filter.state === undefined ? sql`true` : sql`s.state = ${filter.state}`;
  return wanted.finish(
    await rows(
      tx,
      sql<SplitRow>`select ${columns(tx)} from pay_split s
        where s.vendor_id = ${tx.vendorId} and ${sale} and ${state} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

/** Who signs, refuses, withdraws or confirms a split waits for everybody else who does. */
export async function lockSplit(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('pay-split ' || ${tx.vendorId} || ${id}, 0))`.execute(
    tx.db,
  );
}

/** False where another proposal for the same sale is open. */
export async function insertSplit(
  tx: Tx,
  split: {
    id: string;
    opportunityId: string;
    opportunityName: string;
    terms: string;
    shares: readonly (LaidShare & { name: string })[];
  },
): Promise<boolean> {
  const { shares } = split;
  const inserted = await maybe(
    tx,
    sql`insert into pay_split (vendor_id, id, opportunity_id, opportunity_name, participant_ids, participant_names, terms,
        proposed_by, proposed_at)
      values (${tx.vendorId}, ${split.id}, ${split.opportunityId}, ${split.opportunityName},
        ${shares.map(({ partnerId }) => partnerId)}::uuid[], ${shares.map(({ name }) => name)}::text[], ${split.terms},
        ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict (vendor_id, opportunity_id) where state = 'open' do nothing returning id`,
  );
  if (inserted === null) return false;
  await sql`insert into pay_split_share (vendor_id, split_id, partner_id, from_bp, until_bp)
    select ${tx.vendorId}::uuid, ${split.id}::uuid, x.partner, x.first, x.last from jsonb_to_recordset(${JSON.stringify(
      shares.map(({ partnerId, fromBasisPoints, untilBasisPoints }) => ({
        partner: partnerId,
        first: fromBasisPoints,
        last: untilBasisPoints,
      })),
    )}::jsonb) as x (partner uuid, first integer, last integer)`.execute(tx.db);
  return true;
}

/** Signs one participant's share; false where it was signed already. */
export async function sign(tx: Tx, splitId: string, partnerId: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update pay_split_share set signed_by = ${tx.actor.membershipId}, signed_name = ${tx.actor.name},
        signed_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and split_id = ${splitId} and partner_id = ${partnerId} and signed_at is null`,
  );
  return done === 1;
}

/** Ends what is not in force yet; false where it is over already. */
export async function end(
  tx: Tx,
  splitId: string,
  state: "refused" | "withdrawn",
  reason: string,
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update pay_split set state = ${state}, ended_by = ${tx.actor.membershipId}, ended_at = ${tx.now().toString()},
        ended_reason = ${reason}
      where vendor_id = ${tx.vendorId} and id = ${splitId} and state = 'open'`,
  );
  return done === 1;
}

/** Brings a split that all have signed into force, in the place of the one that was. */
export async function bringIntoForce(tx: Tx, { id, opportunity_id }: SplitRow): Promise<void> {
  const now = tx.now().toString();
  await sql`update pay_split_confirmation set replaced_at = ${now}
    where vendor_id = ${tx.vendorId} and opportunity_id = ${opportunity_id} and replaced_at is null`.execute(
    tx.db,
  );
  await sql`update pay_split set state = 'replaced', ended_at = ${now}
    where vendor_id = ${tx.vendorId} and opportunity_id = ${opportunity_id} and state = 'in-force'`.execute(
    tx.db,
  );
  await sql`update pay_split_share set in_force = true where vendor_id = ${tx.vendorId} and split_id = ${id}`.execute(
    tx.db,
  );
  await sql`insert into pay_split_confirmation (vendor_id, split_id, opportunity_id, confirmed_by, confirmed_at)
    values (${tx.vendorId}, ${id}, ${opportunity_id}, ${tx.actor.membershipId}, ${now})`.execute(tx.db);
  await sql`update pay_split set state = 'in-force', confirmed_at = ${now}
    where vendor_id = ${tx.vendorId} and id = ${id}`.execute(tx.db);
  // Runs that counted the win look again.
  await sql`update win set changed_at = now() where vendor_id = ${tx.vendorId} and opportunity_id = ${opportunity_id}
    and reversed_at is null`.execute(tx.db);
}

export interface SaleRow {
  name: string;
  owner: string | null;
  holder: string | null;
  /** Of the split in force. */
  participants: string[] | null;
}

export async function findSale(tx: Tx, opportunityId: string): Promise<SaleRow | null> {
  return maybe(
    tx,
    sql<SaleRow>`select o.name, o.owner_partner_id as owner, o.holder_partner_id as holder, s.participant_ids as participants
      from opportunity o
      left join pay_split s on s.vendor_id = o.vendor_id and s.opportunity_id = o.id and s.state = 'in-force'
      where o.vendor_id = ${tx.vendorId} and o.id = ${opportunityId} for update of o`,
  );
}

/** Partners' names by their ids; who is not there is not in it. */
export async function partnerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    tx,
    sql<{ id: string; name: string }>`select id, name from partner
      where vendor_id = ${tx.vendorId} and id = any (${[...ids]}::uuid[])`,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
