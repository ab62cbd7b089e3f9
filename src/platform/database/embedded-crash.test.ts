import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { end, eventually, query, Stage, spin, told } from "./embedded.testing.ts";
import { openDataFolder } from "./embedded-folder.ts";
import { serverProcesses } from "./embedded-processes.ts";

const stage = new Stage();
const nightly = process.env.SIZE === "nightly";
const rounds = nightly ? 100 : 3;

describe("killed", () => {
  test("the parent: the next owner adopts the running server", async () => {
    const program = stage.start();
    const { connection } = await told(program);
    await query(connection, "create table kept as select 7 as n");
    const server = stage.postmaster();
    await end(program, "SIGKILL");
    const adopted = await stage.open();
    expect(stage.postmaster()).toBe(server);
    expect(await query(adopted.connection, "select n from kept")).toEqual([{ n: 7 }]);
    await adopted.close();
    expect(stage.living()).toBe(0);
  });

  test("an adopted server comes back like one's own", async () => {
    const program = stage.start();
    await told(program);
    await end(program, "SIGKILL");
    const { connection } = await stage.open();
    process.kill(stage.postmaster(), "SIGKILL");
    expect(await eventually(() => query(connection, "select 1 as one"))).toEqual([{ one: 1 }]);
  });

  test("parent and server, while a session runs on: the next start ends that session", async () => {
    const program = stage.start();
    const { connection } = await told(program);
    const spinning = await spin(connection);
    const server = stage.postmaster();
    await end(program, "SIGKILL");
    process.kill(server, "SIGKILL");
    await eventually(() => expect(serverProcesses(openDataFolder(stage.folder)).leaders).toEqual([]));
    expect(stage.living()).toBeGreaterThan(0);
    const database = await stage.open();
    expect(await query(database.connection, "select 1 as one")).toEqual([{ one: 1 }]);
    await spinning.end().catch(() => {});
  });

  test(
    "the server, again and again under a writer: all that was acknowledged is there",
    async () => {
      let returns = 0;
      const log = (line: string) => {
        if (line === "The database is back.") returns++;
      };
      const { connection } = await stage.open({ durable: true, log });
      const writing = await startWriting(connection);
      for (let round = 1; round <= rounds; round++) {
        const spinning = await spin(connection);
        await writing.more(20);
        process.kill(stage.postmaster(), "SIGKILL");
        await eventually(() => expect(returns).toBe(round));
        await writing.more(20);
        await spinning.end().catch(() => {});
      }
      const acknowledged = await writing.stop();
      const kept = new Set((await query<{ n: number }>(connection, "select n from entry")).map(({ n }) => n));
      expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    },
    60_000 + rounds * 5_000,
  );

  test("a session: the server recovers and serves again", async () => {
    const { connection } = await stage.open();
    await query(connection, "create table kept as select 1 as n");
    const victim = new pg.Client(connection);
    victim.on("error", () => {});
    await victim.connect();
    const server = stage.postmaster();
    const { rows } = await victim.query<{ pid: number }>("select pg_backend_pid() as pid");
    process.kill(rows[0]?.pid ?? 0, "SIGKILL");
    expect(await eventually(() => query(connection, "select n from kept"))).toEqual([{ n: 1 }]);
    expect(stage.postmaster()).toBe(server);
  });

  test("the machine, and the server's number went to another program since", async () => {
    await (await stage.open()).close();
    const cluster = join(stage.folder, "postgres");
    const stale = [process.pid, cluster, 1, 5432, tmpdir(), "", ""].join("\n");
    writeFileSync(join(cluster, "postmaster.pid"), stale);
    const { connection } = await stage.open();
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("the parent, and then the folder is removed: a new start begins anew", async () => {
    const program = stage.start();
    const { connection: old } = await told(program);
    await query(old, "create table kept as select 1 as n");
    await end(program, "SIGKILL");
    rmSync(stage.folder, { recursive: true, maxRetries: 5 });
    const { connection } = await stage.open();
    expect(await query(connection, "select to_regclass('kept') as kept")).toEqual([{ kept: null }]);
  });

  test("the terminal, by Ctrl-C: the server is not hit with its parent", async () => {
    const program = stage.start();
    await told(program);
    const server = stage.postmaster();
    process.kill(-(program.pid ?? 0), "SIGINT");
    await eventually(() => expect(program.signalCode).toBe("SIGINT"));
    await stage.open();
    expect(stage.postmaster()).toBe(server);
  });
});

describe("interrupted while the database is made", () => {
  async function untilHalfMade(): Promise<void> {
    await eventually(() => expect(stage.halfMade()).toHaveLength(1));
    await sleep(100);
  }

  test("by kill -9: the next start clears up and makes it again", async () => {
    const program = stage.start();
    await untilHalfMade();
    await end(program, "SIGKILL");
    expect(existsSync(join(stage.folder, "postgres"))).toBe(false);
    await stage.open();
    expect(stage.halfMade()).toEqual([]);
  });

  test("by SIGTERM: nothing is left behind and the program ends by the signal", async () => {
    const program = stage.start();
    await untilHalfMade();
    await end(program, "SIGTERM");
    expect(program.signalCode).toBe("SIGTERM");
    expect(stage.halfMade()).toEqual([]);
    expect(stage.living()).toBe(0);
  });
});

test("a folder that is removed under its owner is not made again by it", async () => {
  const lines: string[] = [];
  const { close } = await stage.open({ log: (line) => lines.push(line) });
  const server = stage.postmaster();
  rmSync(stage.folder, { recursive: true, maxRetries: 5 });
  process.kill(server, "SIGKILL");
  await eventually(() => expect(lines.at(-1)).toContain("is gone"));
  await close();
  expect(existsSync(stage.folder)).toBe(false);
});

/** A pool that writes one number after the other and remembers those that the server acknowledged. */
async function startWriting(connection: pg.ClientConfig) {
  await query(connection, "create table entry (n int primary key)");
  const pool = new pg.Pool({ ...connection, max: 2 });
  pool.on("error", () => {});
  const acknowledged: number[] = [];
  let going = true;
  async function write(): Promise<void> {
    for (let n = 0; going; n++) {
      const entry = pool.query("insert into entry values ($1)", [n]);
      await entry.then(
        () => acknowledged.push(n),
        () => sleep(5),
      );
    }
  }
  const written = write();
  return {
    async more(count: number): Promise<void> {
      const enough = acknowledged.length + count;
      await eventually(() => expect(acknowledged.length).toBeGreaterThanOrEqual(enough));
    },
    async stop(): Promise<number[]> {
      going = false;
      await written;
      await pool.end();
      return acknowledged;
    },
  };
}
