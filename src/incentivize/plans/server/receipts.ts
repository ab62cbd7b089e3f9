import type { Tx } from "#platform/database/tx.ts";
import { toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { compile } from "../compile.ts";
import { explain } from "../explain.ts";
import { rewriteReceipt } from "../issue.ts";
import type { Receipt } from "../receipt.ts";
import { verifyReceipt } from "../verify.ts";
import type { Explanation } from "../wire.ts";
import * as store from "./store.ts";

/** What a receipt is rebuilt from, as it is kept with a line. */
export interface KeptRow {
  id: string;
  period: string;
  component: string;
  line_kind: "first" | "adjustment" | "reversal";
  adjusts_id: string | null;
  booked_minor: bigint;
  facts: string;
  digest: Buffer;
  plan_id: string;
  plan_version_id: string;
  vendor_name: string;
  vendor_zone: string;
}

/**
 * The receipt of a line, rebuilt from its facts and the plan version that computed it.
 * @throws Error when it does not have the digest that was kept, so that a changed fact or engine is never shown as if
 * it had been so.
 */
export async function receiptFrom(tx: Tx, kept: KeptRow): Promise<Receipt> {
  const plan = await store.findPlan(tx, kept.plan_id);
  const version = (await store.versionsOf(tx, kept.plan_id)).find(({ id }) => id === kept.plan_version_id);
  if (plan === null || version === undefined) throw notFound("receipt");
  const receipt = rewriteReceipt(
    { id: toPublicId("ven", tx.vendorId), name: kept.vendor_name, zone: kept.vendor_zone },
    compile(store.toEngine(plan, version, await store.ladders(tx))),
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

/** A receipt in the codes that each reader's language is put to. */
export function explanationOf(receipt: Receipt): Explanation {
  return {
    sentences: explain(receipt),
    digest: receipt.digest,
    verified: verifyReceipt(receipt).ok,
  };
}
