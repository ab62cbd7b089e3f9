import { sql } from "kysely";
import { changed, maybe, rows, type Tx } from "#platform/database/tx.ts";
import { page } from "#platform/http/list.ts";
import { newId } from "#platform/ids.ts";
import { endsSoonDays, type OverrideState } from "../contract.ts";
import type { Life } from "../override.ts";
import type { ParameterValue } from "../value.ts";

export interface OverrideRow {
  id: string;
  program_id: string;
  program_name: string;
  scope_kind: "country" | "region";
  scope_key: string;
  scope_label: string;
  parameter: string;
  value: ParameterValue;
  reason: string;
  state: Life["written"];
  effective_from: string;
  effective_until: string;
  proposed_by_id: string;
  proposed_by: string;
  proposed_at: Temporal.Instant;
  decided_by: string | null;
  decided_at: Temporal.Instant | null;
  decided_reason: string | null;
  ended_on: string | null;
  ended_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_reason: string | null;
}

const nameOf = (column: string) =>
  sql`(select m.name from membership m where m.vendor_id = o.vendor_id and m.id = ${sql.ref(`o.${column}`)})`;

/** The first day on which it holds, or would: the database keeps it from the approval on. */
const from = sql`coalesce(o.holds_from, o.effective_from)`;

const columns = sql`o.id, o.program_id, p.name as program_name, o.scope_kind, o.scope_key, o.scope_label, o.parameter, o.value,
  o.reason, o.state, ${from}::text as effective_from, o.effective_until::text, o.proposed_by as proposed_by_id,
  ${nameOf("proposed_by")} as proposed_by, o.proposed_at, ${nameOf("decided_by")} as decided_by, o.decided_at,
  o.decided_reason, o.ended_on::text, ${nameOf("ended_by")} as ended_by, o.ended_at, o.ended_reason`;
const tables = sql`program_override o join program p on p.vendor_id = o.vendor_id and p.id = o.program_id`;

export async function findOverride(tx: Tx, id: string): Promise<OverrideRow | null> {
  return maybe(
    tx,
    sql<OverrideRow>`select ${columns} from ${tables} where o.vendor_id = ${tx.vendorId} and o.id = ${id}`,
  );
}

