import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as contract from "#ecosystem/imports/contract.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { readSourceFacts } from "./oracle/export.ts";
import { createWorld, type World } from "./world/world.ts";

/*
 * The real export of a CRM comes in as it is, through the importer, at a vendor that has none of it; what it holds then
 * is what its publisher counted.
 */

interface Facts {
  maven_crm: {
    rows: number;
    stage: Record<string, number>;
    null_account: number;
    null_engage: number;
    null_close_date: number;
    won_value: number;
    won_value_by_product: Record<string, { count: number; sum: number }>;
    won_value_by_agent: Record<string, { count: number; sum: number }>;
  };
}

let world: World;
beforeAll(async () => {
  world = await createWorld({ jobs: true });
});
afterAll(() => world.close());

const facts = (readSourceFacts() as Facts).maven_crm;
const vendorId = () => world.vendors.suedstern.uuid;

async function settled(id: string): Promise<contract.Import> {
  for (;;) {
    const one = await world.as("south-admin").call(contract.getImport, { params: { importId: id } });
    if (one.state !== "checking" && one.state !== "running") return one;
    await wait(20);
  }
}

async function check(
  kind: contract.Import["kind"],
  path: string,
  said: Omit<BodyOf<typeof contract.mapImport>, "columns"> = {},
): Promise<contract.Import> {
  const admin = world.as("south-admin");
  const form = new FormData();
  form.set("kind", kind);
  const text = await readFile(new URL(`../sample/${path}`, import.meta.url));
  form.set("file", new Blob([new Uint8Array(text)]), path);
  const uploaded: contract.Import = (await admin.send("POST", "/imports", form)).body;
  const columns = Object.fromEntries(uploaded.columns.map(({ name, guess }) => [name, guess.field]));
  const params = { importId: uploaded.id };
  await admin.call(contract.mapImport, { params, body: { columns, ...said }, ifMatch: uploaded.version });
  await admin.call(contract.checkImport, { params });
  return settled(uploaded.id);
}

async function run(one: contract.Import): Promise<contract.Import> {
  await world.as("south-admin").call(contract.runImport, { params: { importId: one.id }, body: {} });
  return settled(one.id);
}

/** What is not known, with the nearest known value. */
function asked(one: contract.Import): Record<string, string | undefined> {
  return Object.fromEntries(
    (one.findings?.unknownValues ?? []).flatMap(({ field, values }) =>
      values.map(({ value, count, suggestions }) => [`${field} ${value} × ${count}`, suggestions[0]?.label]),
    ),
  );
}

const nothingNew = (count: number) => ({ created: 0, updated: 0, unchanged: count, skipped: 0 });
const created = (count: number) => ({ created: count, updated: 0, unchanged: 0, skipped: 0 });

test("7 products", async () => {
  expect((await run(await check("products", "crm/products.csv"))).result).toEqual(created(7));
});

test("85 accounts, 15 of them below another, once two misspelt values are explained", async () => {
  const unknown = await check("accounts", "crm/accounts.csv");
  expect(asked(unknown)).toEqual({
    "sector technolgy × 12": "Technology",
    "country Philipines × 1": "Philippines",
  });
  const values = { sector: { technolgy: "technology" }, country: { Philipines: "PH" } };
  expect((await run(await check("accounts", "crm/accounts.csv", { values }))).result).toEqual(created(85));
  const below = await world.admin.query(
    "select count(*)::int as count from account where vendor_id = $1 and parent_id is not null and import_id is not null",
    [vendorId()],
  );
  expect(below.rows[0].count).toBe(15);
});

test("41 partners, 35 of them below a master", async () => {
  const options = { "effective-from": "2016-10-01" };
  expect((await run(await check("partners", "partners.csv", { options }))).result).toEqual(created(41));
  const edges = await world.admin.query(
    "select count(*)::int as count from partner_edge where vendor_id = $1 and kind = 'master of' and import_id is not null",
    [vendorId()],
  );
  expect(edges.rows[0].count).toBe(35);
});

test("8,800 opportunities with the counts and sums of their publisher, once GTXPro is explained", async () => {
  const opening = { reason: "The deals that the CRM had when the programme began." };
  const unknown = await check("opportunities", "crm/sales_pipeline.csv", { opening });
  expect(asked(unknown)).toEqual({ "product GTXPro × 1480": "GTX Pro" });
  const values = { product: { GTXPro: "GTX Pro" } };
  const checked = await check("opportunities", "crm/sales_pipeline.csv", { opening, values });
  expect(checked.findings?.rows).toMatchObject({ total: facts.rows, withErrors: 0 });
  const { outcomes, ...counts } = (await run(checked)).result ?? {};
  expect(counts).toEqual(created(facts.rows));
  expect(outcomes?.find(({ meaning }) => meaning === "won")?.value).toEqual({
    amount: `${facts.won_value}.00`,
    currency: "USD",
  });

  const held = await world.admin.query(
    `select count(*)::int as rows, count(*) filter (where account_id is null)::int as null_account,
       count(*) filter (where engaged_on is null)::int as null_engage, count(*) filter (where closed_on is null)::int as null_close_date,
       sum(value_minor) filter (where meaning = 'won')::bigint / 100 as won_value
     from opportunity where vendor_id = $1 and import_id is not null`,
    [vendorId()],
  );
  const { rows, null_account, null_engage, null_close_date, won_value } = facts;
  expect({ ...held.rows[0], won_value: Number(held.rows[0].won_value) }).toEqual({
    rows,
    null_account,
    null_engage,
    null_close_date,
    won_value,
  });
  expect(
    await wonBy("p.name", "join product p on p.vendor_id = l.vendor_id and p.id = l.product_id"),
  ).toEqual(
    Object.fromEntries(
      Object.entries(facts.won_value_by_product).map(([name, sum]) => [
        name.replace("GTXPro", "GTX Pro"),
        sum,
      ]),
    ),
  );
  expect(
    await wonBy("a.name", "join partner a on a.vendor_id = o.vendor_id and a.id = o.owner_partner_id"),
  ).toEqual(facts.won_value_by_agent);
}, 120_000);

test("the same files again change nothing, and what was explained once is known", async () => {
  for (const [kind, path, count, options] of [
    ["products", "crm/products.csv", 7, {}],
    ["accounts", "crm/accounts.csv", 85, {}],
    ["partners", "partners.csv", 41, { "effective-from": "2016-10-01" }],
    ["opportunities", "crm/sales_pipeline.csv", 8800, {}],
  ] as const) {
    expect((await run(await check(kind, path, { options }))).result, path).toEqual(nothingNew(count));
  }
}, 120_000);

async function wonBy(name: string, join: string): Promise<Record<string, { count: number; sum: number }>> {
  const found = await world.admin.query(
    `select ${name} as name, count(*)::int as count, sum(o.value_minor)::bigint / 100 as sum from opportunity o
     join opportunity_line l on l.vendor_id = o.vendor_id and l.opportunity_id = o.id ${join}
     where o.vendor_id = $1 and o.import_id is not null and o.meaning = 'won' group by 1`,
    [vendorId()],
  );
  return Object.fromEntries(found.rows.map((row) => [row.name, { count: row.count, sum: Number(row.sum) }]));
}
