import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Address } from "./embedded-address.ts";

/** How to connect; the shape that `pg` takes. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
  /** Never: the server is on this machine. Said because a PGSSLMODE in the environment would ask for it. */
  ssl: false;
}

/** A connection of the bootstrap superuser, and the moment at which it is lost. */
export interface Session {
  client: pg.Client;
  ended: Promise<void>;
}

export function connectionTo(address: Address, user: string, database: string): Connection {
  return { ...address, user, database, ssl: false };
}

/**
 * Opens a session at `address`, waiting at most `waitMs` while a server is there but starts, recovers or stops.
 * Undefined when nobody listens: whether a server lives is decided by this, never by a process's number.
 */
export async function greet(
  connection: Connection,
  waitMs: number,
  signal?: AbortSignal,
): Promise<Session | undefined> {
  const end = performance.now() + waitMs;
  for (;;) {
    signal?.throwIfAborted();
    const client = new pg.Client({
      ...connection,
      connectionTimeoutMillis: 3_000,
      application_name: "hanse keeper",
    });
    const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
    client.on("error", () => {});
    try {
      await client.connect();
      return { client, ended };
    } catch (error) {
      void client.end().catch(() => {});
      if (nobodyListens(error)) return undefined;
      if (!maySoonAnswer(error) || performance.now() > end) throw error;
    }
    await sleep(20, undefined, { signal });
  }
}

function nobodyListens(error: unknown): boolean {
  return ["ECONNREFUSED", "ENOENT", "ENOTDIR"].includes(codeOf(error));
}

/* Starting up, shutting down, all slots taken; or cut off while being greeted. Anything else is a refusal. */
function maySoonAnswer(error: unknown): boolean {
  const code = codeOf(error);
  return code === "" || ["57P01", "57P02", "57P03", "53300", "ECONNRESET", "EPIPE", "EAGAIN"].includes(code);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
