import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "#platform/problem.ts";
import { createToyShop, type ToyShop } from "./toy-shop.fixture.ts";
import { beforeRange } from "./toys.fixture.ts";

let shop: ToyShop;
beforeAll(async () => {
  shop = await createToyShop();
});
afterAll(() => shop.close());
// Each test begins the work itself, when the scene is set.
afterEach(async () => {
  beforeRange.wait = async () => {};
  await shop.stopWorkers();
  await shop.world.admin.query("delete from toy; truncate import_stage");
});

/** More than one range, and few enough to be tried out. */
const rows = 12_000;
const file = (prefix: string, count = rows) =>
  ["Id,Name", ...Array.from({ length: count }, (_, at) => `${prefix}${at},Boat`)].join("\n");
const uuid = (id: string) => id.slice(4);

/** Holds runs from their second range on, until it is told to let go; `reached` resolves at the first that comes there. */
function hold(): { reached: Promise<void>; letGo: () => void } {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  beforeRange.wait = (fromRow) => {
    if (fromRow === 1) return Promise.resolve();
    reached.resolve();
    return released.promise;
  };
  return { reached: reached.promise, letGo: released.resolve };
}

async function count(statement: string): Promise<number> {
  return Number((await shop.world.admin.query(statement)).rows[0].count);
}

describe("two imports of one vendor at once", () => {
  test("take turns: what the first has brought, the second finds", async () => {
    await shop.worker();
    const [admin, manager] = [shop.as("admin"), shop.as("channel-manager")];
    const [one, two] = [await admin.check(file("T")), await manager.check(file("T"))];
    expect([one, two].map(({ findings }) => findings?.expected?.created)).toEqual([rows, rows]);
    const held = hold();
    await admin.post(`/imports/${one.id}/run`);
    await held.reached;
    await manager.post(`/imports/${two.id}/run`);
    await expect
      .poll(async () => (await manager.get$(two.id)).progress.phase, { timeout: 10_000 })
      .toBe("waiting");
    expect(await count("select count(*) from toy")).toBe(0);
    held.letGo();
    expect((await admin.settled(one.id)).result).toMatchObject({ created: rows, unchanged: 0 });
    expect((await manager.settled(two.id)).result).toMatchObject({ created: 0, unchanged: rows });
    expect(await count("select count(*) from toy")).toBe(rows);
  });
});

