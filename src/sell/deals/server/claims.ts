import { sql } from "kysely";
import { asSystem } from "#platform/database/rules.ts";
import { prepared, rows, type Tx } from "#platform/database/tx.ts";
import { type Bid, promotable, slotOf } from "../claims.ts";
import type { Claim } from "../deal.ts";

/*
 * Claims in the database. Everything here runs as the system: what is held by whom is not the actor's to see. Those who
 * ask for the same customer wait for each other by locks on its keys, in one order; the unique index is the net below.
 */

/** Makes everybody else who asks for the same customer wait until this transaction ends. */
export async function lockClaims(tx: Tx, claims: readonly Pick<Claim, "kind" | "key">[]): Promise<void> {
  const keys = [...new Set(claims.map(({ kind, key }) => `${tx.vendorId}:${kind}:${key}`))].toSorted();
  await prepared(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`,
  );
}

/**
 * Receives a registration: counts it for its partner and takes its places. Answers its number. The caller holds the
 * locks; the statements are the same whether or not anybody else was first.
 */
export async function receive(
  tx: Tx,
  deal: { id: string; partner_id: string },
  claims: readonly Claim[],
): Promise<number> {
  return asSystem(tx, async () => {
    const number = await nextNumber(tx, deal.partner_id);
    await take(tx, deal.id, claims);
    return number;
  });
}

/**
 * Takes the places that a registration asks for, or a place behind those who have them. The caller holds the locks. It
 * takes the same statements whether or not anybody else was first, and says nothing.
 */
export async function takeClaims(tx: Tx, registrationId: string, claims: readonly Claim[]): Promise<void> {
  await asSystem(tx, () => take(tx, registrationId, claims));
}

async function take(tx: Tx, registrationId: string, claims: readonly Claim[]): Promise<void> {
  await endLapsed(tx, claims);
  await prepared(
    tx,
    sql`
      with wanted as (select * from ${recordset(claims)}),
        number as (select nextval('claim_received') as no),
        taken as (
          select distinct w.series from wanted w join registration_claim c on c.vendor_id = ${tx.vendorId} and c.state = 'holding'
            and c.key_kind = w.kind and c.key = w.key and c.series = w.series and c.country = w.country
            and c.project = w.project and c.role = w.role)
      insert into registration_claim
        (vendor_id, registration_id, series, key_kind, key, country, project, role, state, received_no)
      select ${tx.vendorId}, ${registrationId}, w.series, w.kind, w.key, w.country, w.project, w.role,
        case when w.series in (select series from taken) then 'waiting' else 'holding' end, number.no
      from wanted w cross join number
      on conflict (vendor_id, registration_id, series, key_kind, key) do update
        set state = excluded.state, received_no = excluded.received_no, country = excluded.country,
          project = excluded.project, role = excluded.role, holds_until = null`,
  );
}

/** Gives up what a registration holds or waits for, but for the series it keeps; those behind it move up. Answers whom. */
export async function releaseSeries(
  tx: Tx,
  registrationId: string,
  keep: readonly string[],
): Promise<string[]> {
  const given = sql`registration_id = ${registrationId} and state <> 'released' and not (series = any (${[...keep]}::text[]))`;
  return asSystem(tx, async () => {
    const claims = (await claimsWhere(tx, given)).map(claimOf);
    await lockClaims(tx, claims);
    await sql`update registration_claim set state = 'released' where vendor_id = ${tx.vendorId} and ${given}`.execute(
      tx.db,
    );
    return promote(tx, claims);
  });
}

/** Says until when a registration holds without anybody's doing; null: until somebody decides. */
export async function holdUntil(
  tx: Tx,
  registrationId: string,
  until: Temporal.Instant | null,
): Promise<void> {
  await asSystem(tx, () =>
    sql`update registration_claim set holds_until = ${until?.toString() ?? null}::timestamptz
      where vendor_id = ${tx.vendorId} and registration_id = ${registrationId} and state = 'holding'`.execute(
      tx.db,
    ),
  );
}

/** Series in which a registration is first, or waits. For the vendor's eyes. */
export async function standingOf(
  tx: Tx,
  registrationId: string,
): Promise<{ holds: string[]; waits: string[] }> {
  const found = await rows(
    tx,
    sql<{ series: string; state: string }>`select distinct series, state from registration_claim
      where vendor_id = ${tx.vendorId} and registration_id = ${registrationId} order by series`,
  );
  const inState = (state: string) => found.filter((row) => row.state === state).map((row) => row.series);
  return { holds: inState("holding"), waits: inState("waiting") };
}

/** What is over by the clock is given up before anybody new is let in, whether or not the hourly job has run. */
async function endLapsed(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const ended = await prepared(
    tx,
    sql<ClaimRow>`update registration_claim c set state = 'released' from ${recordset(claims)}
      where c.vendor_id = ${tx.vendorId} and c.key_kind = w.kind and c.key = w.key and c.state = 'holding'
        and c.holds_until <= ${tx.now().toString()}::timestamptz
      returning c.*`,
  );
  if (ended.length > 0) await promote(tx, ended.map(claimOf));
}

/** Lets those who wait for places that are free now move up, in server order. */
async function promote(tx: Tx, freed: readonly Claim[]): Promise<string[]> {
  if (freed.length === 0) return [];
  const behind = await claimsWhere(
    tx,
    sql`state = 'waiting' and (registration_id, series) in (
      select c.registration_id, c.series from registration_claim c join ${recordset(freed)}
        on c.key_kind = w.kind and c.key = w.key and c.series = w.series and c.country = w.country
        and c.project = w.project and c.role = w.role
      where c.vendor_id = ${tx.vendorId} and c.state = 'waiting')`,
  );
  if (behind.length === 0) return [];
  await lockClaims(tx, behind.map(claimOf));
  const held = await claimsWhere(
    tx,
    sql`state = 'holding' and (key_kind, key) in (select kind, key from ${recordset(behind.map(claimOf))})`,
  );
  const next = promotable(bidsOf(behind), held.map(claimOf).map(slotOf));
  if (next.length === 0) return [];
  await sql`update registration_claim set state = 'holding', holds_until = null
    where vendor_id = ${tx.vendorId} and state = 'waiting' and (registration_id, series) in
      (select * from unnest(${next.map((bid) => bid.registrationId)}::uuid[], ${next.map((bid) => bid.series)}::text[]))`.execute(
    tx.db,
  );
  return [...new Set(next.map((bid) => bid.registrationId))];
}

interface ClaimRow {
  registration_id: string;
  series: string;
  key_kind: Claim["kind"];
  key: string;
  country: string;
  project: string;
  role: Claim["role"];
  received_no: bigint;
}

async function claimsWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<ClaimRow[]> {
  return rows(
    tx,
    sql<ClaimRow>`select registration_id, series, key_kind, key, country, project, role, received_no
      from registration_claim where vendor_id = ${tx.vendorId} and ${condition}`,
  );
}

function bidsOf(claims: readonly ClaimRow[]): Bid[] {
  const groups = Map.groupBy(claims, (row) => JSON.stringify([row.registration_id, row.series]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          {
            registrationId: first.registration_id,
            series: first.series,
            receivedNo: first.received_no,
            claims: group.map(claimOf),
          },
        ];
  });
}

function claimOf({ key_kind, key, series, country, project, role }: ClaimRow): Claim {
  return { kind: key_kind, key, series, country, project, role };
}

function recordset(claims: readonly Claim[]): ReturnType<typeof sql> {
  return sql`jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
    as w (kind text, key text, series text, country text, project text, role text)`;
}

/** The next number of a partner's registrations; no other partner's counts in it. */
async function nextNumber(tx: Tx, partnerId: string): Promise<number> {
  const [counted] = await prepared(
    tx,
    sql<{
      value: bigint;
    }>`insert into counter (vendor_id, scope, name, value) values (${tx.vendorId}, ${partnerId}, 'deal', 1)
      on conflict (vendor_id, scope, name) do update set value = counter.value + 1 returning value`,
  );
  if (counted === undefined) throw new Error("A partner's registrations were not counted.");
  return Number(counted.value);
}
