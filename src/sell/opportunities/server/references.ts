import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId } from "#platform/ids.ts";
import { type Money, parseMoney } from "#platform/money/money.ts";
import { invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import type { createOpportunity } from "../contract.ts";
import type { Line } from "../opportunity.ts";
import { type StageRow, stages } from "./store.ts";

/*
 * What a request says, as the rules take it: public ids become rows that exist, amounts minor units of the vendor's
 * currency, days days of the calendar. What is not given stays `undefined`, what is taken away is null.
 */

type Given<T> = T | null | undefined;

/** @throws Problem 422, when there is no such row of this vendor */
export async function readReferences(
  tx: Tx,
  body: { accountId?: string | null; ownerPartnerId?: string | null; sellerId?: string | null },
) {
  return {
    accountId: await existing(tx, body.accountId, "acc", "/accountId", "account", sql`account where true`),
    ownerPartnerId: await existing(
      tx,
      body.ownerPartnerId,
      "par",
      "/ownerPartnerId",
      "partner",
      sql`partner where true`,
    ),
    sellerId: await existing(
      tx,
      body.sellerId,
      "mem",
      "/sellerId",
      "direct seller",
      sql`membership where 'direct-seller' = any (roles) and deactivated_at is null`,
    ),
  };
}

async function existing(
  tx: Tx,
  publicId: Given<string>,
  prefix: string,
  pointer: string,
  noun: string,
  among: ReturnType<typeof sql>,
): Promise<Given<string>> {
  if (publicId === null || publicId === undefined) return publicId;
  const id = fromPublicId(prefix, publicId, noun);
  const found = await maybe(
    tx,
    sql<{ id: string }>`select id from ${among} and vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  if (found === null) throw invalid(pointer, `There is no such ${noun}.`);
  return id;
}

export function readDay(text: Given<string>, pointer: string): Given<string> {
  return text === null || text === undefined ? text : parseDay(text, pointer).toString();
}

/** Minor units of an amount in the vendor's currency. */
export function readAmount(
  tx: Tx,
  json: Given<{ amount: string; currency: string }>,
  pointer: string,
): Given<bigint> {
  if (json === null || json === undefined) return json;
  const amount: Money = parseMoney(json, pointer);
  if (amount.currency !== tx.vendor.currency)
    throw invalid(`${pointer}/currency`, `Amounts are in the vendor's currency, ${tx.vendor.currency}.`);
  if (amount.minor < 0n) throw invalid(`${pointer}/amount`, "An amount cannot be below zero.");
  return amount.minor;
}

type GivenLine = NonNullable<BodyOf<typeof createOpportunity>["lines"]>[number];

/** @throws Problem 422, when a line names no product of this vendor */
export async function readLines(tx: Tx, given: readonly GivenLine[]): Promise<Line[]> {
  const lines = given.map((line, index) => ({
    productId: fromPublicId("prd", line.productId, "product"),
    quantity: line.quantity ?? 1,
    amountMinor: readAmount(tx, line.amount, `/lines/${index}/amount`) ?? null,
  }));
  const ids = lines.map((line) => line.productId);
  const found = await rows(
    tx,
    sql<{
      id: string;
    }>`select id from product where vendor_id = ${tx.vendorId} and id = any (${ids}::uuid[])`,
  );
  const known = new Set(found.map((row) => row.id));
  const unknown = lines.findIndex((line) => !known.has(line.productId));
  if (unknown >= 0) throw invalid(`/lines/${unknown}/productId`, "There is no such product.");
  return lines;
}

/** @throws Problem 422 */
export async function readStage(tx: Tx, key: string): Promise<StageRow> {
  const stage = (await stages(tx)).find((one) => one.key === key);
  if (stage === undefined) throw invalid("/stage", "There is no such stage.");
  return stage;
}

/** The first of the vendor's stages with a meaning. */
export async function firstStage(tx: Tx, meaning: StageRow["meaning"]): Promise<StageRow> {
  const stage = (await stages(tx)).find((one) => one.meaning === meaning);
  if (stage === undefined) throw notFound("stage");
  return stage;
}
