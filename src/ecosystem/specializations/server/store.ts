import { type RawBuilder, sql } from "kysely";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { newId } from "#platform/ids.ts";
import type { Terms } from "../contract.ts";

export interface VersionRow {
  id: string;
  specialization_id: string;
  key: string;
  version: number;
  label: string;
  summary: string;
  requires: string;
  valid_months: number;
  warn_days: number;
  badge_background: string;
  badge_text: string;
  open: boolean;
  published_by: string | null;
  published_at: Temporal.Instant;
  holders: number | null;
}

/** How many hold it, and who published it, are the vendor's alone. */
function versionColumns(tx: Tx) {
  const isVendor = tx.actor.databaseRole === "hanse_vendor";
  return sql`v.*, s.key,
    ${isVendor ? sql`(select m.name from membership m where m.vendor_id = v.vendor_id and m.id = v.published_by)` : sql`null`} as published_by,
    ${
      isVendor
        ? sql`(select count(distinct a.partner_id)::int from specialization_award a where a.vendor_id = v.vendor_id
            and a.specialization_id = v.specialization_id and ${heldOn(tx)})`
        : sql`null::int`
    } as holders`;
}

const heldOn = (tx: Tx): RawBuilder<boolean> => {
  const today = sql`${tx.today().toString()}::date`;
  return sql`(a.effective_from <= ${today} and coalesce(a.revoked_on, a.effective_until) > ${today})`;
};

const versionTables = sql`specialization_version v
  join specialization s on s.vendor_id = v.vendor_id and s.id = v.specialization_id`;
const isCurrent = sql`v.version = (select max(o.version) from specialization_version o
  where o.vendor_id = v.vendor_id and o.specialization_id = v.specialization_id)`;

/** The versions that are asked for now, by key. */
export async function listCurrent(tx: Tx, filter: { cursor?: string; limit?: number }) {
  const wanted = page<VersionRow>(
    [{ expression: sql`s.key`, type: "text", direction: "asc", value: (row) => row.key }],
    filter,
  );
  return wanted.finish(
    await rows(
      tx,
      sql<VersionRow>`select ${versionColumns(tx)} from ${versionTables}
        where v.vendor_id = ${tx.vendorId} and ${isCurrent} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

export async function findCurrent(tx: Tx, specializationId: string): Promise<VersionRow | null> {
  return maybe(
    tx,
    sql<VersionRow>`select ${versionColumns(tx)} from ${versionTables}
      where v.vendor_id = ${tx.vendorId} and v.specialization_id = ${specializationId} and ${isCurrent}`,
  );
}

export async function listVersionRows(
  tx: Tx,
  filter: { specializationId: string; cursor?: string; limit?: number },
) {
  const wanted = page<VersionRow>(
    [{ expression: sql`v.version`, type: "integer", direction: "desc", value: (row) => row.version }],
    filter,
  );
  return wanted.finish(
    await rows(
      tx,
      sql<VersionRow>`select ${versionColumns(tx)} from ${versionTables}
        where v.vendor_id = ${tx.vendorId} and v.specialization_id = ${filter.specializationId} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

/** False when another one has the key. */
export async function insertSpecialization(tx: Tx, id: string, key: string): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into specialization (vendor_id, id, key, created_at)
      values (${tx.vendorId}, ${id}, ${key}, ${tx.now().toString()})
      on conflict (vendor_id, key) do nothing returning id`,
  );
  return done !== null;
}

/** Adds the next version; the caller holds the lock, so that numbers follow each other. */
export async function insertVersion(tx: Tx, specializationId: string, terms: Terms): Promise<number> {
  const { version } = await one(
    tx,
    sql<{
      version: number;
    }>`insert into specialization_version (vendor_id, id, specialization_id, version, label, summary,
        requires, valid_months, warn_days, badge_background, badge_text, open, published_by, published_at)
      select ${tx.vendorId}::uuid, ${newId()}::uuid, ${specializationId}::uuid, coalesce(max(version), 0) + 1, ${terms.label},
        ${terms.summary}, ${terms.requires}, ${terms.validMonths}::integer, ${terms.warnDays}::integer, ${terms.badge.background},
        ${terms.badge.text}, ${terms.open}::boolean, ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
      from specialization_version where vendor_id = ${tx.vendorId} and specialization_id = ${specializationId}
      returning version`,
  );
  return version;
}

/** One act on a specialization of a company, or on its definition, at a time, until the transaction ends. */
export async function lock(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`specialization:${tx.vendorId}:${what}`}, 0))`.execute(
    tx.db,
  );
}

/** The partners that the actor may read of: a partner's people their own company, where they see its money. */
export function within({ actor }: Tx, alias: "a" | "p"): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner") return sql`true`;
  const own = actor.reach.own.filter((id) => actor.reach.money.includes(id));
  return sql`${sql.ref(alias === "p" ? "p.id" : "a.partner_id")} = any (${own}::uuid[])`;
}

/** A partner's name, where the actor may read how it stands. */
export async function findPartner(tx: Tx, id: string): Promise<{ id: string; name: string } | null> {
  return maybe(
    tx,
    sql<{ id: string; name: string }>`select p.id, p.name from partner p
      where p.vendor_id = ${tx.vendorId} and p.id = ${id} and ${within(tx, "p")}`,
  );
}
