import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { findDialect, nameColumns } from "./dialect.ts";
import { maxRowCharacters, type RowBatch, readRows } from "./rows.ts";

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 7): Promise<{ rows: [number, string[]][]; broken: number[] }> {
  const batches: RowBatch[] = [];
  for await (const batch of readRows(pieces(text, size), findDialect(text))) batches.push(batch);
  return {
    rows: batches.flatMap(({ firstRow, rows }) =>
      rows.map((row, at): [number, string[]] => [firstRow + at, row]),
    ),
    broken: batches.flatMap(({ firstRow, broken }) => [...broken.keys()].map((at) => firstRow + at)),
  };
}

describe("a file's dialect", () => {
  test.each([
    ["a,b\n1,2\n", ",", "\n", 1],
    ["a;b\r\n1,5;2\r\n", ";", "\n", 1],
    ["a\tb, c\n1\t2\n", "\t", "\n", 1],
    ["name\nAcme; Inc.\n", ",", "\n", 1],
    ['"a;x",b\n"1;2",3\n', ",", "\n", 1],
    ["a,b\r1,2\r", ",", "\r", 1],
    ["sep=;\r\na;b\r\n", ";", "\n", 2],
  ])("%j is separated by %j", (head, delimiter, newline, headerRow) => {
    expect(findDialect(head)).toEqual({ delimiter, newline, headerRow });
  });

  test("every column has a name of its own", () => {
    expect(nameColumns([" name ", "", "name", "name"])).toEqual(["name", "Column 2", "name (2)", "name (3)"]);
  });

  test("a first row without names is refused", () => {
    expect(() => nameColumns(["", " "])).toThrow("The first row is empty");
    expect(() => nameColumns(["x".repeat(201)])).toThrow("longer than 200");
    expect(() => nameColumns(Array.from({ length: 201 }, (_, at) => `c${at}`))).toThrow("201 columns");
  });
});

test("whatever is written comes back, however the file is cut into pieces", async () => {
  const cell = fc.stringMatching(/^[a-z ",;'é\n]{0,6}$/);
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    );
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
      const header = rows[0]?.map((_, at) => `c${at}`) ?? [];
      const written = Papa.unparse([header, ...rows], { newline: "\n", quotes: true });
      const found = await read(written, size);
      expect(found.rows.map(([, row]) => row)).toEqual([header, ...rows]);
      expect(found.broken).toEqual([]);
    }),
  );
});

test("rows are counted as a spreadsheet counts them, the one above the names too", async () => {
  expect((await read("sep=;\na;b\n1;2\n")).rows.map(([no]) => no)).toEqual([2, 3]);
  expect((await read('a,b\n"1\n1",2\n3,4')).rows).toEqual([
    [1, ["a", "b"]],
    [2, ["1\n1", "2"]],
    [3, ["3", "4"]],
  ]);
});

test("a quote within a quoted cell is told with its row, and the rows around it are read", async () => {
  const { rows, broken } = await read('a,b\n1,2\n"Big "Bob" Ltd",3\n4,5\n');
  expect(broken).toEqual([3]);
  expect(rows.map(([, row]) => row)).toEqual([
    ["a", "b"],
    ["1", "2"],
    ['Big "Bob" Ltd', "3"],
    ["4", "5"],
  ]);
});

test("a quote that never closes is refused with the row where it opens", async () => {
  await expect(read('a,b\n1,2\n3,"4\n5,6\n')).rejects.toThrow("A quote that opens in row 3 never closes");
  const long = `a,b\n1,2\n3,"${"x,y\n".repeat(maxRowCharacters / 2)}`;
  await expect(read(long, 65_536)).rejects.toThrow("A quote that opens in row 3 never closes");
});

test("a file that is one endless line is refused", async () => {
  await expect(read("x".repeat(2 * maxRowCharacters), 65_536)).rejects.toThrow("Row 1 is longer than");
});
