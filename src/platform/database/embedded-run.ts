import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { DataFolder } from "./embedded-folder.ts";
import type { ServerUser } from "./embedded-user.ts";

/**
 * Starts one of PostgreSQL's programs as `user`, its complaints going to the folder's log. It gets a session of its own,
 * so that Ctrl-C in the terminal reaches us alone and we end it in order.
 */
export function run(folder: DataFolder, user: ServerUser, program: string, args: string[]): ChildProcess {
  const [command = program, ...words] = [...user.prefix, program, ...args];
  const log = openSync(folder.log, "a", 0o600);
  try {
    return spawn(command, words, {
      ...user.become,
      cwd: "/",
      env: environment(),
      stdio: ["ignore", "ignore", log],
      detached: true,
      windowsHide: true,
    });
  } finally {
    closeSync(log);
  }
}

/** The end of `child`: how it failed, or undefined when it did what it was asked. */
export function ended(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code === 0 ? undefined : `it ended with ${signal ?? code}`));
  });
}

/* PG* variables, locale and time zone of whoever happens to start it must not decide how the server runs. */
function environment(): NodeJS.ProcessEnv {
  if (process.platform !== "win32") return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^PG/i.test(name)));
}
