import { describe, expect, test } from "vitest";
import { boundaryCases } from "../oracle/boundary.ts";
import expectedTotals from "../oracle/expected.json" with { type: "json" };
import { readPipeline, readProducts, readTeams, rowOf } from "../oracle/export.ts";
import { naiveEarnings } from "../oracle/naive-plan.ts";
import { size } from "../world/size.ts";
import { type BookedLine, oracleWorld, runAll } from "./oracle-world.ts";

/* The real engine, on a real database and through its runs, against the naive second implementation. */

const keyOf = ({ opportunityId, component, partner }: Omit<BookedLine, "cents">) =>
  `${opportunityId} ${component} ${partner}`;
const byKey = (lines: readonly BookedLine[]) =>
  Object.fromEntries(
    lines
      .filter(({ cents }) => cents !== 0n)
      .map((line) => [keyOf(line), line.cents])
      .sort(),
  );

describe("the plan's edges", () => {
  const seeds = Array.from({ length: size({ small: 1, nightly: 10 }) }, (_, at) => 20170331 + at);
  test.each(seeds)(
    "seed %i: bounds, ties at half a cent, first quarters, missing masters, several lines",
    async (seed) => {
      const { rows, teams, products, expected, problems } = boundaryCases(seed);
      const world = await oracleWorld(rows, teams, products);
      try {
        const run = await runAll(world);
        expect(byKey(run.booked)).toEqual(byKey(expected));
        expect(new Set(run.problems.map(({ opportunityId }) => opportunityId))).toEqual(
          new Set(problems.map(({ opportunityId }) => opportunityId)),
        );
      } finally {
        await world.close();
      }
    },
  );
});

test("every line of the real export, and every month's totals, to the cent", {
  timeout: 120_000,
}, async () => {
  const rows = readPipeline().map(rowOf);
  const teams = readTeams();
  const world = await oracleWorld(rows, teams, readProducts());
  try {
    const run = await runAll(world);
    expect(run.problems).toEqual([]);
    expect(byKey(run.booked)).toEqual(byKey(naiveEarnings(rows, teams, readProducts())));
    const finance = world.as("finance");
    for (const [month, totals] of Object.entries(expectedTotals.months)) {
      const [{ id }] = (await finance.get(`/runs?period=${month}&state=posted`)).body.items;
      const record = (await finance.get(`/runs/${id}`)).body;
      const of = (kind: string) =>
        Number(
          record.components
            .find((one: { component: string }) => one.component === kind)
            .amount.amount.replace(".", ""),
        );
      expect({ wins: record.wins, commission: of("commission"), override: of("override") }).toEqual({
        wins: totals.wins,
        commission: totals.commission,
        override: totals.override,
      });
    }
    const { difference } = (await finance.get("/liabilities")).body;
    expect(difference.amount).toBe("0.00");
  } finally {
    await world.close();
  }
});
