import { sql } from "kysely";
import { asSystem } from "#platform/database/rules.ts";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { currentRules } from "../../engagement/index.ts";
import { slotOf } from "../claims.ts";
import type { changeDeal, DealDetail } from "../contract.ts";
import type { Claim } from "../deal.ts";
import { events } from "../events.ts";
import { letNextMoveUp } from "./about.ts";
import { lockClaims, releaseSeries, takeClaims } from "./claims.ts";
import { readContent } from "./content.ts";
import { changedMeanwhile, loadFor, stateOf } from "./load.ts";
import { detailOf } from "./present.ts";
import * as store from "./store.ts";
import { claimsOfDeal, refuseIncomplete, refuseNobody } from "./submit.ts";

/**
 * Changes what is given. A draft takes anything; what was submitted has to stay complete and eligible, and keeps its
 * place unless it asks for something else: then it takes a new one, behind those who asked for that before.
 */
export async function change(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof changeDeal>,
  version: number,
): Promise<DealDetail> {
  const row = await loadFor(tx, "change", publicId, version);
  const linesBefore = await store.linesOf(tx, row.id);
  const rules = await currentRules(tx);
  const { written, lines } = await readContent(tx, body, rules.settings);
  if (!(await store.updateDeal(tx, row, written))) throw changedMeanwhile();
  if (lines !== undefined) await store.replaceLines(tx, { id: row.id, partnerId: row.partner_id }, lines);
  if (stateOf(tx, row) !== "draft") await amend(tx, row, linesBefore, Object.keys(body));
  return detailOf(tx, publicId);
}

async function amend(
  tx: Tx,
  before: store.DealRow,
  linesBefore: readonly store.LineRow[],
  fields: string[],
): Promise<void> {
  const after = await store.findDeal(tx, before.id);
  if (after === null) throw changedMeanwhile();
  const lines = await store.linesOf(tx, before.id);
  refuseIncomplete(tx, after, lines, (await currentRules(tx)).settings);
  const claims = await claimsOfDeal(tx, after, lines);
  refuseNobody(claims);
  const claimChanged = !sameClaims(await claimsOfDeal(tx, before, linesBefore), claims);
  if (claimChanged) {
    await lockClaims(tx, claims);
    await letNextMoveUp(tx, () => releaseSeries(tx, before.id, []));
    await takeClaims(tx, before.id, claims);
  }
  await takeBackDecision(tx, before.id);
  await record(
    tx,
    events.dealAmended,
    { subject: { kind: "deal", id: before.id }, partnerId: before.partner_id },
    { number: after.number ?? 0, customer: after.customer_name ?? "", fields, claimChanged },
  );
}

/**
 * A decision that is not told yet was made about something else, perhaps for a place that is not held any more: whoever
 * decides looks again. The partner learns nothing of it, so it is the system that takes it back.
 */
async function takeBackDecision(tx: Tx, registrationId: string): Promise<void> {
  await asSystem(tx, () =>
    sql`update registration_decision set taken_back_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and registration_id = ${registrationId} and told_at is null and taken_back_at is null`.execute(
      tx.db,
    ),
  );
}

function sameClaims(one: readonly Claim[], other: readonly Claim[]): boolean {
  const slots = (claims: readonly Claim[]) => claims.map(slotOf).toSorted().join("\n");
  return slots(one) === slots(other);
}
