import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../../../test/world/world.ts";
import * as contract from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("everybody reads what is sold, each vendor its own", async () => {
  for (const who of ["admin", "direct-seller", "birch-seller"] as const) {
    const list = await world.as(who).call(contract.listProducts);
    expect(
      list.items.map((product) => product.name),
      who,
    ).toEqual(["Gale Special", "Gust Basic", "Storm 500"]);
  }
  const foreign = await world.as("birch-seller").get(`/products/${world.products.southwind.id}`);
  expect(foreign.status).toBe(404);
});

test("filters, orders and pages", async () => {
  const admin = world.as("admin");
  const found = async (query: object) =>
    (await admin.call(contract.listProducts, { query })).items.map((product) => product.name);
  expect(await found({ search: "500" })).toEqual(["Storm 500"]);
  expect(await found({ series: "MG" })).toEqual(["Gale Special"]);
  expect(await found({ sort: "-listPrice" })).toEqual(["Storm 500", "Gale Special", "Gust Basic"]);
  for (const sort of contract.productSorts) {
    const first = await admin.call(contract.listProducts, { query: { sort, limit: 2 } });
    const rest = await admin.call(contract.listProducts, { query: { sort, cursor: first.nextCursor ?? "" } });
    expect(rest.items, sort).toHaveLength(1);
  }
  expect(await admin.call(contract.listSeries)).toEqual({
    items: [
      { name: "GTK", products: 1 },
      { name: "GTX", products: 1 },
      { name: "MG", products: 1 },
    ],
    nextCursor: null,
  });
});

test("a channel manager adds and changes, finance does not", async () => {
  const manager = world.as("channel-manager");
  const body = { name: "Breeze", series: "GTX", externalId: "B-1" };
  expect((await world.as("finance").post("/products", body)).status).toBe(403);
  const added = await manager.call(contract.createProduct, { body });
  expect(added).toMatchObject({ name: "Breeze", listPrice: null, version: 1 });
  const params = { productId: added.id };
  const priced = await manager.call(contract.changeProduct, {
    params,
    ifMatch: 1,
    body: { listPrice: { amount: "99.5", currency: "EUR" } },
  });
  expect(priced).toMatchObject({
    listPrice: { amount: "99.50", currency: "EUR" },
    series: "GTX",
    version: 2,
  });
  const late = await manager.patch(`/products/${added.id}`, { name: "Late" }, { ifMatch: 1 });
  expect([late.status, late.body.type]).toEqual([409, "version-mismatch"]);
});

test("a product has prices in further currencies, as they were set", async () => {
  const admin = world.as("admin");
  const usd = { amount: "120.00", currency: "USD" };
  const eur = { amount: "110.00", currency: "EUR" };
  const body = { name: "Squall", series: "GTX", listPrice: usd, otherPrices: [{ ...eur, amount: "110" }] };
  const added = await admin.call(contract.createProduct, { body });
  expect([added.listPrice, added.otherPrices]).toEqual([usd, [eur]]);
  expect(["USD", "EUR", "JPY"].map((currency) => contract.listPriceIn(added, currency))).toEqual([
    usd,
    eur,
    null,
  ]);
  const changeTo = (version: number, change: object) =>
    admin.patch(`/products/${added.id}`, change, { ifMatch: version });
  const yen = { amount: "18000", currency: "JPY" };
  expect((await changeTo(1, { otherPrices: [yen, eur] })).body.otherPrices).toEqual([eur, yen]);
  expect((await changeTo(2, { name: "Squall 2" })).body.otherPrices).toEqual([eur, yen]);
  const refusals = [
    { listPrice: eur },
    { otherPrices: [eur, usd] },
    { otherPrices: [yen, yen] },
    { otherPrices: [{ amount: "-1", currency: "EUR" }] },
    { otherPrices: [{ amount: "0.5", currency: "JPY" }] },
  ];
  const pointers = [];
  for (const change of refusals) pointers.push((await changeTo(3, change)).body.errors?.[0]?.pointer);
  expect(pointers).toEqual([
    "/listPrice/currency",
    "/otherPrices/1/currency",
    "/otherPrices/1/currency",
    "/otherPrices/0/amount",
    "/otherPrices/0/amount",
  ]);
  expect((await changeTo(1, { otherPrices: [] })).body.type).toBe("version-mismatch");
  const swapped = await changeTo(3, { listPrice: eur, otherPrices: [usd] });
  expect([swapped.body.listPrice, swapped.body.otherPrices]).toEqual([eur, [usd]]);
  expect((await changeTo(4, { otherPrices: [] })).body.otherPrices).toEqual([]);
});

test("refuses what cannot be, and says where", async () => {
  const refused = async (body: object) =>
    (await world.as("admin").post("/products", body)).body.errors?.[0]?.pointer;
  expect(await refused({ name: "X", series: "" })).toBe("/series");
  expect(await refused({ name: "X", series: "GTX", listPrice: { amount: "-1", currency: "USD" } })).toBe(
    "/listPrice/amount",
  );
  expect(await refused({ name: "X", series: "GTX", listPrice: { amount: "1", currency: "XXX" } })).toBe(
    "/listPrice/currency",
  );
  expect(await refused({ name: "X", series: "GTX", externalId: "Gust Basic" })).toBe("/externalId");
});
