import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson, zero } from "#platform/money/money.ts";
import { sumFacts } from "../../facts/index.ts";
import { mainProgram } from "../../programs/index.ts";
import { levelsOn } from "../../tiers/index.ts";
import type { PartnerSummary } from "../contract.ts";
import { type PartnerFilter, wonThisQuarter } from "./store.ts";

type Figures = Pick<PartnerSummary, "tier" | "wonThisQuarter">;

const withheld: Figures = { tier: null, wonThisQuarter: null };

/** Today's tier and this quarter's won value of each of the partners, where its money is the actor's to see. */
export async function figuresOf(tx: Tx, partnerIds: readonly string[]): Promise<(id: string) => Figures> {
  const shown = partnerIds.filter((id) => seesMoneyOf(tx, id));
  if (shown.length === 0) return () => withheld;
  // A vendor that does without programs has no tiers, whatever its programs said before.
  const program = hasPrograms(tx) ? await mainProgram(tx) : null;
  const levels = program && (await levelsOn(tx, program.id, tx.today(), shown));
  const won = await sumFacts(tx, { ...wonThisQuarter(tx), partnerIds: shown });
  return (id) => {
    if (!shown.includes(id)) return withheld;
    const level = levels?.get(id);
    return {
      tier:
        program === null || level === undefined
          ? null
          : { program: { id: toPublicId("prg", program.id), name: program.name }, level },
      wonThisQuarter: toJson(won.get(id) ?? zero(tx.vendor.currency)),
    };
  };
}

/** The partners that have a level today, as a filter: of those whose money the actor may see. */
export async function atLevel(tx: Tx, level: string): Promise<Pick<PartnerFilter, "among" | "within">> {
  const program = hasPrograms(tx) ? await mainProgram(tx) : null;
  const levels = program === null ? [] : await levelsOn(tx, program.id, tx.today());
  const among = [...levels].filter(([, held]) => held === level).map(([id]) => id);
  const within = tx.actor.databaseRole === "hanse_partner" ? tx.actor.reach.money : undefined;
  return { among, within };
}

function seesMoneyOf({ actor }: Tx, partnerId: string): boolean {
  return actor.databaseRole !== "hanse_partner" || actor.reach.money.includes(partnerId);
}

function hasPrograms({ vendor }: Tx): boolean {
  return !vendor.modulesOff.includes("programs");
}
