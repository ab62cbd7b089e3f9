import { type ProtectionDays, protectionDaysIn } from "#ecosystem/overrides/index.ts";
import { levelsOf } from "#ecosystem/programs/contract.ts";
import { enrolledOn, programsOn } from "#ecosystem/programs/index.ts";
import { levelsOn } from "#ecosystem/tiers/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { currentRules } from "../../engagement/index.ts";
import type { DealRow } from "./store.ts";

/**
 * How many days a protection would begin with today: by the programs that the partner is in, its track and level in
 * them, and where the end customer is; where none of these says something, by the rules of engagement.
 */
export async function daysFor(
  tx: Tx,
  row: Pick<DealRow, "customer_country" | "partner_id">,
): Promise<ProtectionDays> {
  const rulesDays = (await currentRules(tx)).settings.protectionDays;
  const programs = await programDays(tx, row.partner_id, rulesDays);
  return protectionDaysIn(tx, { country: row.customer_country, rulesDays, programs });
}

async function programDays(tx: Tx, partnerId: string, rulesDays: number) {
  const found: { programId: string; days: number }[] = [];
  const partnerIds = [partnerId];
  for (const { programId, document } of await programsOn(tx, tx.today())) {
    const wanted = { programId, day: tx.today(), partnerIds };
    const track = (await enrolledOn(tx, wanted)).get(partnerId)?.track;
    if (track === undefined) continue;
    const saysDays = Object.values(track.tiers).some((tier) => tier?.protectionDays !== undefined);
    const level = saysDays
      ? (await levelsOn(tx, programId, tx.today(), partnerIds)).get(partnerId)
      : undefined;
    const days = track.tiers[level ?? levelsOf(document)[0] ?? ""]?.protectionDays ?? rulesDays;
    found.push({ programId, days });
  }
  return found;
}
