import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/world/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

async function keysOf(names: readonly string[]): Promise<string[]> {
  const found = await database.admin.query<{ key: string }>(
    "select app.name_key(name) as key from unnest($1::text[]) with ordinality as t (name, n) order by n",
    [names],
  );
  return found.rows.map((row) => row.key);
}

describe("one company", () => {
  test.each([
    [
      "legal forms",
      "acme",
      ["Acme", "ACME Inc.", "Acme, Inc", "The Acme Company", "Acme Co. Ltd.", "Acme GmbH & Co. KG"],
    ],
    ["forms with dots", "rossi", ["Rossi S.p.A.", "Rossi SpA", "rossi s.r.l."]],
    [
      "forms of the north and east",
      "nokka",
      ["Nokka Oyj", "Nokka AB", "Nokka A.S.", "Nokka Sp. z o.o.", "Nokka Kft."],
    ],
    [
      "accents",
      "societe generale",
      ["Société Générale SA", "SOCIETE GENERALE", "Socie\u0301te\u0301 Ge\u0301ne\u0301rale"],
    ],
    ["letters that fall apart", "grossstrom", ["Großstrøm AG", "GROẞSTRØM", "Grossstrom"]],
    ["wide letters", "toyota", ["ＴＯＹＯＴＡ", "Toyota K.K."]],
    ["punctuation", "smith and sons", ["Smith & Sons", "Smith-&-Sons Ltd", "SMITH and SONS"]],
    ["apostrophes", "oreilly media", ["O'Reilly Media", "O’Reilly Media, Inc."]],
    ["Greek", "αλφα", ["ΑΛΦΑ", "Άλφα"]],
    ["Cyrillic", "газпром", ["Газпром ООО", "ГАЗПРОМ"]],
    ["scripts without cases", "株式会社日立", ["株式会社日立", " 株式会社日立　"]],
  ])("whatever its %s", async (_what, key, names) => {
    expect(await keysOf(names)).toEqual(names.map(() => key));
  });
});

test("what is nothing but a legal form stays a name", async () => {
  expect(await keysOf(["Co", "SE", "The Group"])).toEqual(["co", "se", "group"]);
});

test("different companies stay different", async () => {
  const names = ["Isdom", "Isdom Labs", "Codehow", "Konex", "Conex", "AS Roma", "Roma"];
  const keys = await keysOf(names);
  expect(new Set(keys).size).toBe(names.length);
});
