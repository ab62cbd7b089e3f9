import { type ProtectionDays, protectionDaysIn } from "#ecosystem/overrides/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { currentRules } from "../../engagement/index.ts";
import type { DealRow } from "./store.ts";

/** How many days a protection would begin with today: by where the end customer is, else by the rules of engagement. */
export async function daysFor(tx: Tx, row: Pick<DealRow, "customer_country">): Promise<ProtectionDays> {
  const { settings } = await currentRules(tx);
  return protectionDaysIn(tx, { country: row.customer_country, globalDays: settings.protectionDays });
}
