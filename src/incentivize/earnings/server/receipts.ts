import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { receiptFrom } from "../../plans/index.ts";
import type { Receipt } from "../../plans/receipt.ts";
import * as store from "./store.ts";

/**
 * The receipt of a booked line.
 * @throws Error when it does not have the digest that was kept with the line.
 */
export async function receiptOf(tx: Tx, publicId: string): Promise<Receipt> {
  const kept = await store.findKept(tx, fromPublicId("ern", publicId, "earning"));
  if (kept === null) throw notFound("earning");
  return receiptFrom(tx, kept);
}
