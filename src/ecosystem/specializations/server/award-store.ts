import { sql } from "kysely";
import { changed, maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { newId } from "#platform/ids.ts";
import type { SpecializationAward } from "../contract.ts";
import { within } from "./store.ts";

export interface AwardRow {
  id: string;
  specialization_id: string;
  key: string;
  label: string;
  version: number;
  warn_days: number;
  badge_background: string;
  badge_text: string;
  partner_id: string;
  partner_name: string;
  application_id: string;
  renewed_until: string | null;
  effective_from: string;
  effective_until: string;
  revoked_on: string | null;
  revoked_at: Temporal.Instant | null;
  revoked_by: string | null;
  revoked_reason: string | null;
  awarded_by: string | null;
  awarded_at: Temporal.Instant;
}

/** What goes on where an award ends. */
const renewals = sql`from specialization_award n where n.vendor_id = a.vendor_id
  and n.specialization_id = a.specialization_id and n.partner_id = a.partner_id and n.revoked_on is null
  and n.effective_from >= a.effective_until`;

/** Names of the vendor's people are the vendor's to read. */
function columns(tx: Tx) {
  const isPartner = tx.actor.databaseRole === "hanse_partner";
  const name = (column: string) =>
    isPartner
      ? sql`null`
      : sql`(select m.name from membership m where m.vendor_id = a.vendor_id and m.id = ${sql.ref(`a.${column}`)})`;
  return sql`a.id, a.specialization_id, s.key, v.label, v.version, v.warn_days, v.badge_background, v.badge_text, a.partner_id,
    p.name as partner_name, a.application_id, (select max(n.effective_until)::text ${renewals}) as renewed_until, a.effective_from::text, a.effective_until::text, a.revoked_on::text, a.revoked_at,
    ${name("revoked_by")} as revoked_by, a.revoked_reason, ${name("awarded_by")} as awarded_by, a.awarded_at`;
}
const tables = sql`specialization_award a
  join specialization s on s.vendor_id = a.vendor_id and s.id = a.specialization_id
  join specialization_version v on v.vendor_id = a.vendor_id and v.id = a.version_id
  join partner p on p.vendor_id = a.vendor_id and p.id = a.partner_id`;

export async function findAward(tx: Tx, id: string): Promise<AwardRow | null> {
  return maybe(
    tx,
    sql<AwardRow>`select ${columns(tx)} from ${tables}
      where a.vendor_id = ${tx.vendorId} and a.id = ${id} and ${within(tx, "a")}`,
  );
}

export async function listAwardRows(
  tx: Tx,
  filter: {
    state?: SpecializationAward["state"];
    specializationId?: string;
    partnerId?: string;
    endsSoon?: "yes";
    cursor?: string;
    limit?: number;
  },
) {
  const wanted = page<AwardRow>(
    [
      {
        expression: sql`a.effective_until`,
        type: "date",
        direction: "desc",
        value: (row) => row.effective_until,
      },
      { expression: sql`a.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const of =
    filter.specializationId === undefined ? sql`true` : sql`a.specialization_id = ${filter.specializationId}`;
  const whose = filter.partnerId === undefined ? sql`true` : sql`a.partner_id = ${filter.partnerId}`;
  const state = filter.state === undefined ? sql`true` : inState(tx, filter.state);
  const soon = filter.endsSoon === undefined ? sql`true` : endingSoon(tx);
  return wanted.finish(
    await rows(
      tx,
      sql<AwardRow>`select ${columns(tx)} from ${tables}
        where a.vendor_id = ${tx.vendorId} and ${within(tx, "a")} and ${of} and ${whose} and ${state} and ${soon}
          and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

/** As `stateOn` has it, for lists. */
function inState(tx: Tx, state: SpecializationAward["state"]) {
  const today = sql`${tx.today().toString()}::date`;
  const stands = sql`(a.revoked_on is null or a.revoked_on > ${today})`;
  switch (state) {
    case "revoked":
      return sql`a.revoked_on <= ${today}`;
    case "planned":
      return sql`(${stands} and a.effective_from > ${today})`;
    case "held":
      return sql`(${stands} and a.effective_from <= ${today} and a.effective_until > ${today})`;
    case "over":
      return sql`(${stands} and a.effective_until <= ${today})`;
  }
}

function endingSoon(tx: Tx) {
  const today = sql`${tx.today().toString()}::date`;
  return sql`(a.revoked_on is null and a.effective_from <= ${today} and a.effective_until > ${today}
    and a.effective_until <= ${today} + v.warn_days and ${notRenewed})`;
}

const notRenewed = sql`not exists (select ${renewals})`;

/** What a company holds or will hold of a specialization: until when; null where it does neither. */
export async function heldUntil(
  tx: Tx,
  { partnerId, specializationId }: { partnerId: string; specializationId: string },
): Promise<{ until: string; warnDays: number; planned: boolean } | null> {
  const today = sql`${tx.today().toString()}::date`;
  return maybe(
    tx,
    sql<{ until: string; warnDays: number; planned: boolean }>`
      select a.effective_until::text as until, v.warn_days as "warnDays", a.effective_from > ${today} as planned
      from ${tables}
      where a.vendor_id = ${tx.vendorId} and a.partner_id = ${partnerId} and a.specialization_id = ${specializationId}
        and coalesce(a.revoked_on, a.effective_until) > ${today}
      order by a.effective_until desc limit 1`,
  );
}

/** The latest award of each specialization that a company holds, held or will hold; what is held goes first. */
export async function latestAwards(tx: Tx, partnerId: string): Promise<AwardRow[]> {
  const today = sql`${tx.today().toString()}::date`;
  return rows(
    tx,
    sql<AwardRow>`select distinct on (a.specialization_id) ${columns(tx)} from ${tables}
      where a.vendor_id = ${tx.vendorId} and a.partner_id = ${partnerId} and ${within(tx, "a")}
      order by a.specialization_id,
        (a.effective_from <= ${today} and coalesce(a.revoked_on, a.effective_until) > ${today}) desc,
        a.effective_until desc, a.id desc`,
  );
}

export async function insertAward(
  tx: Tx,
  award: {
    specializationId: string;
    partnerId: string;
    versionId: string;
    applicationId: string;
    from: string;
    until: string;
  },
): Promise<string> {
  const id = newId();
  await sql`insert into specialization_award (vendor_id, id, specialization_id, partner_id, version_id, application_id,
      awarded_by, awarded_at, effective_from, effective_until)
    values (${tx.vendorId}, ${id}, ${award.specializationId}, ${award.partnerId}, ${award.versionId}, ${award.applicationId},
      ${tx.actor.membershipId}, ${tx.now().toString()}, ${award.from}, ${award.until})`.execute(tx.db);
  return id;
}

/** Ends all that a company holds of a specialization and what would follow it; answers how many. */
export async function revoke(
  tx: Tx,
  { partnerId, specializationId, reason }: { partnerId: string; specializationId: string; reason: string },
): Promise<number> {
  const today = sql`${tx.today().toString()}::date`;
  return changed(
    tx,
    sql`update specialization_award set revoked_on = greatest(${today}, effective_from), revoked_by = ${tx.actor.membershipId},
        revoked_at = ${tx.now().toString()}, revoked_reason = ${reason}
      where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and specialization_id = ${specializationId}
        and revoked_on is null and effective_until > ${today}`,
  );
}

export interface EndingRow {
  id: string;
  partner_id: string;
  label: string;
  effective_until: string;
}

/** Marks as told, each once, what ends soon or has ended and was not renewed; answers which. */
export async function markTold(tx: Tx, what: "ending" | "expired"): Promise<EndingRow[]> {
  const today = sql`${tx.today().toString()}::date`;
  const column = sql.ref(what === "ending" ? "warned_at" : "expiry_told_at");
  const due =
    what === "ending"
      ? endingSoon(tx)
      : sql`(a.revoked_on is null and a.effective_until <= ${today} and ${notRenewed})`;
  return rows(
    tx,
    sql<EndingRow>`update specialization_award a set ${column} = ${tx.now().toString()} from specialization_version v
      where a.vendor_id = ${tx.vendorId} and v.vendor_id = a.vendor_id and v.id = a.version_id
        and ${sql.ref(what === "ending" ? "a.warned_at" : "a.expiry_told_at")} is null and ${due}
      returning a.id, a.partner_id, v.label, a.effective_until::text`,
  );
}
