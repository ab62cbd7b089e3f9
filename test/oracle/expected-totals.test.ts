import { describe, expect, test } from "vitest";
import { z } from "zod";
import { computeTotals, readTotals } from "./expected-totals.ts";
import {
  type PipelineLine,
  readExport,
  readPipeline,
  readProducts,
  readSourceFacts,
  readTeams,
  rowOf,
} from "./export.ts";
import { naiveEarnings, naiveProblems } from "./naive-plan.ts";

const countAndSum = z.record(z.string(), z.object({ count: z.int(), sum: z.int() }));
const facts = z
  .object({
    maven_crm: z.object({
      rows: z.int(),
      stage: z.record(z.string(), z.int()),
      null_account: z.int(),
      null_engage: z.int(),
      null_close_date: z.int(),
      won_value: z.int(),
      won_value_by_product: countAndSum,
      won_value_by_agent: countAndSum,
      won_value_by_manager: countAndSum,
      won_by_close_month: countAndSum,
      product_names_in_catalogue: z.array(z.string()),
      accounts: z.int(),
      agents: z.int(),
      agents_with_deals: z.int(),
      subsidiaries: z.int(),
      duplicate_opportunity_ids: z.int(),
      sectors: z.array(z.string()),
      office_locations: z.array(z.string()),
    }),
  })
  .parse(readSourceFacts()).maven_crm;

const pipeline = readPipeline();
const won = pipeline.filter((line) => line.deal_stage === "Won");
const teams = readTeams();

describe("the export is the one that SOURCE.md describes", () => {
  test("rows, stages and gaps", () => {
    const countOf = (pick: (line: PipelineLine) => boolean) => pipeline.filter(pick).length;
    expect(pipeline.length).toBe(facts.rows);
    for (const [stage, count] of Object.entries(facts.stage)) {
      expect([stage, countOf((line) => line.deal_stage === stage)]).toEqual([stage, count]);
    }
    expect(countOf((line) => line.account === "")).toBe(facts.null_account);
    expect(countOf((line) => line.engage_date === "")).toBe(facts.null_engage);
    expect(countOf((line) => line.close_date === "")).toBe(facts.null_close_date);
    const ids = new Set(pipeline.map((line) => line.opportunity_id));
    expect(pipeline.length - ids.size).toBe(facts.duplicate_opportunity_ids);
  });

  test("won value in all, per product, agent, manager and month", () => {
    const managerOf = new Map(teams.map((team) => [team.agent, team.master]));
    expect(won.reduce((sum, line) => sum + Number(line.close_value), 0)).toBe(facts.won_value);
    expect(wonBy((line) => line.product)).toEqual(facts.won_value_by_product);
    expect(wonBy((line) => line.sales_agent)).toEqual(facts.won_value_by_agent);
    expect(wonBy((line) => managerOf.get(line.sales_agent) ?? "")).toEqual(facts.won_value_by_manager);
    expect(wonBy((line) => line.close_date.slice(0, 7))).toEqual(facts.won_by_close_month);
  });

  test("accounts, agents and products", () => {
    const accounts = readExport("accounts.csv");
    const distinct = (column: string) => [...new Set(accounts.map((account) => account[column]))].sort();
    expect(accounts.length).toBe(facts.accounts);
    expect(accounts.filter((account) => account.subsidiary_of !== "").length).toBe(facts.subsidiaries);
    expect(distinct("sector")).toEqual(facts.sectors);
    expect(distinct("office_location")).toEqual(facts.office_locations);
    expect(teams.length).toBe(facts.agents);
    expect(new Set(pipeline.map((line) => line.sales_agent)).size).toBe(facts.agents_with_deals);
    const catalogue = readProducts().map((product) => product.product);
    expect(catalogue.sort()).toEqual(facts.product_names_in_catalogue);
  });
});

describe("what the plan pays over the export", () => {
  const totals = computeTotals();

  test("is the committed table", () => {
    expect(totals).toEqual(readTotals());
  });

  test("is one commission and one override for every win, without a problem row", () => {
    const earnings = naiveEarnings(won.map(rowOf), teams, readProducts());
    expect(earnings.length).toBe(2 * 4238);
    expect(naiveProblems(won.map(rowOf), readProducts())).toEqual([]);
  });

  test("has overrides of two cents a dollar, per month and per manager, as SOURCE.md's sums say", () => {
    // Values are whole dollars, so that 2 % needs no rounding.
    for (const [month, { count, sum }] of Object.entries(facts.won_by_close_month)) {
      expect([month, totals.months[month]?.override, totals.months[month]?.wins]).toEqual([
        month,
        2 * sum,
        count,
      ]);
    }
    for (const [master, { sum }] of Object.entries(facts.won_value_by_manager)) {
      const paid = Object.values(totals.months).map((month) => month.masters[master]?.override ?? 0);
      expect([master, paid.reduce((a, b) => a + b, 0)]).toEqual([master, 2 * sum]);
    }
  });

  test("adds up from masters to months to the whole", () => {
    const months = Object.values(totals.months);
    for (const component of ["wins", "commission", "override"] as const) {
      expect(months.reduce((sum, month) => sum + month[component], 0)).toBe(totals.total[component]);
      for (const month of months) {
        const masters = Object.values(month.masters);
        expect(masters.reduce((sum, master) => sum + master[component], 0)).toBe(month[component]);
      }
    }
  });

  test("is all Silver in the first quarter: the month's value at the bare rates", () => {
    // No quarter before; whole dollars × whole percents are whole cents.
    const percentOf: Record<string, number> = { GTX: 8, MG: 10, GTK: 5 };
    const march = won.filter((line) => line.close_date.startsWith("2017-03"));
    const cents = march.map(
      (line) => Number(line.close_value) * (percentOf[line.product.slice(0, 3).trim()] ?? 0),
    );
    expect(totals.months["2017-03"]?.commission).toBe(cents.reduce((a, b) => a + b, 0));
  });
});

function wonBy(key: (line: PipelineLine) => string): Record<string, { count: number; sum: number }> {
  const groups: Record<string, { count: number; sum: number }> = {};
  for (const line of won) {
    const group = groups[key(line)] ?? { count: 0, sum: 0 };
    groups[key(line)] = { count: group.count + 1, sum: group.sum + Number(line.close_value) };
  }
  return groups;
}
