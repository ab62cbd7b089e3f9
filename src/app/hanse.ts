import type { Pool, PoolConfig } from "pg";
import { createResolver } from "#ecosystem/people/index.ts";
import { createAuth } from "#platform/auth/auth.ts";
import { derive, readSecret } from "#platform/auth/secret.ts";
import type { Config } from "#platform/config.ts";
import { createDoor, type Door } from "#platform/database/door.ts";
import { migrate } from "#platform/database/migrate.ts";
import { createPool } from "#platform/database/pool.ts";
import { createFileStore, type FileStore } from "#platform/files/files.ts";
import { createFileLinks } from "#platform/files/links.ts";
import { createJobs, type Jobs } from "#platform/jobs/jobs.ts";
import { createMailer } from "#platform/mail/mail.ts";
import type { Clock } from "#platform/time/clock.ts";
import { features, isOn, policies, prepare, type Services } from "./features.ts";

/** The assembled product on one database: everything but a listening port. */
export interface Hanse extends Services {
  config: Config;
  controlPool: Pool;
  ownerPool: Pool;
  jobs: Jobs;
  close(): Promise<void>;
}

export interface AssembleOptions {
  config: Config;
  connection: PoolConfig;
  clock: Clock;
  log: (line: string, error?: unknown) => void;
  /** Largest number of connections that requests may take. */
  requestConnections?: number;
}

const tellAgainMs = 5_000;

/** Migrates the database and puts all parts together. Nothing listens and no job runs yet. */
export async function assemble(options: AssembleOptions): Promise<Hanse> {
  const { config, connection, clock, log } = options;
  await migrate(connection);
  let closing = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  const onError = (error: Error) => {
    // A connection that was let go of may still hear that the server stops; and all of them break at once.
    if (closing || performance.now() - toldAt < tellAgainMs) return;
    toldAt = performance.now();
    log("A database connection broke; the next request opens another one.", error);
  };
  const requestPool = createPool({ connection, max: options.requestConnections ?? 20, onError });
  const controlPool = createPool({ connection, max: 5, settings: { role: "hanse_control" }, onError });
  const ownerPool = createPool({ connection, max: 3, onError });
  // The queue compares instants as the driver's own dates.
  const queuePool = createPool({ connection, max: 6, driverTypes: true, onError });
  const authPool = createPool({
    connection,
    max: 4,
    settings: { search_path: "auth" },
    driverTypes: true,
    onError,
  });
  const secret = await readSecret(config.dataFolder);
  const auth = createAuth({
    pool: authPool,
    secret,
    secureCookies: config.publicUrl?.startsWith("https://") ?? false,
  });
  const door: Door = createDoor(requestPool, clock);
  const files: FileStore = createFileStore(config.dataFolder);
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  const resolver = createResolver({ controlPool, auth, clock, policies, isOn });
  const services: Services = {
    door,
    clock,
    files,
    fileLinks: createFileLinks(derive(secret, "file-links")),
    auth,
    mailer,
    secret,
    controlPool,
    ownerPool,
    resolver,
    publicUrl: () => config.publicUrl ?? `http://localhost:${config.port}`,
    enqueue: (...job) => jobs.add(...job),
  };
  await prepare(services);
  const { jobList, handlers } = features(services);
  const jobs: Jobs = await createJobs({ pool: queuePool, controlPool, door, jobs: jobList, handlers, log });
  return {
    ...services,
    config,
    jobs,
    close: async () => {
      closing = true;
      await jobs.stop();
      for (const pool of [requestPool, controlPool, ownerPool, queuePool, authPool]) await pool.end();
    },
  };
}
