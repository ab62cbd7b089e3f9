import { setTimeout as sleep } from "node:timers/promises";
import { type Logger, makeWorkerUtils } from "graphile-worker";
import type pg from "pg";

const livingWorkersLock = 4_826_734;
const shareAgainMs = 1_000;

/** Shows other workers that this one lives. */
export interface Share {
  end(): void;
}

/**
 * A worker that was killed keeps its locks for hours. Living workers share an advisory lock; who gets it alone knows
 * that every lock on the queue is a dead one's.
 */
export async function joinTheLiving(pool: pg.Pool, logger: Logger): Promise<Share> {
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
  return keepShare(pool, client);
}

/** A database that restarted has forgotten who lives, so the share is taken again. */
function keepShare(pool: pg.Pool, first: pg.PoolClient): Share {
  let client: pg.PoolClient | null = null;
  let ended = false;
  const hold = (held: pg.PoolClient) => {
    client = held;
    held.once("end", () => {
      if (ended) return;
      client = null;
      held.release(true);
      void again();
    });
  };
  const again = async () => {
    while (!ended && client === null) {
      await sleep(shareAgainMs, undefined, { ref: false });
      try {
        const next = await pool.connect();
        await next.query("select pg_advisory_lock_shared($1)", [livingWorkersLock]);
        if (ended) next.release(true);
        else hold(next);
      } catch {
        // Not back yet.
      }
    }
  };
  hold(first);
  return {
    end() {
      ended = true;
      const held = client;
      client = null;
      held?.release(true);
    },
  };
}
