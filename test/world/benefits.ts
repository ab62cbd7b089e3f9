import {
  declineBenefit,
  grantBenefit,
  useBenefit as recordUse,
  requestBenefit,
} from "#ecosystem/benefits/contract.ts";
import { program } from "./seed.ts";
import type { World } from "./world.ts";

/**
 * Benefits of those who ask: one granted, of which each side has recorded a use, one declined, one that waits. Nothing of
 * the others' goes into it, nor do they learn of it.
 */
export async function askSome(world: World): Promise<void> {
  const manager = world.as("channel-manager");
  for (const name of ["birch", "fir"] as const) {
    if (!world.present.active.includes(name)) continue;
    const client = world.as(`${name}-admin`);
    const ask = (quantity: string, purpose: string) =>
      client.call(requestBenefit, {
        body: { programId: program.id, benefit: "demo-licences", quantity, purpose },
      });
    const { id } = await ask("3", "A demonstration at Halden Foundry");
    await manager.call(grantBenefit, { params: { requestId: id }, body: { reason: "Good luck there." } });
    for (const who of [client, manager])
      await who.call(recordUse, {
        params: { requestId: id },
        body: { quantity: "1", usedOn: "2026-06-02" },
      });
    const declined = await ask("1", "A toy for the reception");
    await manager.call(declineBenefit, {
      params: { requestId: declined.id },
      body: { reason: "They are for customers." },
    });
    await ask("1", "A trial at Kvarner Marine");
  }
}
