import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { compile } from "../../plans/compile.ts";
import { plansStore } from "../../plans/index.ts";
import { rewriteReceipt } from "../../plans/issue.ts";
import type { Receipt } from "../../plans/receipt.ts";
import * as store from "./store.ts";

/**
 * The receipt of a line, rebuilt from its facts and the plan version that booked it.
 * @throws Error when it does not have the digest that was kept, so that a changed fact or engine is never shown as if
 * it had been so.
 */
export async function receiptOf(tx: Tx, publicId: string): Promise<Receipt> {
  const kept = await store.findKept(tx, fromPublicId("ern", publicId, "earning"));
  if (kept === null) throw notFound("earning");
  const plan = await plansStore.findPlan(tx, kept.plan_id);
  const version = (await plansStore.versionsOf(tx, kept.plan_id)).find(
    ({ id }) => id === kept.plan_version_id,
  );
  if (plan === null || version === undefined) throw notFound("earning");
  const compiled = compile(plansStore.toEngine(plan, version, await plansStore.ladders(tx)));
  const receipt = rewriteReceipt(
    { id: toPublicId("ven", tx.vendorId), name: kept.vendor_name, zone: kept.vendor_zone },
    compiled,
    {
      id: toPublicId("ern", kept.id),
      period: kept.period.slice(0, 7),
      component: kept.component,
      entry: kept.line_kind,
      adjusts: toPublicIdOrNull("ern", kept.adjusts_id),
      bookedMinor: kept.booked_minor,
      facts: JSON.parse(kept.facts),
    },
  );
  if (receipt.digest !== kept.digest.toString("hex")) {
    throw new Error(
      `The receipt of ${receipt.earning.id} no longer has the digest that was kept with the line.`,
    );
  }
  return receipt;
}
