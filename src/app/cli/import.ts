import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import * as imports from "#ecosystem/imports/contract.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import type { Caller } from "../caller.ts";
import type { Installation } from "../installation.ts";
import { as, type Command, flag, type Given, several, text, UsageError } from "./command.ts";
import { followImport } from "./import-progress.ts";
import { reportFindings, reportResult, writeProblems } from "./import-report.ts";
import { inTheNameOf } from "./installed.ts";

type Mapping = BodyOf<typeof imports.mapImport>;

export const importFile: Command = {
  name: "import",
  usage: "KIND FILE --as EMAIL [--map COLUMN=FIELD …] [--value FIELD:CELL=MEANING …] [--opening REASON] …",
  summary: "Bring in accounts, partners, products or opportunities from a CSV file.",
  details: [
    `KIND                is one of ${imports.importKinds.join(", ")}`,
    "--map COLUMN=FIELD  what a column holds where the guess is wrong; COLUMN= leaves it out",
    "--value FIELD:CELL=MEANING",
    '                    what a cell means that is not known, such as --value product:GTXPro="GTX Pro"',
    "--option KEY=VALUE  a setting of the kind, such as effective-from=2016-10-01 for partners",
    "--mapping FILE      all of that as JSON, as the API takes it: { columns, values, options, … }",
    "--decimal-mark      . or , where numbers can be read in two ways",
    "--day-order         day-first or month-first, likewise",
    "--opening REASON    the open deals of this file earn when they are won, for this reason",
    "--check             only find the problems; nothing is taken over",
    "--skip-problem-rows take over the rows that are good; without it all of them have to be",
    "--problems FILE     where the rows with a problem are written (FILE's name and .problems.csv, here, unless told)",
  ],
  options: {
    ...as,
    map: several,
    value: several,
    option: several,
    mapping: text,
    "decimal-mark": text,
    "day-order": text,
    opening: text,
    check: flag,
    "skip-problem-rows": flag,
    problems: text,
  },
  words: 2,
  async run(given) {
    const [kind = "", path = ""] = given.words;
    const known = imports.KindJson.safeParse(kind);
    if (!known.success) {
      throw new UsageError(`"${kind}" cannot be imported; ${imports.importKinds.join(", ")} can.`);
    }
    if (!(await stat(path).catch(() => null))?.isFile()) throw new UsageError(`There is no file ${path}.`);
    const asked = await mappingOf(given);
    return inTheNameOf(given.needed("as"), (caller, installation) =>
      bring(caller, installation, { kind: known.data, path, asked, given }),
    );
  },
};

interface Wanted {
  kind: imports.Import["kind"];
  path: string;
  asked: Partial<Mapping>;
  given: Given;
}

async function bring(caller: Caller, installation: Installation, wanted: Wanted): Promise<number> {
  const { kind, path, asked, given } = wanted;
  // Beside a running server its worker does the work; otherwise we do.
  const { database, hanse } = installation;
  if (database.owns || hanse.config.databaseUrl !== null) await hanse.jobs.start();
  const uploaded = await caller.call(imports.upload, {
    body: { kind },
    file: { name: basename(path), content: createReadStream(path) },
  });
  const params = { importId: uploaded.id };
  const guessed = Object.fromEntries(uploaded.columns.map(({ name, guess }) => [name, guess.field]));
  await caller.call(imports.mapImport, {
    params,
    ifMatch: uploaded.version,
    body: { ...asked, columns: { ...guessed, ...asked.columns } },
  });
  await caller.call(imports.checkImport, { params });
  const checked = await followImport(caller, uploaded.id);
  if (checked.state !== "checked") return failed(checked);
  const withErrors = checked.findings?.rows.withErrors ?? 0;
  reportFindings(checked);
  if (withErrors > 0) {
    const file = given.text("problems") ?? `${basename(path)}.problems.csv`;
    console.log(`${await writeProblems(caller, uploaded.id, file)} problems are listed in ${file}.`);
  }
  if (given.flag("check")) return withErrors > 0 ? 1 : 0;
  if (withErrors > 0 && !given.flag("skip-problem-rows")) {
    console.error("Nothing was taken over. Correct the rows, or leave them out with --skip-problem-rows.");
    return 1;
  }
  await caller.call(imports.runImport, {
    params,
    body: { skipProblemRows: given.flag("skip-problem-rows") },
  });
  const done = await followImport(caller, uploaded.id);
  if (done.state !== "done") return failed(done);
  reportResult(done);
  return 0;
}

function failed(now: imports.Import): number {
  console.error(now.failure ?? `Import ${now.number} was stopped. Nothing of it is kept.`);
  return 1;
}

async function mappingOf(given: Given): Promise<Partial<Mapping>> {
  const file = given.text("mapping");
  const written: Partial<Mapping> = file === null ? {} : JSON.parse(await readFile(file, "utf8"));
  const opening = given.text("opening");
  const decimalMark = given.text("decimal-mark");
  const dayOrder = given.text("day-order");
  return {
    ...written,
    columns: { ...written.columns, ...columnsOf(given.all("map")) },
    values: valuesOf(written.values ?? {}, given.all("value")),
    options: {
      ...written.options,
      ...Object.fromEntries(given.all("option").map((one) => halves(one, "option"))),
    },
    ...(opening === null ? {} : { opening: { reason: opening } }),
    ...(decimalMark === null ? {} : { decimalMark: imports.DecimalMarkJson.parse(decimalMark) }),
    ...(dayOrder === null ? {} : { dayOrder: imports.DayOrderJson.parse(dayOrder) }),
  };
}

function columnsOf(maps: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    maps.map((one) => {
      const [column, field] = halves(one, "map");
      return [column, field === "" ? null : field];
    }),
  );
}

function valuesOf(
  written: Record<string, Record<string, string>>,
  values: readonly string[],
): Record<string, Record<string, string>> {
  const all = structuredClone(written);
  for (const one of values) {
    const [cell, meaning] = halves(one, "value");
    const colon = cell.indexOf(":");
    if (colon < 1) throw new UsageError(`--value is written FIELD:CELL=MEANING, not ${one}.`);
    const field = cell.slice(0, colon);
    all[field] = { ...all[field], [cell.slice(colon + 1)]: meaning };
  }
  return all;
}

/** What stands before the last equals sign and behind it: columns and cells may hold one, fields do not. */
function halves(pair: string, option: string): [string, string] {
  const at = pair.lastIndexOf("=");
  if (at < 1) throw new UsageError(`--${option} needs an equals sign: ${pair}`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
