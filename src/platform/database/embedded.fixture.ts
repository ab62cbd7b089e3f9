/*
 * A program that opens the embedded database of a folder, says on one line how that went, and holds it until SIGTERM:
 * what the tests interrupt and kill.
 */

import { Problem } from "#platform/problem.ts";
import { openEmbedded } from "./embedded.ts";

const [dataFolder = "", mode] = process.argv.slice(2);

try {
  const database = await openEmbedded({
    dataFolder,
    mode: mode === "own" ? "own" : "attach-or-own",
    durable: false,
    log: (line) => console.error(line),
  });
  process.once("SIGTERM", () => void database.close().then(() => process.exit(0)));
  setInterval(() => {}, 60_000);
  console.log(
    JSON.stringify({ connection: database.connection, admin: database.admin, owns: database.owns }),
  );
} catch (error) {
  console.log(
    JSON.stringify(
      error instanceof Problem ? { problem: error.type, detail: error.message } : { error: String(error) },
    ),
  );
  process.exitCode = 1;
}
