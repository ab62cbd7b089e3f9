import { sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { newId } from "#platform/ids.ts";
import type { Ladder } from "../../ladders/contract.ts";
import type { ProgramDocument } from "../document.ts";
import { standing } from "./versions.ts";

export interface VersionRow {
  id: string;
  program_id: string;
  version: number;
  effective_from: string;
  ladder: Ladder | null;
  published_by: string | null;
  published_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export interface ProgramRow {
  id: string;
  name: string;
  created_at: Temporal.Instant;
  versions: number;
  has_draft: boolean;
}

const versionColumns = sql`v.id, v.program_id, v.version, v.effective_from, v.ladder, v.published_at, m.name as published_by,
  back.withdrawn_at, back.reason as withdrawn_reason, taker.name as withdrawn_by`;
/** Who published is shown to those who may see the vendor's people. */
const versionTables = sql`program_version v
  left join membership m on m.vendor_id = v.vendor_id and m.id = v.published_by and m.side = 'vendor'
  left join program_version_withdrawal back on back.vendor_id = v.vendor_id and back.version_id = v.id
  left join membership taker on taker.vendor_id = v.vendor_id and taker.id = back.withdrawn_by and taker.side = 'vendor'`;
/** What is being written is the vendor's alone. */
function programColumns(tx: Tx) {
  const draft =
    tx.actor.databaseRole === "hanse_vendor"
      ? sql`exists (select from program_draft d where d.vendor_id = p.vendor_id and d.program_id = p.id)`
      : sql`false`;
  return sql`p.id, p.name, p.created_at, ${draft} as has_draft, (select count(*)::int from program_version v
    where v.vendor_id = p.vendor_id and v.program_id = p.id) as versions`;
}

/** @param ids those that may be shown; all where not told */
export async function listProgramRows(
  tx: Tx,
  filter: { cursor?: string; limit?: number; ids?: readonly string[] },
) {
  const shown = filter.ids === undefined ? sql`true` : sql`p.id = any (${[...filter.ids]}::uuid[])`;
  const wanted = page<ProgramRow>(
    [
      {
        expression: sql`p.created_at`,
        type: "timestamptz",
        direction: "asc",
        value: (row) => row.created_at.toString(),
      },
      { expression: sql`p.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    filter,
  );
  const found = await rows(
    tx,
    sql<ProgramRow>`select ${programColumns(tx)} from program p
      where p.vendor_id = ${tx.vendorId} and ${shown} and ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

export async function findProgramRow(tx: Tx, id: string): Promise<ProgramRow | null> {
  return maybe(
    tx,
    sql<ProgramRow>`select ${programColumns(tx)} from program p where p.vendor_id = ${tx.vendorId} and p.id = ${id}`,
  );
}

/** The program that a vendor's tiers are shown by where none is named: the oldest that was published. */
export async function oldestProgramRow(tx: Tx): Promise<ProgramRow | null> {
  return maybe(
    tx,
    sql<ProgramRow>`select ${programColumns(tx)} from program p where p.vendor_id = ${tx.vendorId}
      and p.first_published_at is not null order by p.created_at, p.id limit 1`,
  );
}

export async function listVersionRows(
  tx: Tx,
  filter: { programId: string; cursor?: string; limit?: number },
) {
  const wanted = page<VersionRow>(
    [{ expression: sql`v.version`, type: "integer", direction: "desc", value: (row) => row.version }],
    filter,
  );
  const found = await rows(
    tx,
    sql<VersionRow>`select ${versionColumns} from ${versionTables}
      where v.vendor_id = ${tx.vendorId} and v.program_id = ${filter.programId} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** For each of the programs the version that a day goes by: the latest of those in force. */
export async function versionsOn(tx: Tx, programIds: readonly string[], day: string): Promise<VersionRow[]> {
  return rows(
    tx,
    sql<VersionRow>`select distinct on (v.program_id) ${versionColumns} from ${versionTables}
      where v.vendor_id = ${tx.vendorId} and v.program_id = any (${programIds}::uuid[]) and v.effective_from <= ${day}::date and ${standing}
      order by v.program_id, v.version desc`,
  );
}

/** For each of the programs the version that was published last. */
export async function latestVersions(tx: Tx, programIds: readonly string[]): Promise<VersionRow[]> {
  return rows(
    tx,
    sql<VersionRow>`select distinct on (v.program_id) ${versionColumns} from ${versionTables}
      where v.vendor_id = ${tx.vendorId} and v.program_id = any (${programIds}::uuid[]) and ${standing}
      order by v.program_id, v.version desc`,
  );
}

export async function findVersionRow(tx: Tx, programId: string, version: number): Promise<VersionRow | null> {
  return maybe(
    tx,
    sql<VersionRow>`select ${versionColumns} from ${versionTables}
      where v.vendor_id = ${tx.vendorId} and v.program_id = ${programId} and v.version = ${version}`,
  );
}

/** The program that a ladder's name belongs to: plans find the ladder by it. */
export async function programOfLadder(tx: Tx, ladderName: string) {
  return maybe(
    tx,
    sql<{ id: string; name: string }>`select p.id, p.name from program_version v
      join program p on p.vendor_id = v.vendor_id and p.id = v.program_id
      where v.vendor_id = ${tx.vendorId} and v.ladder->>'name' = ${ladderName} limit 1`,
  );
}

/** False when another program has the name. */
export async function insertProgram(tx: Tx, id: string, name: string): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into program (vendor_id, id, name, created_at) values (${tx.vendorId}, ${id}, ${name}, ${tx.now().toString()})
      on conflict (vendor_id, name) do nothing returning id`,
  );
  return done !== null;
}

/** Adds the next version; the caller holds the lock, so that numbers follow each other. */
export async function insertVersion(
  tx: Tx,
  version: { programId: string; document: ProgramDocument; effectiveFrom: string },
): Promise<{ id: string; version: number }> {
  const { ladder, ...terms } = version.document;
  const now = tx.now().toString();
  await sql`update program set first_published_at = ${now}::timestamptz
    where vendor_id = ${tx.vendorId} and id = ${version.programId} and first_published_at is null`.execute(
    tx.db,
  );
  return one(
    tx,
    sql<{
      id: string;
      version: number;
    }>`insert into program_version (vendor_id, id, program_id, version, effective_from, terms, ladder, published_by, published_at)
      select ${tx.vendorId}::uuid, ${newId()}::uuid, ${version.programId}::uuid, coalesce(max(version), 0) + 1, ${version.effectiveFrom}::date,
        ${JSON.stringify(terms)}::jsonb, ${ladder === null ? null : JSON.stringify(ladder)}::jsonb,
        ${tx.actor.membershipId}::uuid, ${now}::timestamptz
      from program_version where vendor_id = ${tx.vendorId} and program_id = ${version.programId}
      returning id, version`,
  );
}

export async function insertWithdrawal(tx: Tx, versionId: string, reason: string): Promise<void> {
  await sql`insert into program_version_withdrawal (vendor_id, version_id, reason, withdrawn_by, withdrawn_at)
    values (${tx.vendorId}, ${versionId}, ${reason}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
}

/** One publication at a time in a vendor's programs, until the transaction ends. */
export async function lockPrograms(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`programs:${tx.vendorId}`}, 0))`.execute(tx.db);
}

/** Which of some plans there are. */
export async function plansAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = await rows(
    tx,
    sql<{
      id: string;
    }>`select id from plan where vendor_id = ${tx.vendorId} and id = any (${[...ids]}::uuid[])`,
  );
  return new Set(found.map(({ id }) => id));
}
