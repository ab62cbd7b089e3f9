import { sql } from "kysely";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { RegionUse } from "../../places/index.ts";
import { inForceOn, type Override } from "../effective.ts";
import { ParameterValue } from "../value.ts";

interface ApprovedRow {
  id: string;
  scope_kind: "country" | "region";
  scope_key: string;
  scope_label: string;
  parameter: string;
  value: unknown;
  reason: string;
  approved_by: string;
  holds_from: string;
  holds_until: string;
}

/**
 * All approved overrides of a program with the days on which they hold, whenever that is: for what is computed over
 * history. One that was approved late holds from the day of its approval. Read with the vendor's eyes; a partner is told only of those that apply to it, and never who approved them.
 */
export async function overridesOf(tx: Tx, programId: string): Promise<Override[]> {
  const found = await withRules(tx, () =>
    rows(
      tx,
      sql<ApprovedRow>`select o.id, o.scope_kind, o.scope_key, o.scope_label, o.parameter, o.value, o.reason,
          m.name as approved_by, o.holds_from::text, coalesce(o.ended_on, o.effective_until)::text as holds_until
        from program_override o join membership m on m.vendor_id = o.vendor_id and m.id = o.decided_by
        where o.vendor_id = ${tx.vendorId} and o.program_id = ${programId} and o.state = 'approved'
          and o.ended_on is distinct from o.holds_from
        order by o.holds_from, o.id`,
    ),
  );
  return found.map((row) => ({
    id: row.id,
    scope: { kind: row.scope_kind, key: row.scope_key },
    scopeLabel: row.scope_label,
    parameter: row.parameter,
    value: ParameterValue.parse(row.value),
    reason: row.reason,
    approvedBy: row.approved_by,
    from: row.holds_from,
    until: row.holds_until,
  }));
}

/** Which of these regions overrides name that hold, will hold or wait for approval. */
export async function regionUses(tx: Tx, keys: readonly string[]): Promise<RegionUse[]> {
  const found = await rows(
    tx,
    sql<{ id: string; program_id: string; program_name: string; scope_key: string; until: string }>`
      select o.id, o.program_id, p.name as program_name, o.scope_key,
        coalesce(o.ended_on, o.effective_until)::text as until
      from program_override o join program p on p.vendor_id = o.vendor_id and p.id = o.program_id
      where o.vendor_id = ${tx.vendorId} and o.scope_kind = 'region' and o.scope_key = any (${[...keys]}::text[])
        and o.state in ('proposed', 'approved') and coalesce(o.ended_on, o.effective_until) > ${tx.today().toString()}::date
      order by p.created_at, o.effective_until, o.id`,
  );
  return found.map(({ id, program_id, program_name, scope_key, until }) => ({
    by: "override",
    program: { id: toPublicId("prg", program_id), name: program_name },
    region: scope_key,
    track: null,
    override: { id: toPublicId("ovr", id), until },
  }));
}

/** The approved overrides of a program that hold on a day. */
export async function overridesOn(tx: Tx, programId: string, day: Temporal.PlainDate): Promise<Override[]> {
  return inForceOn(await overridesOf(tx, programId), day.toString());
}
