import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { isOff } from "#platform/modules.ts";
import { chainOf, type Scope } from "../../places/contract.ts";
import { regionTree } from "../../places/index.ts";

/** The days of protection that an approval gives, and who says so. */
export interface ProtectionDays {
  days: number;
  /** What rules of engagement give to all. */
  globalDays: number;
  /** The place that says otherwise, and why; null where what is given to all holds. */
  place: { kind: "country" | "region"; key: string; label: string; reason: string } | null;
}

interface Said {
  scope_kind: "country" | "region";
  scope_key: string;
  scope_label: string;
  days: number;
  reason: string;
}

/**
 * Days of protection for a customer in a country, as they are today: the nearest place that says something wins. Where
 * several programs are equally near, the most days. Where programs are switched off, nothing is said otherwise.
 */
export async function protectionDaysIn(
  tx: Tx,
  { country, globalDays }: { country: string | null; globalDays: number },
): Promise<ProtectionDays> {
  const given: ProtectionDays = { days: globalDays, globalDays, place: null };
  if (isOff({ modules: ["programs"] }, tx.vendor)) return given;
  const today = sql`${tx.today().toString()}::date`;
  const said = await rows(
    tx,
    sql<Said>`select scope_kind, scope_key, scope_label, (value->>'days')::integer as days, reason
      from program_override
      where vendor_id = ${tx.vendorId} and parameter = 'protection-days' and state = 'approved'
        and effective_from <= ${today} and coalesce(ended_on, effective_until) > ${today}
      order by (value->>'days')::integer desc, id`,
  );
  const nearest = said.length === 0 ? undefined : nearestOf(chainOf(await regionTree(tx), country), said);
  if (nearest === undefined) return given;
  const { days, scope_kind: kind, scope_key: key, scope_label: label, reason } = nearest;
  return { days, globalDays, place: { kind, key, label, reason } };
}

function nearestOf(chain: readonly Scope[], said: readonly Said[]): Said | undefined {
  for (const { kind, key } of chain) {
    const here = said.find((one) => one.scope_kind === kind && one.scope_key === key);
    if (here !== undefined) return here;
  }
  return undefined;
}
