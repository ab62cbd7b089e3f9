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
  const price = wanted.listPrice ? priceOf(wanted.listPrice, "/listPrice") : null;
  const others = othersOf(wanted.otherPrices ?? [], price?.currency ?? null);
  const inserted = await store.insertProduct(tx, {
    id,
    name: wanted.name,
    externalId: wanted.externalId ?? null,
    series: wanted.series,
    listPriceMinor: price?.minor ?? null,
    currency: price?.currency ?? tx.vendor.currency,
  });
  if (!inserted) throw await externalIdTaken(tx, named, wanted.externalId ?? "");
  await store.setOtherPrices(tx, id, others);
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
  const price = change.listPrice ? priceOf(change.listPrice, "/listPrice") : null;
  if (price) set.push(sql`list_price_minor = ${price.minor}, currency = ${price.currency}`);
  const listed = change.listPrice === undefined ? listPriceOf(before) : price;
  const others = change.otherPrices && othersOf(change.otherPrices, listed?.currency ?? null);
  if (price && others === undefined && before.other_prices.some(([currency]) => currency === price.currency))
    throw invalid("/listPrice/currency", alreadyIn(price.currency));
  if (!(await store.updateProduct(tx, before.id, version, set))) {
    throw conflict("version-mismatch", `${before.name} was changed by somebody else meanwhile. Look again.`);
  }
  if (others !== undefined) await store.setOtherPrices(tx, before.id, others);
  await record(
    tx,
    events.productChanged,
    { subject: { kind: "product", id: before.id } },
    { changed: change },
  );
  return present(await load(tx, publicId));
}

function priceOf(json: MoneyJson, pointer: string): Money {
  const price = parseMoney(json, pointer);
  if (price.minor < 0n) throw invalid(`${pointer}/amount`, "A price cannot be below zero.");
  return price;
}

/** Prices in further currencies: one in each, and none in that of the list price. */
function othersOf(given: readonly MoneyJson[], listed: string | null): Money[] {
  const taken = new Set(listed === null ? [] : [listed]);
  return given.map((json, index) => {
    const pointer = `/otherPrices/${index}`;
    const price = priceOf(json, pointer);
    if (taken.has(price.currency)) throw invalid(`${pointer}/currency`, alreadyIn(price.currency));
    taken.add(price.currency);
    return price;
  });
}

const alreadyIn = (currency: string) => `There is a price in ${currency} already.`;

function listPriceOf({ list_price_minor: minor, currency }: store.ProductRow): Money | null {
  return minor === null ? null : { minor, currency };
}

export function present(row: store.ProductRow): contract.Product {
  const price = listPriceOf(row);
  return {
    id: toPublicId("prd", row.id),
    name: row.name,
    externalId: row.external_id,
    series: row.series,
    listPrice: price && toJson(price),
    otherPrices: row.other_prices.map(([currency, minor]) => toJson({ minor: BigInt(minor), currency })),
    createdAt: row.created_at.toString(),
    version: row.version,
  };
}
