import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page, type SortKey } from "#platform/http/list.ts";
import type { Money } from "#platform/money/money.ts";
import type { productSorts } from "../contract.ts";

export interface ProductRow {
  id: string;
  name: string;
  sort_name: string;
  external_id: string | null;
  series: string;
  list_price_minor: bigint | null;
  currency: string;
  /** `[currency, minor units]`, by currency. */
  other_prices: [string, string][];
  created_at: Temporal.Instant;
  version: number;
}

export interface ProductFilter {
  search?: string;
  series?: string;
  sort?: (typeof productSorts)[number];
  cursor?: string;
  limit?: number;
}

const columns = sql`p.id, p.name, p.sort_name, p.external_id, p.series, p.list_price_minor, p.currency, p.created_at, p.version,
  coalesce((select json_agg(json_build_array(o.currency, o.price_minor::text) order by o.currency) from product_price o
    where o.vendor_id = p.vendor_id and o.product_id = p.id), '[]') as other_prices`;

export async function findProductRow(tx: Tx, id: string): Promise<ProductRow | null> {
  return maybe(
    tx,
    sql<ProductRow>`select ${columns} from product p where p.vendor_id = ${tx.vendorId} and p.id = ${id}`,
  );
}

export async function listProductRows(tx: Tx, filter: ProductFilter) {
  const wanted = page(sortKeys(filter.sort ?? "name"), filter);
  const pattern = filter.search === undefined ? null : containing(filter.search);
  const search =
    pattern === null
      ? sql`true`
      : sql`(p.sort_name like lower(${pattern}) or p.external_id ilike ${pattern})`;
  const series = filter.series === undefined ? sql`true` : sql`p.series = ${filter.series}`;
  const found = await rows(
    tx,
    sql<ProductRow>`select ${columns} from product p
      where p.vendor_id = ${tx.vendorId} and ${search} and ${series} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

/** A product without a price comes below those that cost nothing. */
const unpriced = -1n;

function sortKeys(sort: (typeof productSorts)[number]): SortKey<ProductRow>[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const id: SortKey<ProductRow> = { expression: sql`p.id`, type: "uuid", direction, value: (row) => row.id };
  const name: SortKey<ProductRow> = {
    expression: sql`p.sort_name`,
    type: "text",
    direction,
    value: (row) => row.sort_name,
  };
  switch (sort) {
    case "name":
    case "-name":
      return [name, id];
    case "series":
    case "-series":
      return [{ expression: sql`p.series`, type: "text", direction, value: (row) => row.series }, name, id];
    case "listPrice":
    case "-listPrice": {
      const expression = sql`coalesce(p.list_price_minor, ${unpriced}::bigint)`;
      return [
        { expression, type: "bigint", direction, value: (row) => row.list_price_minor ?? unpriced },
        id,
      ];
    }
  }
}

export async function listSeriesRows(tx: Tx, filter: { cursor?: string; limit?: number }) {
  type Row = { name: string; products: number };
  const wanted = page<Row>(
    [{ expression: sql`series`, type: "text", direction: "asc", value: (row) => row.name }],
    filter,
  );
  const found = await rows(
    tx,
    sql<Row>`select series as name, count(*)::int as products from product
      where vendor_id = ${tx.vendorId} and ${wanted.after} group by series order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

export interface NewProduct {
  id: string;
  name: string;
  externalId: string | null;
  series: string;
  listPriceMinor: bigint | null;
  currency: string;
}

/** False when another product has the external id. */
export async function insertProduct(tx: Tx, product: NewProduct): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`insert into product (vendor_id, id, name, external_id, series, list_price_minor, currency, created_at)
      values (${tx.vendorId}, ${product.id}, ${product.name}, ${product.externalId}, ${product.series},
        ${product.listPriceMinor}, ${product.currency}, ${tx.now().toString()})
      on conflict (vendor_id, external_id) do nothing returning id`,
  );
  return done !== null;
}

/** Makes these all the prices that a product has in further currencies. */
export async function setOtherPrices(tx: Tx, id: string, prices: readonly Money[]): Promise<void> {
  const currencies = prices.map((price) => price.currency);
  const amounts = prices.map((price) => price.minor.toString());
  await sql`delete from product_price where vendor_id = ${tx.vendorId} and product_id = ${id}`.execute(tx.db);
  await sql`insert into product_price (vendor_id, product_id, currency, price_minor)
    select ${tx.vendorId}::uuid, ${id}::uuid, currency, price_minor
    from unnest(${currencies}::text[], ${amounts}::bigint[]) as given (currency, price_minor)`.execute(tx.db);
}

/** Writes if the version is still the one read; false when somebody else was quicker. */
export async function updateProduct(
  tx: Tx,
  id: string,
  version: number,
  set: readonly RawBuilder<unknown>[],
): Promise<boolean> {
  const done = await maybe(
    tx,
    sql`update product set ${sql.join([...set, sql`version = version + 1`])}
      where vendor_id = ${tx.vendorId} and id = ${id} and version = ${version} returning id`,
  );
  return done !== null;
}
