import pg from "pg";
import { appliedMigrations } from "./migrate.ts";
import { releaseOf, verdictOn } from "./postgres-release.ts";

/** How a database is, for whoever operates it. */
export interface Condition {
  /** Such as 18.4. */
  release: string;
  /** What is wrong with the release; null when nothing is. */
  releaseWarning: string | null;
  bytes: bigint;
  migrations: readonly string[];
  vendors: number;
  people: number;
  queue: { waiting: number; failing: number; oldestWaitsSeconds: number };
}

/** Looks, and changes nothing. */
export async function lookAt(connection: pg.ClientConfig): Promise<Condition> {
  const client = new pg.Client({ ...connection, application_name: "hanse status" });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number; bytes: string }>(
      "select current_setting('server_version_num')::int as number, pg_database_size(current_database())::text as bytes",
    );
    const release = releaseOf(rows[0]?.number ?? 0);
    const migrations = await appliedMigrations(client);
    return {
      release: `${release.major}.${release.minor}`,
      releaseWarning: verdictOn(release)?.sentence ?? null,
      bytes: BigInt(rows[0]?.bytes ?? 0),
      migrations,
      ...(migrations.length === 0 ? { vendors: 0, people: 0 } : await whoIsThere(client)),
      queue: await queueOf(client),
    };
  } finally {
    await client.end();
  }
}

/** True when row-level security lets this role pass, as a backup needs. */
export async function seesEveryRow(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, application_name: "hanse status" });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ sees: boolean }>(
      "select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user",
    );
    return rows[0]?.sees ?? false;
  } finally {
    await client.end();
  }
}

async function whoIsThere(client: pg.Client): Promise<{ vendors: number; people: number }> {
  await client.query("set role hanse_control");
  const { rows } = await client.query<{ vendors: number; people: number }>(
    `select (select count(*)::int from vendor) as vendors, (select count(*)::int from auth."user") as people`,
  );
  await client.query("reset role");
  return rows[0] ?? { vendors: 0, people: 0 };
}

async function queueOf(client: pg.Client): Promise<Condition["queue"]> {
  const nothing = { waiting: 0, failing: 0, oldestWaitsSeconds: 0 };
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('graphile_worker.jobs') is not null as there",
  );
  if (!there.rows[0]?.there) return nothing;
  const { rows } = await client.query<Condition["queue"]>(
    `select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failing,
       coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts)), 0)::int as "oldestWaitsSeconds"
     from graphile_worker.jobs`,
  );
  return rows[0] ?? nothing;
}
