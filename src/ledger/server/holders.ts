import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";

/** Who holders are: the ledger asks, whoever owns them answers. */
export interface Holders {
  prefix: string;
  names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>>;
}

export function presentHolder(
  holders: Holders,
  names: Map<string, string>,
  id: string | null,
): { id: string; name: string } | null {
  return id === null ? null : { id: toPublicId(holders.prefix, id), name: names.get(id) ?? "" };
}
