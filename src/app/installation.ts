import type pg from "pg";
import type { Config } from "#platform/config.ts";
import { openEmbedded } from "#platform/database/embedded.ts";
import { checkServer } from "#platform/database/postgres-release.ts";
import type { Say } from "#platform/log.ts";
import { Problem } from "#platform/problem.ts";
import type { Clock } from "#platform/time/clock.ts";
import { assemble, type Hanse } from "./hanse.ts";

/** Another owner of the data folder that is just leaving, as at a restart, gets this long. */
const leaveWithinMs = 2_000;

/** The database that the configuration names, open; nothing is migrated yet. */
export interface InstalledDatabase {
  /** As the product connects: the owner of the tables, under row-level security like everybody. */
  connection: pg.PoolConfig;
  /** A superuser's way into the same database; null on a server of the operator's own. */
  admin: pg.PoolConfig | null;
  /** True when this process runs the embedded server; it stops with `close`. */
  owns: boolean;
  close(): Promise<void>;
}

export interface OpenOptions {
  config: Config;
  /** `own`: be the one process that runs the embedded server. `attach-or-own`: use the one that runs, if any does. */
  mode: "own" | "attach-or-own";
  say: Say;
}

/** The assembled product of this installation, on its database. */
export interface Installation {
  hanse: Hanse;
  database: InstalledDatabase;
  /** Ends jobs and connections first, then the server, if it is ours. */
  close(): Promise<void>;
}

/** Opens the database: the embedded one, or the server that DATABASE_URL names. @throws Problem with a plain sentence */
export async function openDatabase({ config, mode, say }: OpenOptions): Promise<InstalledDatabase> {
  if (config.databaseUrl !== null) {
    const connection = named(config.databaseUrl);
    for (const warning of await checkServer(connection)) say(warning);
    return { connection, admin: null, owns: false, close: async () => {} };
  }
  const database = await openEmbedded({
    dataFolder: config.dataFolder,
    mode,
    log: say,
    waitMs: leaveWithinMs,
  });
  return { ...database, admin: { ...database.admin, database: database.connection.database } };
}

/** Opens the database, brings it to this release's shape and puts the product together. No job runs yet. */
export async function openInstallation(options: OpenOptions & { clock: Clock }): Promise<Installation> {
  const { config, clock, say } = options;
  const database = await openDatabase(options);
  try {
    const hanse = await assemble({ config, connection: database.connection, clock, log: say });
    return {
      hanse,
      database,
      close: async () => {
        await hanse.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/* Session settings are how we take a role; the address would overwrite them. */
function named(url: string): pg.PoolConfig {
  if (new URL(url).searchParams.has("options")) {
    throw new Problem({
      status: 503,
      type: "database-unusable",
      detail: "DATABASE_URL may not carry options: they would replace those that Hanse sets.",
    });
  }
  return { connectionString: url };
}
