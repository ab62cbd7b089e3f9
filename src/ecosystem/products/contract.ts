import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";

const tag = "Products";
const name = z.string().trim().min(1, "Write the product's name.").max(200);
const externalId = z.string().trim().min(1).max(200);
const series = z.string().trim().min(1, "Say which series it belongs to.").max(80);
const listPrice = MoneyJson.nullable().optional();
/** A list of prices is read and shown as a whole. */
export const maxOtherPrices = 20;
const otherPrices = z
  .array(MoneyJson)
  .max(maxOtherPrices)
  .optional()
  .describe("List prices in further currencies, at most one in each, as they were set: never converted");
const productParams = z.object({ productId: idJson("prd") });

export const Product = z
  .object({
    id: idJson("prd"),
    name: z.string(),
    externalId: z.string().nullable(),
    series: z.string().describe("Plans set their rates by it"),
    listPrice: MoneyJson.nullable(),
    otherPrices: z
      .array(MoneyJson)
      .describe("List prices in further currencies, by their codes; never converted"),
    createdAt: InstantJson,
    version: z.int(),
  })
  .meta({ id: "Product" });
export type Product = z.infer<typeof Product>;

/** The list price of a product in a currency; null where it has none in it. */
export function listPriceIn(
  { listPrice, otherPrices }: Pick<Product, "listPrice" | "otherPrices">,
  currency: string,
): MoneyJson | null {
  return [listPrice, ...otherPrices].find((price) => price?.currency === currency) ?? null;
}

export const productSorts = ["name", "-name", "series", "-series", "listPrice", "-listPrice"] as const;

export const listProducts = endpoint({
  method: "GET",
  path: "/products",
  summary: "What the vendor sells",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("Part of the name or of the external id"),
    series: z.string().max(80).optional(),
    sort: z.enum(productSorts).optional(),
  }),
  response: pageOf(Product),
});
export const getProduct = endpoint({
  method: "GET",
  path: "/products/{productId}",
  summary: "One product",
  tag,
  params: productParams,
  response: Product,
});
export const createProduct = endpoint({
  method: "POST",
  path: "/products",
  summary: "Add a product",
  tag,
  body: z.object({
    name,
    externalId: externalId.nullable().optional(),
    series,
    listPrice,
    otherPrices,
  }),
  response: Product,
  status: 201,
});
export const changeProduct = endpoint({
  method: "PATCH",
  path: "/products/{productId}",
  summary: "Change a product; what was sold before keeps the amounts it was sold for",
  tag,
  params: productParams,
  body: z.object({
    name: name.optional(),
    externalId: externalId.nullable().optional(),
    series: series.optional(),
    listPrice,
    otherPrices: otherPrices.describe("All of them: a currency that is not given has no price any more"),
  }),
  response: Product,
  ifMatch: true,
});
export const listSeries = endpoint({
  method: "GET",
  path: "/product-series",
  summary: "The series in use, by name",
  tag,
  query: ListQuery,
  response: pageOf(z.object({ name: z.string(), products: z.int() })),
});

export const events = {
  productCreated: eventType("product.created", {
    reach: null,
    payload: z.object({ name: z.string(), series: z.string() }),
  }),
  productChanged: eventType("product.changed", {
    reach: null,
    payload: z.object({ changed: z.record(z.string(), z.unknown()) }),
  }),
};
