import { expect, test } from "vitest";
import { readLines, rowOf } from "./export.ts";
import {
  defaultScale,
  generateAccounts,
  generateOrderLines,
  generatePartners,
  generateProducts,
  type Scale,
} from "./generate.ts";
import { naiveEarnings } from "./naive-plan.ts";

const scale: Scale = { ...defaultScale, accounts: 50, masters: 3, agents: 20, products: 9 };

test("the lines are as many as asked for, each with an id of its own", async () => {
  const ids = new Set<string>();
  for await (const line of generateOrderLines(20_000, 1)) ids.add(line.slice(0, line.indexOf(",")));
  expect(ids.size).toBe(20_001); // and the header
});

test("a line is made when it is asked for, so that any number needs the same memory", async () => {
  const lines = generateOrderLines(Number.MAX_SAFE_INTEGER, 1);
  await lines.next();
  expect((await lines.next()).value).toMatch(/^G000000000,/);
});

test("the same seed gives the same lines, another one others", async () => {
  expect(await all(500, 1)).toBe(await all(500, 1));
  expect(await all(500, 1)).not.toBe(await all(500, 2));
});

test("every line names a partner, product and account of the files made beside it", async () => {
  const column = (lines: Iterable<string>, name: string) =>
    new Set(readLines([...lines].join("")).map((line) => line[name]));
  const orders = readLines(await all(2_000, 1));
  const partners = column(generatePartners(scale), "external_id");
  const products = column(generateProducts(scale), "product");
  const accounts = column(generateAccounts(scale), "account").add("");
  expect([partners.size, products.size, accounts.size]).toEqual([23, 9, 51]);
  expect(orders.filter((line) => !partners.has(line.sales_agent))).toEqual([]);
  expect(orders.filter((line) => !products.has(line.product))).toEqual([]);
  expect(orders.filter((line) => !accounts.has(line.account))).toEqual([]);
});

test("stages have the export's shares and fill the columns as the export does", async () => {
  const orders = readLines(await all(5_000, 1));
  const shareOf = (stage: string) =>
    orders.filter((line) => line.deal_stage === stage).length / orders.length;
  expect(shareOf("Won")).toBeCloseTo(0.48, 1);
  expect(shareOf("Prospecting")).toBeCloseTo(0.06, 1);
  for (const line of orders) {
    const filled = [line.engage_date !== "", line.close_date !== "", line.close_value];
    const expected = {
      Won: [true, true, expect.stringMatching(/^[1-9]\d*$/)],
      Lost: [true, true, "0"],
      Engaging: [true, false, ""],
      Prospecting: [false, false, ""],
    }[line.deal_stage ?? ""];
    expect(filled).toEqual(expected);
    if (line.close_date !== "") expect((line.engage_date ?? "") <= (line.close_date ?? "")).toBe(true);
  }
});

test("the plan pays on them, at every tier", async () => {
  const orders = readLines(await all(7_000, 1)).map((line) => ({
    opportunity_id: line.opportunity_id ?? "",
    sales_agent: line.sales_agent ?? "",
    product: line.product ?? "",
    deal_stage: line.deal_stage ?? "",
    close_date: line.close_date ?? "",
    close_value: line.close_value ?? "",
  }));
  const teams = readLines([...generatePartners(scale)].join("")).map((line) => ({
    agent: line.external_id ?? "",
    master: line.parent ?? "",
  }));
  const products = readLines([...generateProducts(scale)].join("")).map((line) => ({
    product: line.product ?? "",
    series: line.series ?? "",
  }));
  const earnings = naiveEarnings(orders.map(rowOf), teams, products);
  expect(earnings.length).toBe(2 * orders.filter((line) => line.deal_stage === "Won").length);
  expect(new Set(earnings.map((line) => line.tier))).toEqual(new Set(["Silver", "Gold", "Platinum", null]));
});

async function all(n: number, seed: number): Promise<string> {
  const lines: string[] = [];
  for await (const line of generateOrderLines(n, seed, scale)) lines.push(line);
  return lines.join("");
}
