import { describe, expect, test } from "vitest";
import { boundaryCases, earningsOfHandWorked, products } from "./boundary.ts";
import { handWorked, handWorkedTeams } from "./hand-worked.ts";
import { naiveEarnings, naiveProblems } from "./naive-plan.ts";

describe("worked out by hand", () => {
  test.each(handWorked)("$name", (one) => {
    expect(naiveEarnings(one.rows, handWorkedTeams, products)).toEqual(earningsOfHandWorked(one));
    expect(naiveProblems(one.rows, products)).toEqual(one.problems ?? []);
  });

  test("the override goes to the master, without a tier, in the month of the close", () => {
    const [first] = handWorked;
    expect(naiveEarnings(first?.rows ?? [], handWorkedTeams, products)).toEqual([
      {
        month: "2017-03",
        opportunityId: "H01-A",
        partner: "Ada North",
        component: "commission",
        cents: 8000n,
        tier: "Silver",
        closeDay: "2017-03-15",
      },
      {
        month: "2017-03",
        opportunityId: "H01-A",
        partner: "Holt Brandt",
        component: "override",
        cents: 2000n,
        tier: null,
        closeDay: "2017-03-15",
      },
    ]);
  });
});

describe("the seeded cases", () => {
  test.each([undefined, 1, 2, 3])("with seed %s give what they were built to give", (seed) => {
    const cases = boundaryCases(seed);
    expect(naiveEarnings(cases.rows, cases.teams, cases.products)).toEqual(cases.expected);
    expect(naiveProblems(cases.rows, cases.products)).toEqual(cases.problems);
  });

  test("are the same for the same seed and others for another", () => {
    expect(boundaryCases(7)).toEqual(boundaryCases(7));
    expect(boundaryCases(7).rows).not.toEqual(boundaryCases(8).rows);
  });

  test("reach every tier, both answers to a missing master, and deals of several lines", () => {
    const { rows, expected } = boundaryCases();
    const seeded = expected.filter((line) => line.opportunityId.startsWith("S"));
    expect(new Set(seeded.map((line) => line.tier))).toEqual(new Set(["Silver", "Gold", "Platinum", null]));
    const wins = seeded.filter((line) => line.component === "commission").length;
    const overrides = seeded.length - wins;
    expect(overrides > 0 && overrides < wins).toBe(true);
    expect(rows.some((row) => row.opportunityId.startsWith("S") && row.lines.length === 3)).toBe(true);
    expect(new Set(rows.map((row) => row.opportunityId)).size).toBe(rows.length);
  });
});