export async function listOverrideRows(
  tx: Tx,
  filter: {
    programId?: string | undefined;
    state?: OverrideState;
    endsSoon?: "yes";
    scope?: string;
    cursor?: string;
    limit?: number;
  },
) {
  const wanted = page<OverrideRow>(
    [
      {
        expression: sql`o.effective_until`,
        type: "date",
        direction: "desc",
        value: (row) => row.effective_until,
      },
      { expression: sql`o.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    filter,
  );
  const program = filter.programId === undefined ? sql`true` : sql`o.program_id = ${filter.programId}`;
  const state = filter.state === undefined ? sql`true` : inState(tx, filter.state);
  const soon = filter.endsSoon === undefined ? sql`true` : endingSoon(tx);
  const scope = filter.scope === undefined ? sql`true` : sql`o.scope_key = ${filter.scope}`;
  return wanted.finish(
    await rows(
      tx,
      sql<OverrideRow>`select ${columns} from ${tables}
        where o.vendor_id = ${tx.vendorId} and ${program} and ${state} and ${soon} and ${scope}
          and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

/** As `stateOn` has it, for lists. */
function inState(tx: Tx, state: OverrideState) {
  const today = sql`${tx.today().toString()}::date`;
  const stands = sql`o.state = 'approved' and (o.ended_on is null or o.ended_on > ${today})`;
  switch (state) {
    case "planned":
      return sql`(${stands} and o.holds_from > ${today})`;
    case "in-force":
      return sql`(${stands} and o.holds_from <= ${today} and o.effective_until > ${today})`;
    case "over":
      return sql`(${stands} and o.effective_until <= ${today})`;
    case "ended":
      return sql`(o.state = 'approved' and o.ended_on <= ${today})`;
    default:
      return sql`o.state = ${state}`;
  }
}

function endingSoon(tx: Tx) {
  const today = sql`${tx.today().toString()}::date`;
  return sql`(o.holds_from <= ${today}
    and coalesce(o.ended_on, o.effective_until) > ${today}
    and coalesce(o.ended_on, o.effective_until) <= ${today} + ${endsSoonDays}::integer)`;
}

/** The override of the same place and parameter whose days meet these; what is proposed stands in the way, too. */
export async function findInTheWay(
  tx: Tx,
  wanted: {
    programId: string;
    scope: { kind: string; key: string };
    parameter: string;
    from: string;
    until: string;
  },
): Promise<OverrideRow | null> {
  return maybe(
    tx,
    sql<OverrideRow>`select ${columns} from ${tables}
      where o.vendor_id = ${tx.vendorId} and o.program_id = ${wanted.programId} and o.scope_kind = ${wanted.scope.kind}
        and o.scope_key = ${wanted.scope.key} and o.parameter = ${wanted.parameter} and o.state in ('proposed', 'approved')
        and daterange(${from}, coalesce(o.ended_on, o.effective_until))
          && daterange(${wanted.from}::date, ${wanted.until}::date)
      order by ${from} limit 1`,
  );
}

/** One override of a program is proposed, approved or ended at a time, until the transaction ends. */
export async function lockOverrides(tx: Tx, programId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`overrides:${tx.vendorId}:${programId}`}, 0))`.execute(
    tx.db,
  );
}

export async function insertOverride(
  tx: Tx,
  given: {
    programId: string;
    scope: { kind: string; key: string; label: string };
    parameter: string;
    value: ParameterValue;
    reason: string;
    from: string;
    until: string;
    approved: boolean;
  },
): Promise<string> {
  const id = newId();
  const now = tx.now().toString();
  const by = tx.actor.membershipId;
  await sql`insert into program_override (vendor_id, id, program_id, scope_kind, scope_key, scope_label, parameter, value,
      reason, state, effective_from, effective_until, proposed_by, proposed_at, decided_by, decided_at, holds_from)
    values (${tx.vendorId}, ${id}, ${given.programId}, ${given.scope.kind}, ${given.scope.key}, ${given.scope.label},
      ${given.parameter}, ${JSON.stringify(given.value)}::jsonb, ${given.reason},
      ${given.approved ? "approved" : "proposed"}, ${given.from}, ${given.until}, ${by}, ${now},
      ${given.approved ? by : null}, ${given.approved ? now : null},
      ${given.approved ? given.from : null})`.execute(tx.db);
  return id;
}

/** Decides what is proposed; false where somebody was first. What is approved late holds from today. */
export async function decide(
  tx: Tx,
  id: string,
  state: "approved" | "declined" | "withdrawn",
  reason: string | null,
): Promise<boolean> {
  const holdsFrom =
    state === "approved" ? sql`greatest(effective_from, ${tx.today().toString()}::date)` : sql`null`;
  const done = await changed(
    tx,
    sql`update program_override set state = ${state}, decided_by = ${tx.actor.membershipId},
        decided_at = ${tx.now().toString()}, decided_reason = ${reason}, holds_from = ${holdsFrom}
      where vendor_id = ${tx.vendorId} and id = ${id} and state = 'proposed'`,
  );
  return done === 1;
}

/** Ends what is approved before its time; one that has not begun never holds. False where it is over or ended already. */
export async function end(tx: Tx, id: string, on: string, reason: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update program_override set ended_on = greatest(${on}::date, holds_from), ended_by = ${tx.actor.membershipId},
        ended_at = ${tx.now().toString()}, ended_reason = ${reason}
      where vendor_id = ${tx.vendorId} and id = ${id} and state = 'approved' and ended_on is null
        and effective_until > greatest(${on}::date, holds_from)`,
  );
  return done === 1;
}

export interface EndingRow {
  id: string;
  program_name: string;
  scope_label: string;
  parameter: string;
  effective_until: string;
}

/** Marks what ends soon as told, each once; answers which. */
export async function markEnding(tx: Tx): Promise<EndingRow[]> {
  return rows(
    tx,
    sql<EndingRow>`update program_override o set expiry_told_at = ${tx.now().toString()}
      from program p
      where o.vendor_id = ${tx.vendorId} and p.vendor_id = o.vendor_id and p.id = o.program_id and o.expiry_told_at is null
        and o.ended_on is null and ${endingSoon(tx)}
      returning o.id, p.name as program_name, o.scope_label, o.parameter, o.effective_until::text`,
  );
}