describe("a process that is killed in the middle of a run", () => {
  test("leaves nothing half done, and the next one finishes it once", async () => {
    const admin = shop.as("admin");
    await shop.worker();
    const checked = await admin.check(file("K"));
    await shop.stopWorkers();
    const script = fileURLToPath(new URL("./toy-worker.fixture.ts", import.meta.url));
    const worker = spawn(
      process.execPath,
      [script, JSON.stringify(shop.connection), shop.world.hanse.config.dataFolder],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await admin.post(`/imports/${checked.id}/run`);
    await expect.poll(() => String(worker.stdout.read() ?? ""), { timeout: 20_000 }).toContain("holding");
    expect((await admin.get$(checked.id)).state).toBe("running");
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(await count("select count(*) from toy")).toBe(0);

    await shop.worker();
    const done = await admin.settled(checked.id);
    expect(done).toMatchObject({ state: "done", result: { created: rows, skipped: 0 } });
    expect(await count("select count(*) from toy")).toBe(rows);
    expect(await count(`select count(*) from event where subject_id = '${uuid(checked.id)}'`)).toBe(1);
  }, 60_000);
});

describe("work that is stopped", () => {
  test("keeps nothing of a run, and the check stays good", async () => {
    await shop.worker();
    const admin = shop.as("admin");
    const one = await admin.check(file("C"));
    const held = hold();
    await admin.post(`/imports/${one.id}/run`);
    await held.reached;
    expect((await admin.post(`/imports/${one.id}/cancellation`)).status).toBe(202);
    await heartbeats(one.id, 2);
    held.letGo();
    expect(await admin.settled(one.id)).toMatchObject({
      state: "checked",
      failure: null,
      acts: ["map", "check", "run", "discard"],
    });
    expect(await count("select count(*) from toy")).toBe(0);
    expect((await admin.run(one)).result).toMatchObject({ created: rows });
  });

  test("need not wait for its turn", async () => {
    await shop.worker();
    const [admin, manager] = [shop.as("admin"), shop.as("channel-manager")];
    const [one, two] = [await admin.check(file("A")), await manager.check(file("B", 3))];
    const held = hold();
    await admin.post(`/imports/${one.id}/run`);
    await held.reached;
    await manager.post(`/imports/${two.id}/run`);
    await expect
      .poll(async () => (await manager.get$(two.id)).progress.phase, { timeout: 10_000 })
      .toBe("waiting");
    await manager.post(`/imports/${two.id}/cancellation`);
    expect((await manager.settled(two.id)).state).toBe("checked");
    held.letGo();
    expect((await admin.settled(one.id)).state).toBe("done");
  });

  test("ends at once when it had not begun", async () => {
    const admin = shop.as("admin");
    const one = await admin.map(await admin.upload(file("N", 3)));
    await admin.post(`/imports/${one.id}/check`);
    const cancelled = await admin.post(`/imports/${one.id}/cancellation`);
    expect(cancelled.body.state).toBe("mapped");
    expect((await admin.post(`/imports/${one.id}/cancellation`)).body.type).toBe("not-open");
  });

  async function heartbeats(id: string, beats: number): Promise<void> {
    for (let beat = 0; beat < beats; beat++) {
      const at = async () =>
        String(
          (await shop.world.admin.query("select alive_at::text from import where id = $1", [uuid(id)]))
            .rows[0].alive_at,
        );
      const before = await at();
      await expect.poll(at, { timeout: 10_000 }).not.toBe(before);
    }
  }
});

describe("work that cannot go on", () => {
  test("fails with the reason when the right of whoever asked has ended", async () => {
    const manager = shop.as("channel-manager");
    const one = await manager.map(await manager.upload(file("R", 3)));
    await manager.post(`/imports/${one.id}/check`);
    await shop.world.admin.query("update membership set roles = '{finance}' where id = $1", [
      shop.world.people["channel-manager"].uuid,
    ]);
    await shop.worker();
    const failed = await shop.as("admin").settled(one.id);
    await shop.world.admin.query("update membership set roles = '{channel-manager}' where id = $1", [
      shop.world.people["channel-manager"].uuid,
    ]);
    expect(failed).toMatchObject({
      state: "failed",
      failure: "Whoever asked for this may no longer import. Nothing was changed.",
    });
  });

  test("fails with what a kind refuses, and with a plain sentence where nobody foresaw it", async () => {
    await shop.worker();
    const admin = shop.as("admin");
    const one = await admin.check(file("F", 3));
    beforeRange.wait = async () => {
      throw new Problem({ status: 409, type: "closed", detail: "The toy shop is closed." });
    };
    expect(await admin.run(one)).toMatchObject({
      state: "failed",
      failure: "The toy shop is closed.",
      result: null,
    });
    beforeRange.wait = async () => {
      throw new TypeError("oops");
    };
    const two = await admin.check(file("F", 3));
    expect(two.state).toBe("failed");
    expect(two.failure).toContain("Something went wrong on our side");
    beforeRange.wait = async () => {};
    await admin.post(`/imports/${one.id}/check`);
    expect((await admin.settled(one.id)).state).toBe("checked");
  });

  test("asks for another check when the database has lost the stage", async () => {
    await shop.worker();
    const admin = shop.as("admin");
    const one = await admin.check(file("L", 3));
    await shop.world.admin.query("truncate import_stage");
    const back = await admin.run(one);
    expect(back).toMatchObject({ state: "mapped", acts: ["map", "check", "discard"] });
    expect(back.failure).toContain("has lost the checked rows");
  });

  test("is found by the sweep and begun again, a number of times", async () => {
    await shop.worker();
    const admin = shop.as("admin");
    const vendorId = shop.world.vendors.nordwind.uuid;
    const dead = async (attempts: number) => {
      const one = await admin.check(file(`S${attempts}`, 3));
      await shop.world.admin.query(
        "update import set state = 'running', alive_at = now() - interval '1 hour', attempts = $2 where id = $1",
        [uuid(one.id), attempts],
      );
      await shop.queue.add("import-sweep", vendorId);
      return admin.settled(one.id);
    };
    expect(await dead(1)).toMatchObject({ state: "done", result: { created: 3 } });
    expect(await dead(5)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("interrupted 5 times"),
    });
  });

  test("rows that nobody will take over are let go", async () => {
    await shop.worker();
    const admin = shop.as("admin");
    const one = await admin.check(file("W", 3));
    await shop.world.admin.query("update import set requested_at = now() - interval '8 days'");
    await shop.queue.add("import-sweep", shop.world.vendors.nordwind.uuid);
    await expect.poll(() => count("select count(*) from import_stage")).toBe(0);
    expect((await admin.get$(one.id)).state).toBe("mapped");
  });
});
