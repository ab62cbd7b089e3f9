import type { Tx } from "#platform/database/tx.ts";
import { type FactKindSpec, measureLatest, measureSums } from "../../facts/index.ts";
import type { Measured } from "../../ladders/contract.ts";
import { countedMonths, kindsIn } from "../asked.ts";

/** What companies have today of what some expressions ask about, by partner: one statement for each kind of fact. */
export async function measuredToday(
  tx: Tx,
  requires: readonly string[],
  kinds: ReadonlyMap<string, FactKindSpec>,
  partnerIds: readonly string[],
): Promise<Map<string, Measured>> {
  const until = tx.today().add({ days: 1 });
  const measured = new Map<string, Record<string, Record<string, bigint>>>();
  for (const key of new Set(requires.flatMap(kindsIn))) {
    const isLatest = kinds.get(key)?.counts === "latest";
    const from = isLatest ? null : until.subtract({ months: countedMonths }).toString();
    const wanted = { periods: [{ from, until: until.toString() }], split: "none" as const, partnerIds };
    const found = await (isLatest ? measureLatest(tx, key, wanted) : measureSums(tx, key, wanted));
    for (const { partnerId, currency, amount } of found) {
      const facts = measured.get(partnerId) ?? {};
      measured.set(partnerId, facts);
      facts[key] = { ...facts[key], [currency]: amount };
    }
  }
  return measured;
}
