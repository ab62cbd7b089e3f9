/*
 * A worker process that takes toys in and stops in the middle of a run, so that it can be killed there. It says
 * "holding" on its standard output when it has come so far.
 */

import { assemble } from "#app/hanse.ts";
import { readConfig } from "#platform/config.ts";
import { createPool } from "#platform/database/pool.ts";
import { createJobs } from "#platform/jobs/jobs.ts";
import { inModules } from "#platform/modules.ts";
import { systemClock } from "#platform/time/clock.ts";
import { createResolver } from "../../people/index.ts";
import { importJobs } from "./jobs.ts";
import { policy } from "./policy.ts";
import { beforeRange, toys } from "./toys.fixture.ts";

const [connection = "{}", dataFolder = ""] = process.argv.slice(2);
const log = (line: string) => console.error(line);
const hanse = await assemble({
  config: readConfig({ DATA_FOLDER: dataFolder }),
  connection: JSON.parse(connection),
  clock: systemClock,
  log,
});
const resolver = createResolver({ ...hanse, policies: [policy] });
const jobs = await createJobs({
  ...hanse,
  pool: createPool({ connection: JSON.parse(connection), max: 6, driverTypes: true, onError: () => {} }),
  jobs: inModules([], importJobs({ ...hanse, resolver, importKinds: [toys] })),
  handlers: [],
  log,
});
beforeRange.wait = async (fromRow) => {
  if (fromRow === 1) return;
  console.log("holding");
  await new Promise(() => {});
};
await jobs.start();
