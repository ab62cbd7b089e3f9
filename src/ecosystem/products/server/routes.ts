import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import * as products from "./products.ts";
import * as store from "./store.ts";

export function productRoutes(): Route[] {
  return [
    listRoute(contract.listProducts, {
      act: "product.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listProductRows(tx, query);
        return { items: rows.map(products.present), nextCursor };
      },
      csv: [
        { header: "id", value: (product) => product.id },
        { header: "externalId", value: (product) => product.externalId },
        { header: "name", value: (product) => product.name },
        { header: "series", value: (product) => product.series },
        { header: "listPrice", value: (product) => product.listPrice?.amount ?? null },
        { header: "currency", value: (product) => product.listPrice?.currency ?? null },
        {
          header: "otherPrices",
          value: ({ otherPrices }) =>
            otherPrices.map(({ amount, currency }) => `${currency} ${amount}`).join("; ") || null,
        },
      ],
    }),
    route(contract.getProduct, {
      act: "product.read",
      handle: async (tx, { params }) => products.present(await products.load(tx, params.productId)),
    }),
    route(contract.createProduct, {
      act: "product.manage",
      handle: (tx, { body }) => products.createProduct(tx, body),
    }),
    route(contract.changeProduct, {
      act: "product.manage",
      handle: (tx, { params, body, ifMatch }) => products.changeProduct(tx, params.productId, body, ifMatch),
    }),
    listRoute(contract.listSeries, {
      act: "product.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listSeriesRows(tx, query);
        return { items: rows, nextCursor };
      },
      csv: [
        { header: "name", value: (series) => series.name },
        { header: "products", value: (series) => series.products },
      ],
    }),
  ];
}
