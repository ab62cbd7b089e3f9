/*
 * `npm run check`: everything that can be told about the sources without running the product.
 */

import { inOrder } from "./steps.js";

process.exitCode = await inOrder([
  { name: "Types", command: ["tsc", "--noEmit", "-p", "."] },
  { name: "Style", command: ["biome", "check", "."] },
  { name: "Boundaries", command: ["node", "scripts/boundaries.js"] },
  { name: "Dead code", command: ["knip"] },
  { name: "Types of the tables", command: ["node", "scripts/types.ts", "--verify"] },
]);
