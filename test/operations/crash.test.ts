import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, listAccounts } from "#ecosystem/accounts/contract.ts";
import { type Client, createClient } from "../world/client.ts";
import { seed, size } from "../world/size.ts";
import { firstVisit, freePort, type Place, postmasterOf, type RunningServer, startServer } from "./server.ts";

/*
 * People write while one process after the other is killed: the product itself, PostgreSQL's first process, one of its
 * backends. Whatever was answered with a success is there afterwards, every time.
 */

const rounds = size({ small: 6, nightly: 300 });
const writers = 4;
const targets = ["the product", "the database server", "a backend of it"] as const;

let base: string;
let place: Place;
let server: RunningServer;
let client: Client;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "hanse-crash-"));
  place = { dataFolder: join(base, "data"), port: await freePort() };
  server = await startServer(place);
  client = await firstVisit(server);
}, 120_000);

afterAll(async () => {
  await server.kill("SIGTERM");
  await rm(base, { recursive: true, force: true });
});

test.skipIf(process.platform !== "linux")(
  "nothing that was acknowledged is lost, whatever is killed, whenever",
  async () => {
    const chance = generator(seed);
    const acknowledged = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const target = targets[round % targets.length];
      const stop = new AbortController();
      const writing = Array.from({ length: writers }, (_, writer) =>
        write(`${round}.${writer}`, acknowledged, stop.signal),
      );
      const before = acknowledged.size;
      await until(() => acknowledged.size > before + 2 + Math.floor(chance() * 60));
      await kill(target, chance);
      stop.abort();
      await Promise.all(writing);
      if (target === "the product") server = await startServer(place);
      // The session is one of the things that must still be there.
      client = createClient(server.origin, client.identity);
      const there = await eventually(names);
      const lost = [...acknowledged].filter((name) => !there.has(name));
      expect(lost, `round ${round}, ${target} was killed, seed ${seed}`).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(rounds);
  },
  rounds * 60_000,
);

/** Adds one account after the other until told to stop; remembers those that were answered with a success. */
async function write(writer: string, acknowledged: Set<string>, stop: AbortSignal): Promise<void> {
  for (let count = 0; !stop.aborted; count++) {
    const name = `Account ${writer}.${count}`;
    const answer = await client.post(createAccount.path, { name }).catch(() => null);
    if (answer?.status === createAccount.status) acknowledged.add(name);
    // Refused by a server that has lost its database for a moment, or cut off in the middle.
    else expect(answer?.status ?? 503, answer?.text).toBeGreaterThanOrEqual(500);
  }
}

async function kill(target: (typeof targets)[number] | undefined, chance: () => number): Promise<void> {
  if (target === "the product") {
    await server.kill("SIGKILL");
    return;
  }
  const postmaster = postmasterOf(place.dataFolder);
  if (target === "the database server") {
    process.kill(postmaster, "SIGKILL");
    return;
  }
  const backends = childrenOf(postmaster).filter((pid) => titleOf(pid).includes(" hanse hanse "));
  const chosen = backends[Math.floor(chance() * backends.length)];
  if (chosen === undefined) throw new Error("The database has no backend that could be killed.");
  process.kill(chosen, "SIGKILL");
}

async function names(): Promise<Set<string>> {
  const found = new Set<string>();
  let cursor: string | null | undefined;
  do {
    const page = await client.call(listAccounts, { query: { limit: 200, ...(cursor ? { cursor } : {}) } });
    for (const { name } of page.items) {
      expect(found.has(name), name).toBe(false);
      found.add(name);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Tries again while the database comes back. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 300) throw error;
      await pause();
    }
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause();
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function generator(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
