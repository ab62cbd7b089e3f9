import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { end, query, Stage, told } from "./embedded.testing.ts";

const stage = new Stage();

describe("starting and stopping", () => {
  test("a second start finds what the first one kept, and stopping leaves no process", async () => {
    const first = await stage.open({ durable: true });
    await query(first.connection, "create table kept as select 42 as answer");
    await first.close();
    expect(stage.living()).toBe(0);
    expect(existsSync(first.connection.host)).toBe(false);
    const second = await stage.open({ durable: true });
    expect(await query(second.connection, "select answer from kept")).toEqual([{ answer: 42 }]);
    expect(await query(second.connection, "show fsync")).toEqual([{ fsync: "on" }]);
  });

  test("the product signs in as an ordinary role that owns its database; the superuser clones it", async () => {
    const { connection, admin } = await stage.open();
    expect(
      await query(
        connection,
        "select rolname, rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user",
      ),
    ).toEqual([{ rolname: "hanse", rolsuper: false, rolcreaterole: true, rolcreatedb: true }]);
    await query(connection, "create extension pg_trgm");
    await query(admin, "create database clone template hanse");
    const clone = { ...connection, database: "clone" };
    expect(await query(clone, "select similarity('a', 'a') as s")).toEqual([{ s: 1 }]);
  });

  test("below a folder that only its owner may enter, on a path longer than a socket's may be", async () => {
    chmodSync(stage.base, 0o700);
    stage.folder = join(stage.base, "a-rather-long-name-".repeat(5), "another-long-name-".repeat(5), "data");
    const { connection } = await stage.open();
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a data folder that cannot be made is refused in a sentence", async () => {
    writeFileSync(stage.folder, "no folder");
    stage.folder = join(stage.folder, "data");
    const refused = { type: "not-startable", message: expect.stringContaining(stage.folder) };
    await expect(stage.open()).rejects.toMatchObject(refused);
  });

  test("data of another major version is left alone", async () => {
    await (await stage.open()).close();
    writeFileSync(join(stage.folder, "postgres", "PG_VERSION"), "17\n");
    await expect(stage.open()).rejects.toThrow(/written by PostgreSQL 17/);
  });
});

describe("one owner", () => {
  test("of two that want to own it one wins, and the other is told where and by whom", async () => {
    const programs = [stage.start(), stage.start()];
    const answers = await Promise.all(programs.map(told));
    expect(answers.filter(({ owns }) => owns)).toHaveLength(1);
    const lost = answers.find(({ owns }) => !owns);
    expect(lost?.problem).toBe("already-running");
    expect(lost?.detail).toContain(stage.folder);
    const winner = programs[answers.findIndex(({ owns }) => owns)];
    await expect(stage.open()).rejects.toThrow(`(${winner?.pid})`);
  });

  test("one that can wait takes over when the owner leaves", async () => {
    const program = stage.start();
    await told(program);
    const waiting = stage.open({ waitMs: 30_000 });
    await end(program, "SIGTERM");
    expect((await waiting).owns).toBe(true);
  });

  test("an attached one uses the owner's server and leaves it running", async () => {
    const owner = await stage.open();
    await query(owner.connection, "create table shared (n int)");
    expect((await told(stage.start("attach-or-own"))).owns).toBe(false);
    const attached = await stage.open({ mode: "attach-or-own" });
    await query(attached.connection, "insert into shared values (1)");
    await attached.close();
    expect(await query(owner.connection, "select n from shared")).toEqual([{ n: 1 }]);
  });

  test("an attaching one waits for an owner that still starts, and owns what nobody owns", async () => {
    const both = [stage.start("attach-or-own"), stage.start("attach-or-own")];
    const answers = await Promise.all(both.map(told));
    expect(answers.map(({ owns }) => owns).sort()).toEqual([false, true]);
  });
});
