#!/usr/bin/env node
/*
 * `npx hanse …`: the command line for operators. Runs on any Node from 20 on; the work itself is done by the Node that
 * comes with the packages.
 */

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { pathToFileURL } from "node:url";
import { inClone, NotReady, ownNode } from "../scripts/clone.js";
import { prepare } from "../scripts/prepare.js";

try {
  await prepare({ pages: false });
  const quickly = ["--import", pathToFileURL(inClone("scripts", "quick-start.js")).href];
  const child = spawn(ownNode, [...quickly, inClone("src", "app", "cli.ts"), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // Ctrl-C in a terminal reaches the child by itself.
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.once("error", (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
} catch (error) {
  console.error(error instanceof NotReady ? error.message : error);
  process.exitCode = 1;
}
