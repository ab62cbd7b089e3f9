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
import { isOff, type Owned, refuseUnowned } from "../modules.ts";
import type { VendorContext } from "../principal.ts";
import { joinTheLiving, type Share } from "./living.ts";

/** Work that is done later, outside of a request: for one vendor, or once for all of them together. */
export interface Job extends Owned {
  name: string;
  run?: (vendor: VendorContext, payload: Record<string, unknown>) => Promise<void>;
  runForAll?: (vendors: readonly VendorContext[]) => Promise<void>;
  /** Cron pattern in UTC; also run once for a time that was missed. */
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
  /**
   * Puts a job on the queue. The same `key` waits only once; told to wait `afterMs`, what comes meanwhile is done with it
   * and does not make it later.
   */
  add(
    name: string,
    vendorId: string,
    payload?: Record<string, unknown>,
    key?: string,
    afterMs?: number,
  ): Promise<void>;
  /** Begins to work the queue and to hand events to their handlers. */
  start(): Promise<void>;
  /** Hands over what is in the outbox now; answers how many events. */
  dispatch(): Promise<number>;
  stop(): Promise<void>;
}

const dispatchEveryMs = 250;
const longestPauseMs = 5_000;
const dispatchRows = 500;

/** The queue, on the database itself, and the dispatcher that turns recorded events into jobs. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const { pool, controlPool, door, log } = options;
  for (const job of options.jobs) refuseUnowned(job, `the job ${job.name}`);
  for (const one of options.handlers) refuseUnowned(one, `the handler ${one.name}`);
  const logger = loggerTo(log);
  await runMigrations({ pgPool: pool, logger });
  const utils = await makeWorkerUtils({ pgPool: pool, logger });
  const listeners = Map.groupBy(options.handlers, (one) => one.type);
  let runner: Runner | null = null;
  let timer: NodeJS.Timeout | null = null;
  let share: Share | null = null;

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

  const dispatchLater = (pauseMs = dispatchEveryMs) => {
    timer = setTimeout(async () => {
      let nextMs = dispatchEveryMs;
      try {
        while ((await dispatch()) === dispatchRows);
        if (pauseMs > dispatchEveryMs) log("The outbox can be read again.");
      } catch (error) {
        // Said once, however long it lasts.
        if (pauseMs === dispatchEveryMs) log("The outbox cannot be read; trying again until it can.", error);
        nextMs = Math.min(pauseMs * 2, longestPauseMs);
      }
      if (timer !== null) dispatchLater(nextMs);
    }, pauseMs);
  };

  return {
    async add(name, vendorId, payload = {}, key, afterMs = 0) {
      const when =
        afterMs > 0 ? { runAt: new Date(Date.now() + afterMs), jobKeyMode: "preserve_run_at" as const } : {};
      await utils.addJob(name, { ...payload, vendorId }, key === undefined ? when : { ...when, jobKey: key });
    },
    dispatch,
    async start() {
      share = await joinTheLiving(pool, logger);
      runner = await run({
        pgPool: pool,
        logger,
        concurrency: 4,
        noHandleSignals: true,
        // Told of in batches, what is done is waited for when the queue stops, and tried again when it cannot be written.
        preset: { worker: { pollInterval: 1000, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
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
      share?.end();
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
          if (vendor !== null && !isOff(job, vendor)) await job.run?.(vendor, rest);
          return;
        }
        const vendors = (await allVendors(controlPool)).filter((vendor) => !isOff(job, vendor));
        await job.runForAll?.(vendors);
        for (const vendor of vendors) await job.run?.(vendor, rest);
      };
    }
    for (const one of handlers) {
      tasks[`event:${one.name}`] = async (payload) => {
        const { vendorId, eventId } = payload as { vendorId: string; eventId: string };
        const vendor = await find(vendorId);
        if (vendor !== null && !isOff(one, vendor)) await handle(door, vendor, one, eventId);
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

const vendorColumns = `vendor_id as id, name, timezone, currency, fiscal_year_start_month as "fiscalYearStartMonth",
  modules_off as "modulesOff"`;

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
