import { type Config, readConfig } from "#platform/config.ts";
import { createLog, type Say, sayTo } from "#platform/log.ts";
import { Problem } from "#platform/problem.ts";
import { systemClock } from "#platform/time/clock.ts";
import { type Caller, createCallers } from "../caller.ts";
import {
  type Installation,
  type InstalledDatabase,
  openDatabase,
  openInstallation,
} from "../installation.ts";

/** Whoever uses the command line sees what is wrong; what goes well is told by the command itself. */
export function cliSay(): Say {
  return sayTo(createLog({ level: "warn", to: process.stderr, plain: true }));
}

export function cliConfig(): Config {
  return { ...readConfig(process.env), logLevel: "warn" };
}

/** Does something on this installation, beside a running server or, where none runs, alone. */
export async function onInstallation<T>(act: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation({
    config: cliConfig(),
    clock: systemClock,
    mode: "attach-or-own",
    say: cliSay(),
  });
  try {
    return await act(installation);
  } finally {
    await installation.close();
  }
}

/** The same, in the name of a person and with that person's rights. @throws Problem `nobody` */
export async function inTheNameOf<T>(
  email: string,
  act: (caller: Caller, installation: Installation) => Promise<T>,
): Promise<T> {
  return onInstallation(async (installation) => {
    const principal = await installation.hanse.resolver.byEmail(email);
    if (principal === null) {
      throw new Problem({
        status: 404,
        type: "nobody",
        detail: `Nobody with the address ${email} may sign in to this installation.`,
      });
    }
    return act(createCallers(installation.hanse)(principal), installation);
  });
}

/** Does something on the database itself, which stays as it is: nothing is migrated. */
export async function onDatabase<T>(
  act: (database: InstalledDatabase, config: Config) => Promise<T>,
): Promise<T> {
  const config = cliConfig();
  const database = await openDatabase({ config, mode: "attach-or-own", say: cliSay() });
  try {
    return await act(database, config);
  } finally {
    await database.close();
  }
}
