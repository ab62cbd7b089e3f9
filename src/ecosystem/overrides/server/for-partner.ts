import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId } from "#platform/ids.ts";
import { chainOf, placesOf, regionTree } from "../../places/index.ts";
import { programsOfPartner } from "../../programs/index.ts";
import type { PartnerOverride } from "../contract.ts";
import { effective } from "../effective.ts";
import { parametersOf } from "../parameters.ts";
import type { OverrideServices } from "./framework.ts";
import { overridesOn } from "./in-force.ts";

/**
 * What holds for a partner today otherwise than its programs say to all: levels, benefits, and what its own track asks
 * and gives, by the nearest place that says something. Days of protection are among it where the partner's own country
 * counts for them; else they follow from each deal's customer. It is not told who approved it, nor what holds elsewhere.
 * @throws Problem 404 for a partner whose programs are not the actor's to see
 */
export async function overridesForPartner(
  tx: Tx,
  { protectionDays }: OverrideServices,
  publicId: string,
): Promise<{ items: PartnerOverride[] }> {
  const { items: programs } = await programsOfPartner(tx, publicId);
  const partnerId = fromPublicId("par", publicId, "partner");
  const day = tx.today();
  const main = (await placesOf(tx, { day, partnerIds: [partnerId] })).get(partnerId)?.main ?? null;
  const chain = chainOf(await regionTree(tx), main?.country ?? null);
  const rulesDays = await protectionDays(tx);
  const items: PartnerOverride[] = [];
  for (const { program, document, track } of programs) {
    const overrides = await overridesOn(tx, fromPublicId("prg", program.id, "program"), day);
    const own = { ...document, criteria: { types: [], regions: [] }, tracks: [track] };
    for (const { key, about, globalValue } of parametersOf(own, rulesDays)) {
      if (about.kind === "protection-days" && document.counts.dealRules !== "contracting-entity") continue;
      const { value, override } = effective(key, globalValue, chain, overrides);
      if (override === null || value === null) continue;
      const { scope, scopeLabel, reason, until } = override;
      const named = { id: program.id, name: document.label };
      items.push({
        program: named,
        scope: { ...scope, label: scopeLabel },
        about,
        globalValue,
        value,
        reason,
        until,
      });
    }
  }
  return { items };
}
