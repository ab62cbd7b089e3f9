/*
 * `npm run demo`: the product with the sample programme in it, on the data folder of this clone. It is loaded once; a
 * second start keeps what people did. `npm run demo -- --reset` starts over.
 */

import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, readConfig } from "#platform/config.ts";
import { openEmbedded } from "#platform/database/embedded.ts";
import { Problem } from "#platform/problem.ts";
import { type Demo, loadSample } from "./demo/load.ts";
import type { Installation } from "./installation.ts";
import { runServer } from "./run-server.ts";

const told = (config: Config) => join(config.dataFolder, "demo.json");
/** There while the sample is being loaded: what a kill leaves half done is recognised by it. */
const loading = (config: Config) => join(config.dataFolder, "demo.loading");

/** A password of three of these is easy to type. */
const words = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "gable",
  "harbor",
  "inlet",
  "juniper",
  "kelp",
  "linden",
  "marsh",
  "nectar",
  "otter",
  "pine",
];

try {
  const config = readConfig(process.env);
  if (process.argv.includes("--reset") || existsSync(loading(config))) await startOver(config);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await runServer({ before: load, announce: introduce });

/** Empties the data folder, unless somebody lives in it. */
async function startOver(config: Config): Promise<void> {
  if (config.databaseUrl !== null) {
    throw new Problem({
      status: 409,
      type: "not-ours-to-empty",
      detail:
        "The demo starts over on its own database alone. Empty the one that DATABASE_URL names yourself, or unset it.",
    });
  }
  if (!existsSync(join(config.dataFolder, "postgres"))) return;
  const isDemo = existsSync(told(config)) || existsSync(loading(config));
  if (!isDemo) throw notADemo(config);
  const database = await openEmbedded({ dataFolder: config.dataFolder, mode: "own", log: () => {} });
  await database.close();
  console.log("Starting over: the demo's data are removed.");
  await rm(config.dataFolder, { recursive: true, force: true });
}

async function load({ hanse }: Installation, config: Config): Promise<void> {
  if (existsSync(told(config))) return;
  const vendors = await hanse.controlPool.query("select 1 from vendor limit 1");
  if (vendors.rowCount !== 0) throw notADemo(config);
  await writeFile(loading(config), "");
  console.log("Loading the sample programme; this takes a moment, once.");
  const demo = await loadSample(hanse, password(), (line) => console.log(`  ${line}`));
  await writeFile(`${told(config)}.new`, `${JSON.stringify({ url: "", ...demo }, null, 2)}\n`, {
    mode: 0o600,
  });
  await rename(`${told(config)}.new`, told(config));
  await rm(loading(config));
}

/** Where it is and whom one can be; written to `demo.json` too, with the address of this start. */
async function introduce({ hanse: { config } }: Installation, address: string): Promise<string[]> {
  // A demo that an earlier release has loaded names no free customers.
  const {
    shiftMonths,
    personas,
    freeCustomers = [],
  }: Demo = JSON.parse(await readFile(told(config), "utf8"));
  const demo = { url: address, shiftMonths, personas, freeCustomers };
  await writeFile(told(config), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  const width = Math.max(...personas.map(({ role }) => role.length));
  const mails = Math.max(...personas.map(({ email }) => email.length));
  return [
    "",
    `The demo is ready: ${address}`,
    "",
    "Sign in as",
    ...personas.map(
      ({ role, email, password: word }) => `  ${role.padEnd(width)}  ${email.padEnd(mails)}  ${word}`,
    ),
    "",
    ...(freeCustomers.length === 0
      ? []
      : [
          "Nobody has registered these customers yet: try it, as the sub-agent.",
          ...freeCustomers.map(({ name, country, website }) => `  ${name}, ${country}, ${website}`),
          "",
        ]),
    "The same, with an API key each, is in data/demo.json. Ctrl-C stops it; npm run demo -- --reset starts over.",
    "",
  ];
}

/** New for each loading, so that no two demos share one. */
function password(): string {
  return [0, 1, 2].map(() => words[randomInt(words.length)]).join("-") + randomInt(10, 100);
}

function notADemo(config: Config): Problem {
  return new Problem({
    status: 409,
    type: "not-a-demo",
    detail: `${config.dataFolder} holds an installation that is not the demo. Give the demo a folder of its own with DATA_FOLDER=…`,
  });
}
