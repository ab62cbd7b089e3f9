/*
 * `npm start`: serves the installation whose data lie in DATA_FOLDER, or in the database that DATABASE_URL names.
 */

import { announceSetup } from "#ecosystem/vendors/index.ts";
import type { Installation } from "./installation.ts";
import { runServer } from "./run-server.ts";
import { version } from "./version.ts";

await runServer({ announce: welcome });

/** Where it is; and, while nobody can sign in yet, how the first administrator gets in. */
async function welcome({ hanse }: Installation, address: string): Promise<string[]> {
  const lines = ["", `Hanse ${version} is ready: ${address}`];
  const token = await announceSetup(hanse.ownerPool);
  if (token !== null) {
    lines.push(
      "",
      "Nobody can sign in yet. To make the vendor and its first administrator, open",
      `  ${address}/setup#token=${token}`,
      "The one-time token in it is good until the next start. Behind the # it stays in the browser; where the link",
      "does not fit, open the page without it and give this one-time token:",
      `  ${token}`,
    );
  }
  return [...lines, "", "Ctrl-C stops it.", ""];
}
