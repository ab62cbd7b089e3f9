import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkImport, getImport, type Import, mapImport, runImport } from "#ecosystem/imports/contract.ts";
import { createWorld, type World } from "../../../test/world/world.ts";

/*
 * The export of a real CRM, brought in as a person would. That all of its rows are there is shown with the importer;
 * here, what follows from them for the partners, and that none of it is left when it is undone.
 */

interface SourceFacts {
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

test("each agent's won value is what the source says, and goes again without a trace", {
  timeout: 120_000,
}, async () => {
  const facts = await sourceFacts();
  await run(await checked(await uploaded("products", "crm/products.csv")));
  const wording = { sector: { technolgy: "technology" }, country: { Philipines: "PH", Korea: "KR" } };
  await run(await checked(await uploaded("accounts", "crm/accounts.csv"), wording));
  await run(await checked(await uploaded("partners", "partners.csv")));
  const before = await counts();

  const pipeline = await uploaded("opportunities", "crm/sales_pipeline.csv");
  const opening = { reason: "Carried over from the CRM." };
  const done = await run(await checked(pipeline, { product: { GTXPro: "GTX Pro" } }, opening));
  expect(done.result).toMatchObject({ created: 8_800, updated: 0, unchanged: 0, skipped: 0 });
  expect(await wonValues()).toEqual(facts.won_value_by_agent);
  const { rows } = await world.admin.query(
    `select count(*) filter (where o.pay_basis = 'opening-import')::integer as earning,
       count(*) filter (where o.account_id is not null and pa.partner_id is null)::integer as unshared
     from opportunity o
     left join partner_account pa on pa.partner_id = o.owner_partner_id and pa.account_id = o.account_id
     where o.import_id is not null`,
  );
  expect(rows).toEqual([{ earning: 8_800, unshared: 0 }]);

  const undone = await manager().post(`/imports/${done.id}/undo`);
  expect(undone.body).toMatchObject({ state: "undone", undo: { removed: 8_800, kept: [] } });
  expect(await counts()).toEqual(before);
});

/** What is counted of wins for the partners' tiers. */
async function wonValues() {
  const { rows } = await world.admin.query(
    `select p.name, (sum(f.amount_minor) filter (where f.kind = 'deals_won') / 1000)::integer as count,
       (sum(f.amount_minor) filter (where f.kind = 'won_value') / 100)::integer as sum
     from fact f join partner p on p.id = f.partner_id where f.import_id is not null group by 1`,
  );
  return Object.fromEntries(rows.map(({ name, count, sum }) => [name, { count, sum }]));
}

async function counts() {
  const tables = ["opportunity", "opportunity_line", "win", "fact", "partner_account"];
  const { rows } = await world.admin.query(
    `select ${tables.map((name) => `(select count(*) from ${name})::integer as ${name}`).join(", ")}`,
  );
  return rows[0];
}
