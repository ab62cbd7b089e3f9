/*
 * Holds the sources against .dependency-cruiser.cjs. A cruise that reads nothing finds nothing wrong, so it has to show
 * that it has seen the product.
 */

import { execFile } from "node:child_process";
import { inClone } from "./clone.js";

const fewestModules = 200;

const cruiser = inClone("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const words = [cruiser, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
const options = { cwd: inClone("."), maxBuffer: 512 * 1024 * 1024 };

execFile(process.execPath, words, options, (error, output, complaints) => {
  if (error !== null && output === "") {
    console.error(complaints);
    process.exitCode = 1;
    return;
  }
  const { summary } = JSON.parse(output);
  for (const { rule, from, to, cycle } of summary.violations) {
    const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(" → ");
    console.error(`${rule.name}: ${from} → ${way}`);
  }
  const enough = summary.totalCruised >= fewestModules;
  if (!enough)
    console.error(`Only ${summary.totalCruised} modules were read: the cruise does not see the product.`);
  process.exitCode = summary.violations.length === 0 && enough ? 0 : 1;
});
