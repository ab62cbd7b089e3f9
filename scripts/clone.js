import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Why a clone cannot be made ready, as a sentence for the person who asked. */
export class NotReady extends Error {}

/** The folder of this clone. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A file or folder of this clone. */
export function inClone(...parts) {
  return join(root, ...parts);
}

/** The Node that the product itself runs on, which comes with its packages. */
export const ownNode = inClone(
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** The text of a file, or an empty one where there is none. */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** One digest over all the texts, in order. */
export function digestOf(...texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex");
}
