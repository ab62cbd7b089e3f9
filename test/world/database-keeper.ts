/*
 * Holds the database server of one test run in a process of its own. It ends with the run however that ends, since its
 * standard input then does: after the last test, on Ctrl-C, and when the run was killed.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "#platform/database/embedded.ts";

const folder = await mkdtemp(join(tmpdir(), "hanse-test-"));
const database = await openEmbedded({ dataFolder: folder, mode: "own", durable: false, log: () => {} });

async function end(): Promise<void> {
  await database.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}

process.stdin.resume().once("end", () => void end());
process.on("SIGTERM", () => void end());
console.log(JSON.stringify({ owner: database.connection, admin: database.admin, folder }));
