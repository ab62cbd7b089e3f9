import { type RawBuilder, sql } from "kysely";
import { externalIdTaken, type Named, refuseTaken } from "#platform/database/external-ids.ts";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import type { MoneyJson } from "#platform/http/wire.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { type Money, parseMoney, toJson } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import * as contract from "../contract.ts";
import * as store from "./store.ts";

const named: Named = { table: "product", prefix: "prd" };

const { events } = contract;

/** @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.ProductRow> {
  const row = await store.findProductRow(tx, fromPublicId("prd", publicId, "product"));
  if (row === null) throw notFound("product");
  return row;
}

export async function createProduct(
  tx: Tx,
  wanted: BodyOf<typeof contract.createProduct>,
): Promise<contract.Product> {
  const id = newId();
  const price = wanted.listPrice ? priceOf(wanted.listPrice) : null;
  const inserted = await store.insertProduct(tx, {
    id,
    name: wanted.name,
    externalId: wanted.externalId ?? null,
    series: wanted.series,
    listPriceMinor: price?.minor ?? null,
    currency: price?.currency ?? tx.vendor.currency,
  });
  if (!inserted) throw await externalIdTaken(tx, named, wanted.externalId ?? "");
  await record(
    tx,
    events.productCreated,
    { subject: { kind: "product", id } },
    { name: wanted.name, series: wanted.series },
  );
  return present(await load(tx, toPublicId("prd", id)));
}

/** Changes what is given, if nobody else has changed the product since `version`. */
export async function changeProduct(
  tx: Tx,
  publicId: string,
  change: BodyOf<typeof contract.changeProduct>,
  version: number,
): Promise<contract.Product> {
  const before = await load(tx, publicId);
  const set: RawBuilder<unknown>[] = [];
  if (change.name !== undefined) set.push(sql`name = ${change.name}`);
  if (change.series !== undefined) set.push(sql`series = ${change.series}`);
  if (change.externalId !== undefined) {
    await refuseTaken(tx, named, change.externalId, before.id);
    set.push(sql`external_id = ${change.externalId}`);
  }
  if (change.listPrice === null) set.push(sql`list_price_minor = null`);
  if (change.listPrice) {
    const price = priceOf(change.listPrice);
    set.push(sql`list_price_minor = ${price.minor}, currency = ${price.currency}`);
  }
  if (!(await store.updateProduct(tx, before.id, version, set))) {
    throw conflict("version-mismatch", `${before.name} was changed by somebody else meanwhile. Look again.`);
  }
  await record(
    tx,
    events.productChanged,
    { subject: { kind: "product", id: before.id } },
    { changed: change },
  );
  return present(await load(tx, publicId));
}

function priceOf(json: MoneyJson): Money {
  const price = parseMoney(json, "/listPrice");
  if (price.minor < 0n) throw invalid("/listPrice/amount", "A price cannot be below zero.");
  return price;
}

export function present(row: store.ProductRow): contract.Product {
  return {
    id: toPublicId("prd", row.id),
    name: row.name,
    externalId: row.external_id,
    series: row.series,
    listPrice:
      row.list_price_minor === null ? null : toJson({ minor: row.list_price_minor, currency: row.currency }),
    createdAt: row.created_at.toString(),
    version: row.version,
  };
}
