import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportDays, shiftDay, shiftMonthsFor, writeShifted } from "../../sample/shift.ts";
import { readLines, readPipeline } from "./export.ts";
import { quarterOf } from "./naive-plan.ts";

const pipelineFile = new URL("../../sample/crm/sales_pipeline.csv", import.meta.url);
const pipeline = readPipeline();
const anyDay = fc
  .date({ min: new Date("2018-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("months to shift", () => {
  test.each([
    ["2026-06-30", 99], // in the second quarter: the last close goes to the first
    ["2026-07-01", 102], // the second quarter has just become the last full one
    ["2026-09-30", 102],
    ["2026-10-01", 105],
    ["2027-01-01", 108], // over the turn of the year
    ["2028-02-29", 120],
    ["2018-01-01", 0], // the export's own last quarter is the last full one
    ["2018-03-31", 0],
    ["2017-12-31", -3],
  ])("on %s the export moves by %i", (today, months) => {
    expect(shiftMonthsFor(today, exportDays.lastClose)).toBe(months);
  });

  test("on any day the last close lies in the quarter before today's, by whole quarters", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (today, lastClose) => {
        const months = shiftMonthsFor(today, lastClose);
        const moved = shiftDay(lastClose, months);
        expect(months % 3 === 0).toBe(true);
        expect(quarterOf(shiftDay(moved, 3))).toBe(quarterOf(today));
      }),
    );
  });
});

describe("a shifted day", () => {
  test.each([
    ["2017-12-31", 102, "2026-06-30"],
    ["2017-12-30", 102, "2026-06-30"],
    ["2017-05-31", 9, "2018-02-28"],
    ["2017-05-29", 81, "2024-02-29"], // a leap year has the day
    ["2017-05-29", 84, "2024-05-29"],
    ["2017-05-30", 81, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2017-03-01", 0, "2017-03-01"],
  ])("%s + %i months is %s", (day, months, moved) => {
    expect(shiftDay(day, months)).toBe(moved);
  });

  test("what is no date is refused", () => {
    expect(() => shiftDay("2017-02-30", 3)).toThrow(RangeError);
  });
});

test("the export's own days are what the constants say", () => {
  const engaged = pipeline.map((line) => line.engage_date).filter((day) => day !== "");
  const closed = pipeline.map((line) => line.close_date).filter((day) => day !== "");
  expect([engaged.sort()[0], closed.sort().at(-1)]).toEqual([exportDays.firstEngage, exportDays.lastClose]);
  expect(exportDays.programmeStart <= exportDays.firstEngage).toBe(true);
});

test("whatever today is, months and quarters keep their contents and no deal closes before it engaged", () => {
  const days = [...new Set(pipeline.flatMap((line) => [line.engage_date, line.close_date]))]
    .filter(Boolean)
    .sort();
  const todays = [
    "2018-01-01",
    "2023-12-31",
    "2024-01-01",
    "2024-02-29",
    "2024-05-30",
    "2024-08-31",
    "2026-11-15",
  ];
  for (const today of [...todays, ...fc.sample(anyDay, { numRuns: 40, seed: 1 })]) {
    const months = shiftMonthsFor(today, exportDays.lastClose);
    const moved = days.map((day) => shiftDay(day, months));
    // Days of one month go to one month, and other months elsewhere: what a month held, it still holds.
    const monthOf = new Map(days.map((day, at) => [day.slice(0, 7), moved[at]?.slice(0, 7)]));
    expect(days.map((day) => monthOf.get(day.slice(0, 7)))).toEqual(moved.map((day) => day.slice(0, 7)));
    expect(new Set(monthOf.values()).size).toBe(monthOf.size);
    const quarters = new Set(days.map((day, at) => `${quarterOf(day)} ${quarterOf(moved[at] ?? "")}`));
    expect(quarters.size).toBe(new Set(days.map(quarterOf)).size);
    // Order is kept, so an engage date stays at or before its close.
    expect(moved).toEqual([...moved].sort());
    expect((moved.at(-1) ?? "") < today).toBe(true);
  }
});

describe("the written copy", () => {
  test("unshifted is the export byte by byte", async () => {
    await inTemporaryFolder(async (folder) => {
      const copy = join(folder, "pipeline.csv");
      expect(await writeShifted(pipelineFile, copy, 0)).toBe(8800);
      expect(readFileSync(copy)).toEqual(readFileSync(pipelineFile));
    });
  });

  test("shifted differs in its dates only, and in every one of them", async () => {
    await inTemporaryFolder(async (folder) => {
      const copy = join(folder, "pipeline.csv");
      await writeShifted(pipelineFile, copy, 102);
      const expected = pipeline.map((line) => ({
        ...line,
        engage_date: line.engage_date && shiftDay(line.engage_date, 102),
        close_date: line.close_date && shiftDay(line.close_date, 102),
      }));
      expect(readLines(readFileSync(copy, "utf8"))).toEqual(expected);
    });
  });
});

async function inTemporaryFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hanse-shift-"));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
