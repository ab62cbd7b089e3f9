import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkImport, getImport, type Import, mapImport, runImport } from "#ecosystem/imports/contract.ts";
import { createWorld, type World } from "../../../test/world/world.ts";

/*
 * The export of a real CRM comes in as a person would bring it: uploaded, columns as guessed, values mapped where the
 * files disagree, checked, run. Whether all of it is there is told by the source's own counts and sums.
 */

interface SourceFacts {
  stage: Record<string, number>;
  null_account: number;
  null_engage: number;
  null_close_date: number;
  won_value: number;
  won_value_by_product: Record<string, { count: number; sum: number }>;
  won_value_by_agent: Record<string, { count: number; sum: number }>;
}

let world: World;
beforeAll(async () => {
  world = await createWorld({ jobs: true });
});
afterAll(() => world.close());

const sample = (name: string) => readFile(new URL(`../../../sample/${name}`, import.meta.url), "utf8");

async function sourceFacts(): Promise<SourceFacts> {
  const json = /```json\n([\s\S]*?)\n```/.exec(await sample("crm/SOURCE.md"))?.[1] ?? "";
  return JSON.parse(json).maven_crm;
}

const manager = () => world.as("channel-manager");
type Values = Record<string, Record<string, string>>;

async function uploaded(kind: Import["kind"], file: string): Promise<Import> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", new Blob([await sample(file)], { type: "text/csv" }), "export.csv");
  const answer = await manager().send("POST", "/imports", form);
  expect(answer.status).toBe(201);
  return answer.body;
}

/** Maps columns as guessed and checks. */
async function checked(one: Import, values: Values = {}, opening: { reason: string } | null = null) {
  const params = { importId: one.id };
  const columns = Object.fromEntries(one.columns.map(({ name, guess }) => [name, guess.field]));
  await manager().call(mapImport, { params, ifMatch: one.version, body: { columns, values, opening } });
  await manager().call(checkImport, { params });
  return settled(one.id);
}

async function settled(importId: string): Promise<Import> {
  for (;;) {
    const one = await manager().call(getImport, { params: { importId } });
    if (one.state !== "checking" && one.state !== "running") return one;
    await wait(50);
  }
}

async function run(one: Import): Promise<Import> {
  expect(one).toMatchObject({ state: "checked", findings: { rows: { withErrors: 0 } } });
  await manager().call(runImport, { params: { importId: one.id } });
  return settled(one.id);
}

async function sums<T>(statement: string): Promise<T[]> {
  return (await world.admin.query(statement)).rows;
}
const imported = "o.external_id is not null and o.imported is not null";

test("comes in complete, changes nothing twice, and goes again without a trace", {
  timeout: 120_000,
}, async () => {
  const facts = await sourceFacts();
  await run(await checked(await uploaded("products", "crm/products.csv")));
  const wording = { sector: { technolgy: "technology" }, country: { Philipines: "PH", Korea: "KR" } };
  await run(await checked(await uploaded("accounts", "crm/accounts.csv"), wording));
  await run(await checked(await uploaded("partners", "partners.csv")));

  const opening = { reason: "Carried over from the CRM." };
  const pipeline = await uploaded("opportunities", "crm/sales_pipeline.csv");
  const unmapped = await checked(pipeline, {}, opening);
  expect(unmapped.findings?.unknownValues).toMatchObject([
    { field: "product", values: [{ value: "GTXPro", suggestions: [{ label: "GTX Pro" }] }] },
  ]);
  const done = await run(await checked(unmapped, { product: { GTXPro: "GTX Pro" } }, opening));
  expect(done.result).toEqual({ created: 8_800, updated: 0, unchanged: 0, skipped: 0 });

  const stages = await sums<{ label: string; count: number }>(
    `select s.label, count(*)::integer as count from opportunity o
     join opportunity_stage s on s.vendor_id = o.vendor_id and s.key = o.stage where ${imported} group by 1`,
  );
  expect(Object.fromEntries(stages.map(({ label, count }) => [label, count]))).toEqual(facts.stage);
  expect(
    await sums(`select count(*) filter (where account_id is null)::integer as null_account,
        count(*) filter (where engaged_on is null)::integer as null_engage,
        count(*) filter (where closed_on is null)::integer as null_close_date,
        (sum(value_minor) filter (where meaning = 'won') / 100)::integer as won_value,
        count(*) filter (where pay_basis = 'opening-import')::integer as earning
      from opportunity o where ${imported}`),
  ).toEqual([
    {
      null_account: facts.null_account,
      null_engage: facts.null_engage,
      null_close_date: facts.null_close_date,
      won_value: facts.won_value,
      earning: 8_800,
    },
  ]);
  const byProduct = Object.entries(facts.won_value_by_product).map(([name, won]) => [
    name === "GTXPro" ? "GTX Pro" : name,
    won,
  ]);
  expect(await wonBy("product p on p.id = l.product_id")).toEqual(Object.fromEntries(byProduct));
  expect(await wonBy("partner p on p.id = o.owner_partner_id")).toEqual(facts.won_value_by_agent);
  expect(await wonValues()).toEqual(facts.won_value_by_agent);
  const [unshared] = await sums(
    `select count(*)::integer as pairs from opportunity o
     left join partner_account pa on pa.partner_id = o.owner_partner_id and pa.account_id = o.account_id
     where ${imported} and o.account_id is not null and pa.partner_id is null`,
  );
  expect(unshared).toEqual({ pairs: 0 });

  const again = await run(
    await checked(await uploaded("opportunities", "crm/sales_pipeline.csv"), {}, opening),
  );
  expect(again.result).toEqual({ created: 0, updated: 0, unchanged: 8_800, skipped: 0 });
  const undone = await manager().post(`/imports/${done.id}/undo`);
  expect(undone.body).toMatchObject({ state: "undone", undo: { removed: 8_800, kept: [] } });
  expect(await wonValues()).toEqual({});
});

async function wonBy(join: string) {
  return named(
    await sums(`select p.name, count(*)::integer as count, (sum(l.amount_minor) / 100)::integer as sum
      from opportunity o join opportunity_line l on l.opportunity_id = o.id join ${join}
      where ${imported} and o.meaning = 'won' group by 1`),
  );
}

/** What is counted of wins for the partners' tiers. */
async function wonValues() {
  return named(
    await sums(`select p.name, count(*)::integer as count, (sum(f.amount_minor) / 100)::integer as sum
      from fact f join partner p on p.id = f.partner_id where f.import_id is not null group by 1`),
  );
}

function named(rows: { name: string; count: number; sum: number }[]) {
  return Object.fromEntries(rows.map(({ name, count, sum }) => [name, { count, sum }]));
}
