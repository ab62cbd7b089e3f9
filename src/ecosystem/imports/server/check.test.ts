import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createToyShop, formOf, type ToyShop } from "./toy-shop.fixture.ts";
import { colours } from "./toys.fixture.ts";

let shop: ToyShop;
beforeAll(async () => {
  shop = await createToyShop();
  await shop.worker();
});
afterAll(() => shop.close());
beforeEach(() => shop.world.admin.query("delete from toy; delete from import_memory"));

const header = "Id,Name,Colour,Price,Sold,Weight,Pieces";
const file = (...lines: string[]) => [header, ...lines, ""].join("\r\n");
const messages = (one: { findings: { problems: { row: number; message: string }[] } | null }) =>
  one.findings?.problems.map(({ row, message }) => `${row}: ${message}`);

describe("the check", () => {
  test("lists every problem with its row, column, value and reason; as pages and as a file", async () => {
    const admin = shop.as("admin");
    const one = await admin.check(
      file(
        "P1,,rde,-5,30.02.2026,x,1.5",
        "P1,Dull,,5,,,",
        "",
        "P2,Boat,,5,,,,,",
        "P3,Boat",
        "P4,Forbidden,,99999999999999,,,",
        `${"P".repeat(51)},Boat,,,,,`,
        "P5,Boat,,,,,,surplus",
      ),
    );
    expect(one.findings?.rows).toEqual({
      total: 7,
      good: 1,
      withErrors: 6,
      withWarnings: 1,
      empty: 1,
      unlisted: 0,
    });
    const list = await admin.get(`/imports/${one.id}/problems?limit=200`);
    const told = list.body.items.map(
      (problem: { row: number; column: string | null; code: string }) =>
        `${problem.row} ${problem.column} ${problem.code}`,
    );
    expect(told).toEqual([
      "2 Colour unknown-value",
      "2 Name missing",
      "2 Pieces not-whole",
      "2 Price below-zero",
      "2 Sold no-such-day",
      "2 Weight not-a-number",
      "3 Id duplicate",
      "3 Name dull",
      "6 null cell-count",
      "7 Name dull",
      "7 Price too-large",
      "8 Id too-long",
      "9 null cell-count",
    ]);
    expect(list.body.items.find((problem: { code: string }) => problem.code === "duplicate")).toMatchObject({
      value: "P1",
      message: "Row 2 has the same Id.",
      severity: "error",
    });
    const pages = await admin.get(`/imports/${one.id}/problems?limit=5&severity=warning`);
    expect(pages.body).toMatchObject({ items: [{ row: 3, code: "dull" }], nextCursor: null });
    const csv = await admin.get(`/imports/${one.id}/problems.csv`);
    expect(csv.text.trimEnd().split("\r\n")).toHaveLength(14);
    expect(csv.text).toContain("2,Price,-5,“-5” is below zero.,error,price,below-zero");
    expect(one.findings?.byCode[0]).toMatchObject({ code: "cell-count", count: 2 });
  });

  test("asks for nothing where cells decide how numbers and days are written, wherever they stand", async () => {
    const admin = shop.as("admin");
    const early = Array.from({ length: 9_000 }, (_, at) => `E${at},Boat,,,01/02/2026,"1,234",`);
    const one = await admin.check(file(...early, 'L1,Boat,,,13/02/2026,"2,5",'));
    expect(one.findings).toMatchObject({ rows: { total: 9_001, good: 9_001 }, questions: [] });
    await admin.run(one);
    const [first] = await shop.toys();
    expect(first?.weight).toBe("1.234");
    const day = await shop.world.admin.query(
      "select distinct to_char(sold_on, 'YYYY-MM-DD') as day from toy order by 1",
    );
    expect(day.rows.map((row) => row.day)).toEqual(["2026-02-01", "2026-02-13"]);
  });

  test("asks where nothing decides, and goes by the answer", async () => {
    const admin = shop.as("admin");
    const content = file('Q1,Boat,,,01/02/2026,"1,234",');
    const one = await admin.check(content);
    expect(one.findings?.rows.withErrors).toBe(1);
    expect(one.findings?.questions).toEqual([
      { about: "day-order", field: "sold", column: "Sold", example: "01/02/2026", contradicted: false },
      { about: "decimal-mark", field: "weight", column: "Weight", example: "1,234", contradicted: false },
    ]);
    const answered = await admin.check(content, { dayOrder: "month-first", decimalMark: "." });
    expect(answered.findings).toMatchObject({ rows: { good: 1 }, questions: [] });
    await admin.run(answered);
    expect((await shop.toys())[0]).toMatchObject({ weight: "1234" });
  });

  test("says where columns contradict themselves", async () => {
    const one = await shop
      .as("admin")
      .check(file("C1,A,,,13/02/2026,,", "C2,A,,,02/14/2026,,", "C3,A,,,02/03/2026,,"));
    expect(messages(one)).toHaveLength(1);
    expect(one.findings?.questions).toMatchObject([
      { about: "day-order", example: "02/03/2026", contradicted: true },
    ]);
  });

  test("fails with the row where a quote never closes", async () => {
    const one = await shop
      .as("admin")
      .check(file(...Array.from({ length: 5_000 }, (_, at) => `O${at},Boat,,,,,`), 'X,"Boat,,,,,'));
    expect(one).toMatchObject({ state: "failed", acts: ["map", "check", "discard"] });
    expect(one.failure).toContain("A quote that opens in row 5002 never closes");
  });
});

