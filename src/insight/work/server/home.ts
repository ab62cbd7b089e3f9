import { principalOf } from "#ecosystem/people/index.ts";
import { one, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import type { Principal } from "#platform/principal.ts";
import { report } from "../../report.ts";
import type { FirstSteps, readHome } from "../contract.ts";
import { dealsFor } from "./deals.ts";
import { waitsFor } from "./waits.ts";

const firstSteps = report<FirstSteps>(new URL("../reports/first-steps.sql", import.meta.url));

/** The first screen of the vendor's people: what waits for this person, and what there is to begin with. */
export async function homeOf(tx: Tx): Promise<ResponseOf<typeof readHome>> {
  const principal = principalOf(tx);
  return {
    today: tx.today().toString(),
    waits: await waitsFor(tx, principal),
    deals: await dealsFor(tx, principal),
    steps: await stepsFor(tx, principal),
  };
}

/** How far the programme is set up, told to those who bring its data in. */
async function stepsFor(tx: Tx, principal: Principal): Promise<FirstSteps | null> {
  if (!principal.can.has("partner.manage")) return null;
  return one(tx, firstSteps({ vendor: tx.vendorId, membership: principal.membershipId }));
}
