import pg from "pg";

/*
 * How values come out of the database: exact integers as bigint, exact decimals as strings, days as `YYYY-MM-DD`,
 * instants as Temporal.Instant. Nothing passes through a float or through the process's time zone.
 */
const { builtins } = pg.types;
const types = new pg.TypeOverrides();
types.setTypeParser(builtins.INT8, (text: string) => BigInt(text));
types.setTypeParser(builtins.NUMERIC, (text: string) => text);
types.setTypeParser(builtins.DATE, (text: string) => text);
types.setTypeParser(builtins.TIMESTAMPTZ, (text: string) => Temporal.Instant.from(text.replace(" ", "T")));

export interface PoolOptions {
  connection: pg.PoolConfig;
  max: number;
  /** Session settings, such as a role or a search path, for pools that serve one purpose. */
  settings?: Record<string, string>;
  /** For a library of others that expects the driver's own types. */
  driverTypes?: boolean;
  onError: (error: Error) => void;
}

/** A pool whose idle connections may die without taking the process along. */
export function createPool({ connection, max, settings, driverTypes, onError }: PoolOptions): pg.Pool {
  const given = { timezone: "UTC", statement_timeout: "0", ...settings };
  const pool = new pg.Pool({
    ...connection,
    ...(driverTypes ? {} : { types }),
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    options: Object.entries(given)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}
