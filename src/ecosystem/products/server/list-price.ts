import { type RawBuilder, sql } from "kysely";

/**
 * As SQL: the list price of the product that a statement calls `alias`, in a currency and its minor units; null where
 * it has none in that one. Prices in other currencies are never converted.
 */
export function listPriceIn(alias: string, currency: string): RawBuilder<bigint | null> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`case when ${of("currency")} = ${currency} and ${of("list_price_minor")} is not null then ${of("list_price_minor")}
    else (select other.price_minor from product_price other where other.vendor_id = ${of("vendor_id")}
      and other.product_id = ${of("id")} and other.currency = ${currency}) end`;
}
