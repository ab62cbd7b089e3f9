import {
  overridesOn,
  type ProgramDays,
  type ProtectionDays,
  protectionDays,
} from "#ecosystem/overrides/index.ts";
import { chainOf, placesOf, regionTree } from "#ecosystem/places/index.ts";
import { levelsOf, type Track } from "#ecosystem/programs/contract.ts";
import { enrolledOn, type PublishedVersion, programsOn } from "#ecosystem/programs/index.ts";
import { levelsOn } from "#ecosystem/tiers/index.ts";
import type { Tx } from "#platform/database/tx.ts";
import { isOff } from "#platform/modules.ts";
import { currentRules } from "../../engagement/index.ts";
import type { DealRow } from "./store.ts";

type Deal = Pick<DealRow, "customer_country" | "partner_id">;

/**
 * How many days a protection would begin with today: by the programs that the partner is in, its track and level in
 * them, and the country that they count by; where none of these says something, by the rules of engagement.
 */
export async function daysFor(tx: Tx, row: Deal): Promise<ProtectionDays> {
  const rulesDays = (await currentRules(tx)).settings.protectionDays;
  const isWithout = isOff({ modules: ["programs"] }, tx.vendor);
  return protectionDays(isWithout ? [] : await programDays(tx, row, rulesDays), rulesDays);
}

async function programDays(tx: Tx, row: Deal, rulesDays: number): Promise<ProgramDays[]> {
  const day = tx.today();
  const partnerId = row.partner_id;
  const tree = await regionTree(tx);
  const entity = (await placesOf(tx, { day, partnerIds: [partnerId] })).get(partnerId)?.main?.country ?? null;
  const found: ProgramDays[] = [];
  for (const version of await programsOn(tx, day)) {
    const { programId, document } = version;
    const track = (await enrolledOn(tx, { programId, day, partnerIds: [partnerId] })).get(partnerId)?.track;
    if (track === undefined) continue;
    const { level, days } = await daysAtLevel(tx, version, partnerId, track);
    const counts = document.counts.dealRules;
    const chain = chainOf(tree, counts === "contracting-entity" ? entity : row.customer_country);
    const overrides = await overridesOn(tx, programId, day);
    found.push({ name: document.label, level, days: days ?? rulesDays, counts, chain, overrides });
  }
  return found;
}

/** The partner's level, where its track gives that level days of its own. */
async function daysAtLevel(
  tx: Tx,
  { programId, document }: PublishedVersion,
  partnerId: string,
  { tiers }: Track,
): Promise<{ level: string | null; days: number | null }> {
  if (Object.values(tiers).every((tier) => tier?.protectionDays === undefined))
    return { level: null, days: null };
  const stands = (await levelsOn(tx, programId, tx.today(), [partnerId])).get(partnerId);
  const level = stands ?? levelsOf(document)[0] ?? "";
  const days = tiers[level]?.protectionDays;
  return days === undefined ? { level: null, days: null } : { level, days };
}
