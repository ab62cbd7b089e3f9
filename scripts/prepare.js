/*
 * Makes a clone ready to run: installs the packages when the lock file asks for others than are there, links
 * `npx hanse`, and builds the pages when their sources changed. Nothing to do takes a fraction of a second.
 *
 * Plain JavaScript without dependencies, since it runs before anything is installed, by whatever Node the machine has.
 */

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { alone } from "./alone.js";
import { NotReady } from "./clone.js";
import { installPackages, packagesAreThere } from "./packages.js";
import { buildPages, pagesAreBuilt } from "./pages.js";

const oldestNode = 20;

/**
 * @param {{ pages: boolean, say?: (line: string) => void }} options `pages`: also build what the browser loads.
 * @throws NotReady
 */
export async function prepare({ pages, say = (line) => console.error(line) }) {
  refuseOldNode();
  const ready = () => packagesAreThere() && (!pages || pagesAreBuilt());
  if (ready()) return;
  await alone(say, async () => {
    if (!packagesAreThere()) await installPackages(say);
    if (pages && !pagesAreBuilt()) await buildPages(say);
  });
}

function refuseOldNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= oldestNode) return;
  throw new NotReady(
    `This is Node ${process.versions.node}; Hanse needs Node ${oldestNode} or newer to install itself (https://nodejs.org).`,
  );
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  prepare({ pages: process.argv.includes("--pages") }).catch((error) => {
    console.error(error instanceof NotReady ? error.message : error);
    process.exitCode = 1;
  });
}
