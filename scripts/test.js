/*
 * `npm test`: the checks, the tests on a database of their own, then the journeys in a browser.
 */

import { existsSync } from "node:fs";
import { inClone } from "./clone.js";
import { inOrder } from "./steps.js";

const browses = existsSync(inClone("playwright.config.ts"));

process.exitCode = await inOrder([
  { name: "Checks", command: ["node", "scripts/check.js"] },
  { name: "Tests", command: ["vitest", "run"] },
  ...(browses ? [{ name: "Journeys", command: ["playwright", "test"] }] : []),
]);
