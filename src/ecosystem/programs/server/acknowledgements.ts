import { sql } from "kysely";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import { conflict } from "#platform/problem.ts";
import * as contract from "../contract.ts";
import { programYearOf } from "../year.ts";
import { enrolledOn } from "./enrolled.ts";
import { load } from "./load.ts";
import { listNamed } from "./members.ts";
import { versionOn } from "./versions.ts";

/** How many of some partners have acknowledged a program year. */
export async function countAcknowledged(
  tx: Tx,
  programId: string,
  year: number,
  partnerIds: readonly string[],
): Promise<number> {
  const { count } = await one(
    tx,
    sql<{ count: number }>`select count(*)::int as count from program_acknowledgement
      where vendor_id = ${tx.vendorId} and program_id = ${programId} and program_year = ${year}
        and partner_id = any (${[...partnerIds]}::uuid[])`,
  );
  return count;
}

interface GivenRow {
  partner_id: string;
  by: string | null;
  acknowledged_at: Temporal.Instant;
  version: number;
}

/** What partners have acknowledged of a program year, by partner. */
export async function givenIn(
  tx: Tx,
  programId: string,
  year: number,
  partnerIds: readonly string[],
): Promise<Map<string, GivenRow>> {
  const found = await rows(
    tx,
    sql<GivenRow>`select a.partner_id, m.name as by, a.acknowledged_at, v.version from program_acknowledgement a
      join program_version v on v.vendor_id = a.vendor_id and v.id = a.version_id
      left join membership m on m.vendor_id = a.vendor_id and m.id = a.acknowledged_by
      where a.vendor_id = ${tx.vendorId} and a.program_id = ${programId} and a.program_year = ${year}
        and a.partner_id = any (${[...partnerIds]}::uuid[])`,
  );
  return new Map(found.map((row) => [row.partner_id, row]));
}

export async function listAcknowledgements(
  tx: Tx,
  programId: string,
  query: QueryOf<typeof contract.listAcknowledgements>,
): Promise<{ items: contract.Acknowledgement[]; nextCursor: string | null }> {
  const program = await load(tx, programId);
  const { year } = programYearOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const members = [...(await enrolledOn(tx, { programId: program.id, day: tx.today() })).keys()];
  const given = await givenIn(tx, program.id, year, members);
  const wanted = members.filter(
    (id) => query.state === undefined || given.has(id) === (query.state === "given"),
  );
  const found = await listNamed(tx, wanted, query);
  const reminded = await remindersOf(tx, program.id, year);
  return {
    items: found.rows.map(({ id, name }) => {
      const one = given.get(id);
      return {
        partner: { id: toPublicId("par", id), name },
        acknowledged:
          one === undefined ? null : { by: one.by, at: one.acknowledged_at.toString(), version: one.version },
        remindedAt: reminded.get(id)?.toString() ?? null,
      };
    }),
    nextCursor: found.nextCursor,
  };
}

async function remindersOf(tx: Tx, programId: string, year: number): Promise<Map<string, Temporal.Instant>> {
  const found = await rows(
    tx,
    sql<{ partner_id: string; at: Temporal.Instant }>`select partner_id, max(reminded_at) as at
      from program_acknowledgement_reminder
      where vendor_id = ${tx.vendorId} and program_id = ${programId} and program_year = ${year} group by partner_id`,
  );
  return new Map(found.map(({ partner_id, at }) => [partner_id, at]));
}

/** Asks the members that have not acknowledged the year; whoever was asked within a day is left in peace. */
export async function remind(tx: Tx, programId: string): Promise<{ reminded: number }> {
  const program = await load(tx, programId);
  const current = await versionOn(tx, program.id, tx.today());
  if (current?.document.acknowledge !== true) {
    throw conflict(
      "not-acknowledged",
      `Partners do not acknowledge ${program.name}. A version can ask them to.`,
    );
  }
  const { year } = programYearOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const members = [...(await enrolledOn(tx, { programId: program.id, day: tx.today() })).keys()];
  const given = await givenIn(tx, program.id, year, members);
  const asked = await remindersOf(tx, program.id, year);
  const dayBefore = tx.now().subtract({ hours: 24 });
  const missing = members.filter((id) => {
    const last = asked.get(id);
    return !given.has(id) && (last === undefined || Temporal.Instant.compare(last, dayBefore) < 0);
  });
  if (missing.length === 0) return { reminded: 0 };
  const lines = missing.map((partnerId) => ({ id: newId(), partner: partnerId }));
  await sql`insert into program_acknowledgement_reminder (vendor_id, id, program_id, partner_id, program_year, reminded_by, reminded_at)
    select ${tx.vendorId}::uuid, r.id, ${program.id}::uuid, r.partner, ${year}::integer, ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r (id uuid, partner uuid)`.execute(tx.db);
  await record(
    tx,
    contract.events.acknowledgementAsked,
    { subject: { kind: "program", id: program.id } },
    { name: program.name, year, partnerIds: missing },
  );
  return { reminded: missing.length };
}
