import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { untranslated } from "./messages.ts";

/* What a reviewer would have to look for in every change, and would sooner or later overlook. */

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((name) => name !== "" && !/\.(png|svg|woff2|csv|lock)$|package-lock\.json$|\.gen\.ts$/.test(name));

interface Line {
  file: string;
  number: number;
  text: string;
}

function linesOf(files: readonly string[]): Line[] {
  return files.flatMap((file) => {
    let whole = "";
    try {
      whole = readFileSync(file, "utf8");
    } catch {
      // Somebody has just removed it.
    }
    return whole.split("\n").map((text, index) => ({ file, number: index + 1, text }));
  });
}

const code = linesOf(
  tracked.filter((name) => /^(src|test|bench|sample|scripts|bin)\/.*\.(ts|tsx|js)$/.test(name)),
);
const product = code.filter(
  ({ file }) => file.startsWith("src/") && !/\.(test|fixture|testing)\.tsx?$/.test(file),
);

function found(lines: readonly Line[], pattern: RegExp): string[] {
  return lines
    .filter(({ text }) => pattern.test(text) && !/^\s*(\*|\/\/|\/\*)/.test(text))
    .map(({ file, number, text }) => `${file}:${number} ${text.trim()}`);
}

test("the sources are there to be looked at", () => {
  expect(product.length).toBeGreaterThan(10_000);
});

test("the server takes clock, chance and the outside from who calls it", () => {
  // The operator's question whether our own server answers goes over the network like anybody's.
  const server = product.filter(
    ({ file }) =>
      !/^src\/(platform|ui|app\/web)\//.test(file) &&
      !/\/web\//.test(file) &&
      file !== "src/app/cli/status.ts",
  );
  expect(
    found(server, /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|(?<![.\w])fetch\(/),
  ).toEqual([]);
});

test("chance is not asked for anywhere but where ids and secrets are made", () => {
  expect(found(product, /\bMath\.random\b/)).toEqual([]);
  const makers =
    /^src\/(platform\/(ids|auth|files|database)|ecosystem\/(people|vendors)|ui\/api\/intent|app\/demo)/;
  const asked = product.filter(({ file }) => !makers.test(file));
  expect(found(asked, /\brandom(Bytes|UUID|UUIDv7|Int)\b|\bgetRandomValues\b/)).toEqual([]);
});

test("money meets no float", () => {
  const money = product.filter(({ file }) => /^src\/(ledger|incentivize|platform\/money)\//.test(file));
  const server = money.filter(({ file }) => !/\/web\//.test(file));
  expect(found(server, /\bparseFloat\b|\.toFixed\(|\bNumber\([^)]*(?:[mM]inor|amount)/)).toEqual([]);
});

test("nothing is left to be done later, nothing runs alone", () => {
  expect(found(code, /\b(TO[D]O|FIX[M]E|HA[C]K)\b/)).toEqual([]);
  expect(found(code, /\b(test|describe|it)\.only\b/)).toEqual([]);
});

test("tests do not replace our own code", () => {
  expect(found(code, /\bvi\.(mock|spyOn|stubGlobal)\((?!"node:|console,)/)).toEqual([]);
});

test("no file knows a machine, a registry or an account", () => {
  const all = linesOf(tracked.filter((name) => !name.startsWith("sample/crm/")));
  const machine =
    /(?:^|["'`\s(=:])\/(?:work|farm|root|home\/[a-z]+|Users\/\w+)\/|registry\.npmjs|_authToken|https?:\/\/\d+\.\d+\.\d+\.\d+(?!\/?["'`:.)\s\d])/;
  const known = /127\.0\.0\.1|169\.254|0\.0\.0\.0/;
  expect(
    found(all, machine).filter((line) => !known.test(line) && !line.startsWith("test/sources.test.ts")),
  ).toEqual([]);
});

test.each(["de", "ar"])("the catalogue %s says every text of the pages", (locale) => {
  expect(untranslated(locale).missing).toEqual([]);
});

test("pages speak as a channel manager would", () => {
  const { texts } = untranslated("en");
  expect(
    texts.filter((text) => /success(fully)?\b|!$|\bplease\b|\b(uuid|null|undefined|boolean)\b/i.test(text)),
  ).toEqual([]);
});
