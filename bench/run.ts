/*
 * `npm run bench` runs all measurements, `npm run bench -- NAME …` those that are named. Each prints one JSON line and
 * adds it to bench/results.jsonl. A bench is no test: it fails nothing. SIZE=nightly measures the full
 * sizes, SIZE=300000 so many rows.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { appendFile } from "node:fs/promises";
import { type Bench, commit, type Result } from "./result.ts";

const benches: Record<string, () => Promise<Bench>> = {
  "commission-run": async () => (await import("./commission-run.ts")).commissionRun,
  "tier-run": async () => (await import("./tier-run.ts")).tierRun,
  import: async () => (await import("./import.ts")).importRows,
  register: async () => (await import("./register.ts")).register,
  race: async () => (await import("./register.ts")).race,
  list: async () => (await import("./list.ts")).listPage,
  start: async () => (await import("./start.ts")).start,
  web: async () => (await import("./web.ts")).web,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench called ${unknown}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
const results = new URL("./results.jsonl", import.meta.url);
const [only, ...others] = wanted.length > 0 ? wanted : Object.keys(benches);
if (only !== undefined && others.length === 0) await measure(only);
else for (const name of [only, ...others]) await once(fork(import.meta.filename, [String(name)]), "exit");
process.exit(0);

/** One alone in its process: what another has left behind would be measured too. */
async function measure(name: string): Promise<void> {
  const bench = await benches[name]?.();
  for (const result of (await bench?.((line) => console.error(`  ${name}: ${line}`))) ?? [])
    await tell(result);
}

async function tell(result: Result): Promise<void> {
  const line = JSON.stringify({ ...result, commit: commit() });
  console.log(line);
  await appendFile(results, `${line}\n`);
}
