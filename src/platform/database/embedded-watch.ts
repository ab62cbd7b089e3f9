import { setTimeout as sleep } from "node:timers/promises";
import { readRecord } from "./embedded-address.ts";
import { reason } from "./embedded-folder.ts";
import { limitLog } from "./embedded-log.ts";
import { type Server, serve } from "./embedded-server.ts";
import type { Session } from "./embedded-session.ts";
import type { OwnerLock } from "./owner-lock.ts";

/** Keeps the server running while we own it. */
export interface Watch {
  /** Ends the watch, and with it the session by which it noticed the server's end. */
  close(): Promise<void>;
}

const shortestPauseMs = 50;
const longestPauseMs = 1_000;
const longestPauseAfterFailureMs = 30_000;
const steadyAfterMs = 5_000;
const logCheckEveryMs = 60_000;

/**
 * One idle session tells at once when the server ends, whether it is our child or was adopted. A server that recovers
 * by itself, after one of its processes crashed, is waited for; one that is gone is started again, with growing pauses
 * when it does not stay.
 */
export function watch(server: Server, first: Session, lock: OwnerLock): Watch {
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const logCheck = setInterval(() => void limitLog(server.folder).catch(() => {}), logCheckEveryMs).unref();
  let session: Session | undefined = first;

  async function keep(): Promise<void> {
    let pauseMs = shortestPauseMs;
    while (!signal.aborted) {
      const since = performance.now();
      await Promise.race([session?.ended, stopped]);
      if (signal.aborted) return;
      if (performance.now() - since > steadyAfterMs) pauseMs = shortestPauseMs;
      session = undefined;
      if (lock.state() !== "held") {
        return server.log(`The data folder ${server.folder.path} is gone; its database stays stopped.`);
      }
      server.log("The database stopped answering; bringing it back.");
      await sleep(pauseMs, undefined, { signal });
      try {
        session = await serve(server, await readRecord(server.folder), signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        server.log("The database is back.");
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2, longestPauseAfterFailureMs);
        if (!signal.aborted) server.log(`${reason(error)}.`);
      }
    }
  }

  const kept = keep().catch(() => {});
  return {
    async close() {
      controller.abort();
      clearInterval(logCheck);
      await kept;
      await session?.client.end();
    },
  };
}
