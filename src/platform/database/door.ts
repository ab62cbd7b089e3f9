import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Actor, JobPrincipal, Principal, VendorContext } from "../principal.ts";
import { Problem } from "../problem.ts";
import type { Clock } from "../time/clock.ts";
import type { DB } from "./schema.gen.ts";
import type { Tx } from "./tx.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Two transactions met; the loser is simply asked again. */
const retryable = new Set(["40001", "40P01"]);
const maxAttempts = 5;

/** The only way to the vendors' data. */
export interface Door {
  withPrincipal<T>(principal: Principal, act: (tx: Tx) => Promise<T>): Promise<T>;
  /** Background work of one vendor. */
  withJob<T>(vendor: VendorContext, act: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same data by another clock: how history is loaded on the days it happened. */
  at(clock: Clock): Door;
}

/**
 * Opens transactions as an actor: one round trip begins it, takes the role of the actor's side and says whose rows are
 * within reach. All settings are local to the transaction, so a pooled connection carries nothing over.
 */
export function createDoor(pool: pg.Pool, clock: Clock): Door {
  const run = async <T>(actor: Actor, act: (tx: Tx) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(pool, clock, actor, act);
      } catch (error) {
        if (attempt === maxAttempts || !(isRetryable(error) || isOutdated(error))) throw error;
      }
    }
  };
  return {
    withPrincipal: run,
    withJob: (vendor, act) => run(jobOf(vendor), act),
    at: (other) => createDoor(pool, other),
  };
}

async function once<T>(pool: pg.Pool, clock: Clock, actor: Actor, act: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  let broken: Error | undefined;
  try {
    await client.query(opening(actor));
    const now = clock.now();
    const result = await act({
      db: boundTo(client),
      client,
      actor,
      vendor: actor.vendor,
      vendorId: actor.vendor.id,
      now: () => now,
      clock,
      today: () => now.toZonedDateTimeISO(actor.vendor.timezone).toPlainDate(),
    });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    // What the connection keeps of statements is of tables as they were: another one begins anew.
    if (isOutdated(error)) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new Problem({
      status: 503,
      type: "database-unreachable",
      detail: `The database does not answer just now (${error instanceof Error ? error.message : "unknown"}). Try again in a moment.`,
    });
  }
}

/** Literals, not parameters: only plain `set local` reaches the workers of a distributed database. */
function opening(actor: Actor): string {
  const settings = [
    "begin",
    `set local role ${actor.databaseRole}`,
    `set local app.vendor_id = '${checked(actor.vendor.id)}'`,
  ];
  if (actor.membershipId !== null) {
    settings.push(`set local app.membership_id = '${checked(actor.membershipId)}'`);
    if (actor.side === "partner") {
      for (const group of ["own", "deals", "money", "people"] as const) {
        const name = group === "deals" ? "deal" : group;
        settings.push(`set local app.${name}_partners = '{${actor.reach[group].map(checked).join(",")}}'`);
      }
    }
  }
  return settings.join("; ");
}

function checked(id: string): string {
  if (!uuid.test(id)) throw new Error("An id that is not a UUID reached the door.");
  return id;
}

/** A query builder over this one connection. */
function boundTo(client: pg.PoolClient): Kysely<DB> {
  const borrowed = {
    query: client.query.bind(client),
    release: () => {},
  };
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      // The dialect asks for a pool; ours has the one connection whose transaction is open.
      pool: { connect: async () => borrowed, end: async () => {} } as unknown as pg.Pool,
    }),
  });
}

function jobOf(vendor: VendorContext): JobPrincipal {
  return { vendor, membershipId: null, name: "Hanse", databaseRole: "hanse_job" };
}

/** A table has got another shape, by a newer release that migrates, since its statements were prepared. */
function isOutdated(error: unknown): error is pg.DatabaseError {
  return (
    error instanceof pg.DatabaseError &&
    error.code === "0A000" &&
    /cached plan must not change result type/.test(error.message)
  );
}

function isRetryable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && retryable.has(error.code);
}
