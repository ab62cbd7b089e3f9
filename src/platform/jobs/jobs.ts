import {
  type CronItem,
  Logger,
  makeWorkerUtils,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
} from "graphile-worker";
import type pg from "pg";
import type { Door } from "../database/door.ts";
import { type Handler, handle } from "../events/handlers.ts";
import type { VendorContext } from "../principal.ts";

/** Work that is done later, outside of a request, for one vendor. */
export interface Job {
  name: string;
  run: (vendor: VendorContext, payload: Record<string, unknown>) => Promise<void>;
  /** Cron pattern in UTC; run for every vendor, and once for a time that was missed. */
  schedule?: string;
}

export interface JobsOptions {
  /** Connections that own the queue's schema. */
  pool: pg.Pool;
  /** Connections that may read vendors and the outbox. */
  controlPool: pg.Pool;
  door: Door;
  jobs: readonly Job[];
  handlers: readonly Handler[];
  log: (line: string, error?: unknown) => void;
}

export interface Jobs {
  /** Puts a job on the queue. The same `key` waits only once. */
  add(name: string, vendorId: string, payload?: Record<string, unknown>, key?: string): Promise<void>;
  /** Begins to work the queue and to hand events to their handlers. */
  start(): Promise<void>;
  /** Hands over what is in the outbox now; answers how many events. */
  dispatch(): Promise<number>;
  stop(): Promise<void>;
}

const dispatchEveryMs = 250;
const dispatchRows = 500;
const livingWorkersLock = 4_826_734;

/** The queue, on the database itself, and the dispatcher that turns recorded events into jobs. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const { pool, controlPool, door, log } = options;
  const logger = loggerTo(log);
  await runMigrations({ pgPool: pool, logger });
  const utils = await makeWorkerUtils({ pgPool: pool, logger });
  const listeners = Map.groupBy(options.handlers, (one) => one.type);
  let runner: Runner | null = null;
  let timer: NodeJS.Timeout | null = null;
  let share: pg.PoolClient | null = null;

  const dispatch = async (): Promise<number> => {
    const client = await controlPool.connect();
    try {
      await client.query("begin");
      const taken = await client.query<{ vendor_id: string; event_id: string; type: string }>(
        `delete from outbox where (vendor_id, event_id) in
           (select vendor_id, event_id from outbox order by event_id limit $1 for update skip locked)
         returning vendor_id, event_id, type`,
        [dispatchRows],
      );
      const specs = taken.rows.flatMap((row) =>
        (listeners.get(row.type) ?? []).map((one) => ({
          identifier: `event:${one.name}`,
          payload: { vendorId: row.vendor_id, eventId: row.event_id },
          jobKey: `${row.event_id}:${one.name}`,
        })),
      );
      // The jobs are put down first: a crash between the two leaves the events in the outbox, and handlers run once.
      if (specs.length > 0) await utils.addJobs(specs);
      await client.query("commit");
      return taken.rows.length;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  };

  const dispatchLater = () => {
    timer = setTimeout(async () => {
      try {
        while ((await dispatch()) === dispatchRows);
      } catch (error) {
        log("The outbox could not be read just now; trying again.", error);
      }
      if (timer !== null) dispatchLater();
    }, dispatchEveryMs);
  };

  return {
    async add(name, vendorId, payload = {}, key) {
      await utils.addJob(name, { ...payload, vendorId }, key === undefined ? {} : { jobKey: key });
    },
    dispatch,
    async start() {
      share = await joinTheLiving(pool, logger);
      runner = await run({
        pgPool: pool,
        logger,
        concurrency: 4,
        pollInterval: 1000,
        noHandleSignals: true,
        taskList: taskList(options, (vendorId) => vendorOf(controlPool, vendorId)),
        parsedCronItems: parseCronItems(cronItems(options.jobs)),
      });
      runner.promise.catch((error) => log("The queue stopped.", error));
      // What time alone brings about may have been missed while nobody ran.
      for (const { name, schedule } of options.jobs) {
        if (schedule !== undefined) await utils.addJob(name, {}, { jobKey: `start:${name}` });
      }
      dispatchLater();
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await runner?.stop();
      share?.release(true);
      await utils.release();
    },
  };

  function taskList(
    { jobs, handlers }: JobsOptions,
    find: (id: string) => Promise<VendorContext | null>,
  ): TaskList {
    const tasks: TaskList = {};
    for (const job of jobs) {
      tasks[job.name] = async (payload) => {
        const { vendorId, ...rest } = payload as Record<string, unknown>;
        if (typeof vendorId === "string") {
          const vendor = await find(vendorId);
          if (vendor !== null) await job.run(vendor, rest);
          return;
        }
        for (const vendor of await allVendors(controlPool)) await job.run(vendor, rest);
      };
    }
    for (const one of handlers) {
      tasks[`event:${one.name}`] = async (payload) => {
        const { vendorId, eventId } = payload as { vendorId: string; eventId: string };
        const vendor = await find(vendorId);
        if (vendor !== null) await handle(door, vendor, one, eventId);
      };
    }
    return tasks;
  }
}

/** The queue's own words are of interest when something is wrong. */
function loggerTo(log: JobsOptions["log"]): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === "error") log(message, meta?.error ?? meta?.reason ?? new Error(message));
    else if (level === "warning") log(message);
  });
}

function cronItems(jobs: readonly Job[]): CronItem[] {
  return jobs.flatMap((job) =>
    job.schedule === undefined
      ? []
      : [
          {
            task: job.name,
            match: job.schedule,
            options: { backfillPeriod: 24 * 3600 * 1000, maxAttempts: 5 },
            identifier: job.name,
          },
        ],
  );
}

const vendorColumns = "vendor_id as id, name, timezone, currency";

export async function vendorOf(controlPool: pg.Pool, vendorId: string): Promise<VendorContext | null> {
  const found = await controlPool.query<VendorContext>(
    `select ${vendorColumns} from vendor where vendor_id = $1`,
    [vendorId],
  );
  return found.rows[0] ?? null;
}

export async function allVendors(controlPool: pg.Pool): Promise<VendorContext[]> {
  return (
    await controlPool.query<VendorContext>(
      `select ${vendorColumns} from vendor order by created_at, vendor_id`,
    )
  ).rows;
}

/**
 * A worker that was killed keeps its locks for hours. Living workers share an advisory lock; who gets it alone knows
 * that every lock on the queue is a dead one's. Answers the connection that then holds the share.
 */
async function joinTheLiving(pool: pg.Pool, logger: Logger): Promise<pg.PoolClient> {
  const client = await pool.connect();
  const alone = await client.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [
    livingWorkersLock,
  ]);
  if (alone.rows[0]?.alone) {
    const utils = await makeWorkerUtils({ pgPool: pool, logger });
    const locked = await client.query<{ locked_by: string }>(
      "select distinct locked_by from graphile_worker.jobs where locked_by is not null",
    );
    if (locked.rows.length > 0) await utils.forceUnlockWorkers(locked.rows.map((row) => row.locked_by));
    await utils.release();
    await client.query("select pg_advisory_unlock($1)", [livingWorkersLock]);
  }
  await client.query("select pg_advisory_lock_shared($1)", [livingWorkersLock]);
  return client;
}
