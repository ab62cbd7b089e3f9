import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";
import type { ImportContext, ImportField, ImportKind } from "#platform/imports/kind.ts";
import { applyRecords, rememberRows, withMoreUpdated } from "#platform/imports/records/apply.ts";
import { checkRecords, reportFaults } from "#platform/imports/records/check.ts";
import {
  cellOf,
  isLastRange,
  isNews,
  overAllRows,
  type RecordTable,
  withStaged,
} from "#platform/imports/records/records.ts";
import { undoRecords } from "#platform/imports/records/undo.ts";
import { maxOtherPrices } from "../contract.ts";

const fields: readonly ImportField[] = [
  {
    key: "external-id",
    label: "External id",
    type: "text",
    required: false,
    synonyms: ["product id", "sku", "article number", "part number", "product code", "id", "code"],
    maxLength: 200,
  },
  {
    key: "name",
    label: "Name",
    type: "text",
    required: true,
    synonyms: ["product", "product name", "item", "article", "title"],
    maxLength: 200,
  },
  {
    key: "series",
    label: "Series",
    type: "text",
    required: true,
    synonyms: ["product series", "product line", "family", "category", "range"],
    maxLength: 80,
  },
  {
    key: "list-price",
    label: "List price",
    type: "money",
    required: false,
    synonyms: ["sales price", "price", "unit price", "retail price", "msrp"],
  },
  {
    key: "other-prices",
    label: "Prices in other currencies",
    type: "amounts",
    required: false,
    synonyms: ["other list prices", "further prices", "foreign prices"],
  },
  {
    key: "currency",
    label: "Currency of the list price",
    type: "text",
    required: false,
    synonyms: ["price currency", "list price currency"],
    maxLength: 20,
  },
];

const products: RecordTable = {
  table: "product",
  noun: "product",
  fields,
  columns: ({ currency }) => [
    { column: "name", field: "name", value: (cell) => cell },
    { column: "series", field: "series", value: (cell) => cell },
    { column: "list_price_minor", field: "list-price", value: (cell) => sql`${cell}::bigint` },
    { column: "currency", field: "list-price", value: () => sql`${currency}::text` },
  ],
};

/** Files of products: one row each, told apart by the external id or else the name. */
export const importKind: ImportKind = {
  kind: "products",
  fields,
  domains: async () => ({}),
  check: async (tx, context) => {
    await checkRecords(tx, context, products);
    await checkPrices(tx, context);
  },
  apply: async (tx, context, range) => {
    const result = await applyRecords(tx, context, products, range);
    if (!(await isLastRange(tx, context, range))) return result;
    const priced = await overAllRows(tx, () => takeOverOtherPrices(tx, context));
    await rememberRows(tx, context, products);
    return withMoreUpdated(result, priced);
  },
  undo: (tx, context) =>
    undoRecords(tx, context, products, {
      parts: ["product_price"],
      why: {
        opportunity_line: "Opportunities have it in their lines.",
        registration_line: "Registrations have it in their lines.",
      },
    }),
};

const otherPrices = cellOf(products, "other-prices", sql`s.cells`);

/** Nothing is converted: an amount of the list price's column is in the programme's currency, and says nothing else. */
async function checkPrices(tx: Tx, context: ImportContext): Promise<void> {
  const { currency } = context;
  const named = cellOf(products, "currency", sql`s.cells`);
  await reportFaults(tx, context, products, [
    {
      field: "currency",
      code: "other-currency",
      severity: "error",
      when: sql`upper(${named}) <> ${currency} and ${cellOf(products, "list-price", sql`s.cells`)} is not null`,
      message: sql`${`List prices of a file are in ${currency}. Write those in other currencies into a column of their own.`}::text`,
      value: named,
    },
    {
      field: "other-prices",
      code: "own-currency",
      severity: "error",
      when: sql`' ' || ${otherPrices} like ${`% ${currency}:%`}::text`,
      message: sql`${`Prices in ${currency} stand in the column of the list price.`}::text`,
      value: otherPrices,
    },
    {
      field: "other-prices",
      code: "out-of-range",
      severity: "error",
      when: sql`cardinality(string_to_array(${otherPrices}, ' ')) > ${sql.lit(maxOtherPrices)}`,
      message: sql`${`A product has prices in at most ${maxOtherPrices} other currencies.`}::text`,
      value: otherPrices,
    },
  ]);
}

/**
 * Sets the prices in further currencies of products of which the file says them anew, once all rows are there; the
 * list price itself goes before another in its currency. Answers how many products that were there already have
 * changed by it alone.
 */
async function takeOverOtherPrices(tx: Tx, context: ImportContext): Promise<number> {
  const importId = sql`${context.importId}::uuid`;
  const { changed } = await one(
    tx,
    sql<{ changed: number }>`${withStaged(tx, context, products)}, said as (
        select p.id, ${otherPrices} as prices, case when p.list_price_minor is not null then p.currency end as listed
        from staged s join product p on p.vendor_id = ${tx.vendorId} and p.id = s.id
        where ${isNews(products, "other-prices")}
      ), wanted as (
        select said.id, split_part(price, ':', 1) as currency, split_part(price, ':', 2)::bigint as price_minor
        from said cross join lateral unnest(string_to_array(said.prices, ' ')) as price
        where split_part(price, ':', 1) is distinct from said.listed
      ), gone as (
        delete from product_price o using said where o.vendor_id = ${tx.vendorId} and o.product_id = said.id
          and not exists (select from wanted w where w.id = o.product_id and w.currency = o.currency)
        returning o.product_id
      ), written as (
        insert into product_price as o (vendor_id, product_id, currency, price_minor)
        select ${tx.vendorId}::uuid, id, currency, price_minor from wanted
        on conflict (vendor_id, product_id, currency) do update set price_minor = excluded.price_minor
        where o.price_minor <> excluded.price_minor
        returning o.product_id
      ), moved as (
        update product p set version = p.version + 1, changed_by_import_id = ${importId}
        where p.vendor_id = ${tx.vendorId} and p.import_id is distinct from ${importId}
          and p.changed_by_import_id is distinct from ${importId}
          and p.id in (select product_id from gone union select product_id from written)
        returning p.id
      )
      select count(*)::int as changed from moved`,
  );
  await sql`delete from product_price o using product p
    where p.vendor_id = ${tx.vendorId} and p.list_price_minor is not null
      and o.vendor_id = p.vendor_id and o.product_id = p.id and o.currency = p.currency`.execute(tx.db);
  return changed;
}
