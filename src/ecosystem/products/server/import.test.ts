import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { type DecimalMark, noEvidence } from "#platform/imports/evidence.ts";
import { readAmounts } from "#platform/imports/numbers.ts";
import { type FileRow, stageRows } from "#platform/imports/records/staged.fixture.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { changeProduct, listProducts } from "../contract.ts";
import { importKind } from "./import.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function inTx<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal("admin"), act);
}

const importFile = (file: FileRow[]) =>
  inTx(async (tx) => {
    const staged = await stageRows(tx, importKind, file);
    const problems = await staged.check(tx);
    return { staged, problems, result: await staged.apply(tx) };
  });

const prices = async () => {
  const { items } = await world.as("admin").call(listProducts, { query: { series: "GTX" } });
  return items.map((one) => [one.name, one.listPrice?.amount ?? null]);
};

test("a file creates products, changes what it says anew, and nothing twice", async () => {
  const file: FileRow[] = [
    { name: "GTX Basic", series: "GTX", "list-price": "55000" },
    { "external-id": "Gust Basic", name: "Gust", series: "GTX", "list-price": null },
  ];
  expect((await importFile(file)).result).toEqual({ created: 1, updated: 1, unchanged: 0 });
  expect(await prices()).toEqual([
    ["GTX Basic", "550.00"],
    ["Gust", "550.00"],
  ]);
  expect((await importFile(file)).result).toEqual({ created: 0, updated: 0, unchanged: 2 });
});

test("prices in other currencies come in as they go out, and a cell that says others replaces them", async () => {
  const pricesOf = async (search: string) => {
    const { items } = await world.as("admin").call(listProducts, { query: { search } });
    return items.map((one) => [one.listPrice, ...one.otherPrices].map((price) => price?.amount ?? null));
  };
  const zephyr = { name: "Zephyr", series: "Z", "list-price": "12000", currency: "USD" };
  const first = await importFile([
    { ...zephyr, "other-prices": "EUR:11000 JPY:18000" },
    { name: "Zephyr wide", series: "Z", "other-prices": "EUR:9900" },
  ]);
  expect([first.problems, first.result]).toEqual([[], { created: 2, updated: 0, unchanged: 0 }]);
  const exported = await world.as("admin").get("/products.csv?series=Z");
  const [, line] = exported.text.split("\r\n");
  expect(line).toContain("Zephyr,Z,120.00,USD,EUR 110.00; JPY 18000");
  const reading = { mark: null, evidence: noEvidence<DecimalMark>(".", ",") };
  expect(readAmounts("EUR 110.00; JPY 18000", reading)).toBe("EUR:11000 JPY:18000");

  const again = await importFile([{ ...zephyr, "other-prices": "EUR:11500" }]);
  expect(again.result).toEqual({ created: 0, updated: 1, unchanged: 0 });
  expect(await pricesOf("Zephyr")).toEqual([
    ["120.00", "115.00"],
    [null, "99.00"],
  ]);
  const { result } = await importFile([{ ...zephyr, "other-prices": "EUR:11500" }]);
  expect(result).toEqual({ created: 0, updated: 0, unchanged: 1 });
  await expect(inTx((tx) => first.staged.undo(tx))).rejects.toMatchObject({ type: "import-in-use" });
  await world.admin.query("update product set changed_by_import_id = import_id where name = 'Zephyr'");
  expect(await inTx((tx) => first.staged.undo(tx))).toMatchObject({
    removed: 1,
    kept: [{ label: "Zephyr" }],
  });
  expect(await pricesOf("Zephyr")).toEqual([["120.00", "115.00"]]);
});

test("refuses amounts of a file that would be mixed up", async () => {
  const { problems, result } = await importFile([
    { name: "Other currency", series: "M", "list-price": "100", currency: "EUR" },
    { name: "Twice", series: "M", "list-price": "100", "other-prices": "EUR:90 USD:100" },
  ]);
  expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
    [1, "currency", "other-currency"],
    [2, "other-prices", "own-currency"],
  ]);
  expect(result).toEqual({ created: 0, updated: 0, unchanged: 0 });
});

test("undo leaves what was sold or changed, and refuses what a later import sold", async () => {
  const { staged } = await importFile([
    { name: "Sold later", series: "A" },
    { name: "Changed", series: "A" },
    { name: "Gone", series: "A" },
  ]);
  const { items } = await world.as("admin").call(listProducts, { query: { series: "A" } });
  const [changed, , sold] = items;
  await world
    .as("admin")
    .call(changeProduct, { params: { productId: changed?.id ?? "" }, ifMatch: 1, body: { series: "B" } });
  const sell = (opportunity: string) =>
    world.admin.query(
      "insert into opportunity_line (vendor_id, opportunity_id, line_no, product_id) select vendor_id, $1, 7, id from product where name = $2",
      [opportunity, sold?.name],
    );
  const { birchOpen } = world.opportunities;
  await sell(birchOpen.uuid);
  await world.admin.query("update opportunity set import_id = $1 where id = $2", [
    birchOpen.uuid,
    birchOpen.uuid,
  ]);
  await expect(inTx((tx) => staged.undo(tx))).rejects.toMatchObject({
    type: "import-in-use",
    message:
      "This import cannot be undone: Sold later is used or changed by a later import. Undo that import first, then this one.",
  });
  await world.admin.query("update opportunity set import_id = null where id = $1", [birchOpen.uuid]);
  expect(await inTx((tx) => staged.undo(tx))).toEqual({
    removed: 1,
    kept: [
      { label: "Changed", why: "Somebody has changed it since." },
      { label: "Sold later", why: "Opportunities have it in their lines." },
    ],
  });
});