describe("files that cannot be read", () => {
  test.each([
    ["nothing", "", "The file is empty."],
    ["blanks", "\r\n  \r\n", "The file is empty."],
    ["a header alone", "Id,Name\r\n", "no rows below them"],
    ["a workbook", "PK\x03\x04...", "Excel workbook"],
    ["zero bytes", "Id,Name\n1,A\0B\n", "bytes that no text has"],
    ["an open quote", 'Id,Name\n1,"A\n', "row 2 never closes"],
  ])("%s are refused at once, and nothing is kept", async (_name, content, reason) => {
    const admin = shop.as("admin");
    const before = await shop.world.admin.query("select count(*) from import");
    const refused = await admin.send("POST", "/imports", formOf(content, "toys.csv"));
    expect([refused.status, refused.body.type]).toEqual([422, "unreadable-file"]);
    expect(refused.body.detail).toContain(reason);
    expect((await shop.world.admin.query("select count(*) from import")).rows).toEqual(before.rows);
  });

  test("an upload without a file or of an unknown kind is refused", async () => {
    const form = new FormData();
    form.set("kind", "products");
    expect((await shop.as("admin").send("POST", "/imports", form)).body.errors[0].pointer).toBe("/file");
    const other = formOf("Id\n1\n", "x.csv");
    other.set("kind", "gremlins");
    expect((await shop.as("admin").send("POST", "/imports", other)).body.errors[0].pointer).toBe("/kind");
  });
});

describe("rows with problems", () => {
  test("hold the run up until it is confirmed that they are left out", async () => {
    const admin = shop.as("admin");
    const one = await admin.check(file("R1,Boat,,,,,", "R2,,,,,,"));
    const refused = await admin.post(`/imports/${one.id}/run`);
    expect(refused.body).toMatchObject({ status: 409, type: "problem-rows", rowsWithErrors: 1 });
    const done = await admin.run(one, { skipProblemRows: true });
    expect(done.result).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 1 });
    expect((await admin.get(`/imports/${one.id}/problems`)).body.items).toHaveLength(1);
  });

  test("are all there is: then there is nothing to run", async () => {
    const admin = shop.as("admin");
    const one = await admin.check(file("R2,,,,,,"));
    const refused = await admin.post(`/imports/${one.id}/run`, { skipProblemRows: true });
    expect(refused.body).toMatchObject({ status: 409, type: "nothing-to-import" });
  });

  test("that come up between the check and the run send it back to the check", async () => {
    const admin = shop.as("admin");
    await admin.run(await admin.check(file("N1,Boat,,,,,")));
    const one = await admin.check(file("N1,Ship,,,,,"));
    await shop.world.admin.query("update toy set changed = true");
    const back = await admin.run(one);
    expect(back).toMatchObject({ state: "mapped", result: null });
    expect(back.failure).toContain("one more row cannot be taken over");

    const blue = await admin.check(file("N2,Boat,dark blue,,,,"));
    colours.delete("dark blue");
    const gone = await admin.run(blue);
    colours.add("dark blue");
    expect(gone.failure).toContain("“dark blue” was known as Colour");
    expect((await shop.toys()).map((toy) => toy.name)).toEqual(["Boat"]);
  });
});
