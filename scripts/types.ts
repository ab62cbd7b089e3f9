/*
 * `npm run types`: writes the tables' types from a database that was migrated just now; with `--verify` it only says
 * whether they are current.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "../src/platform/database/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "hanse-types-"));
const database = await openEmbedded({ dataFolder: folder, mode: "own", durable: false, log: () => {} });
try {
  await migrate(database.connection);
  const { host, port, user, password, database: name } = database.connection;
  const url = new URL(`postgres://localhost:${port}/${name}`);
  url.username = user;
  url.password = password ?? "";
  url.searchParams.set("host", host);
  const generator = join(root, "node_modules", "kysely-codegen", "dist", "cli", "bin.js");
  const words = ["--url", url.href, ...process.argv.slice(2)];
  const child = spawn(process.execPath, [generator, ...words], { cwd: root, stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = Number(code ?? 1);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
