import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { afterAll, expect, test } from "vitest";
import { report } from "./report.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A builder that compiles statements and asks nobody. */
const db = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (inner) => new PostgresIntrospector(inner),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

function reading(text: string) {
  const file = join(folder, "some.sql");
  writeFileSync(file, text);
  return report(pathToFileURL(file));
}

test("names become parameters in order, casts and comments do not", () => {
  const read = reading(
    "-- of one :nobody\nselect a::text from t where v = :vendor::uuid and d < :today::date and w = :vendor\n",
  );
  const { sql, parameters } = read({ vendor: "v", today: "2026-06-15" }).compile(db);
  expect(sql).toBe("select a::text from t where v = $1::uuid and d < $2::date and w = $3");
  expect(parameters).toEqual(["v", "2026-06-15", "v"]);
});

test("a value that is null is passed, one that is left out is refused", () => {
  const read = reading("select :seller::uuid");
  expect(read({ seller: null }).compile(db).parameters).toEqual([null]);
  expect(() => read({})).toThrow(/needs a value for :seller/);
});

test("a file that is not there is noticed at once", () => {
  expect(() => report(pathToFileURL(join(folder, "missing.sql")))).toThrow(/missing\.sql/);
});
