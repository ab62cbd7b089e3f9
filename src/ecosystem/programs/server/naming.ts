import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { kindsOf, lastDays } from "../../facts/index.ts";
import { regionTree } from "../../places/index.ts";
import type { ProgramContext } from "../context.ts";
import type { ProgramDraft } from "../contract.ts";

/** What a program may name in this vendor's world, with what it is called. */
export async function namesOf(tx: Tx): Promise<ProgramDraft["names"]> {
  const kinds = await kindsOf(tx);
  const lastOn = await lastDays(tx, [...kinds.keys()]);
  const { regions } = await regionTree(tx);
  const specializations = await rows(
    tx,
    sql<{ key: string; label: string }>`select distinct on (s.key) s.key, v.label from specialization s
      join specialization_version v on v.vendor_id = s.vendor_id and v.specialization_id = s.id
      where s.vendor_id = ${tx.vendorId} order by s.key, v.version desc`,
  );
  return {
    facts: [...kinds.values()].map(({ key, label, unit, counts }) => ({
      key,
      label,
      unit,
      counts,
      lastOn: lastOn.get(key) ?? null,
    })),
    regions: [...regions.values()].map(({ key, name }) => ({ key, name })),
    specializations,
  };
}

/** The same, as the checks of a document ask for it. */
export function contextOf({ facts, regions, specializations }: ProgramDraft["names"]): ProgramContext {
  return {
    kinds: facts,
    regions: regions.map(({ key }) => key),
    specializations: specializations.map(({ key }) => key),
  };
}
