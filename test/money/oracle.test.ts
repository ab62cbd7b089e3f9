import { beforeAll, describe, expect, test } from "vitest";
import { type BoundaryCases, boundaryCases, earningsOfHandWorked } from "../oracle/boundary.ts";
import expectedTotals from "../oracle/expected.json" with { type: "json" };
import { readPipeline, readProducts, readTeams, rowOf } from "../oracle/export.ts";
import { handWorked } from "../oracle/hand-worked.ts";
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

const idsOf = (problems: readonly { opportunityId: string }[]) =>
  problems.map(({ opportunityId }) => opportunityId).sort();

describe("the plan's edges", () => {
  const [first = 0, ...more] = Array.from(
    { length: size({ small: 1, nightly: 10 }) },
    (_, at) => 20170331 + at,
  );

  async function ran(cases: BoundaryCases): Promise<Awaited<ReturnType<typeof runAll>>> {
    const world = await oracleWorld(cases.rows, cases.teams, cases.products);
    try {
      return await runAll(world);
    } finally {
      await world.close();
    }
  }

  describe("each by itself", () => {
    let run: Awaited<ReturnType<typeof runAll>>;
    beforeAll(async () => {
      run = await ran(boundaryCases(first));
    });

    test.each(handWorked)("$name", (one) => {
      const isOfIt = ({ opportunityId }: { opportunityId: string }) =>
        one.rows.some((row) => row.opportunityId === opportunityId);
      expect(byKey(run.booked.filter(isOfIt))).toEqual(byKey(earningsOfHandWorked(one)));
      expect(idsOf(run.problems.filter(isOfIt))).toEqual(idsOf(one.problems ?? []));
    });

    test("on a bound, a cent below and above it, half a cent and beside it, on the edge days of quarters", () => {
      const { expected, problems } = boundaryCases(first);
      expect(byKey(run.booked)).toEqual(byKey(expected));
      expect(idsOf(run.problems)).toEqual(idsOf(problems));
    });
  });

  test.each(more)("seed %i", async (seed) => {
    const cases = boundaryCases(seed);
    const run = await ran(cases);
    expect(byKey(run.booked)).toEqual(byKey(cases.expected));
    expect(idsOf(run.problems)).toEqual(idsOf(cases.problems));
  });
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
