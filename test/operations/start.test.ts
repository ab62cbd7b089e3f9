import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createClient } from "../world/client.ts";
import {
  administrator,
  firstVisit,
  freePort,
  type Place,
  type RunningServer,
  signIn,
  startInVain,
  startServer,
} from "./server.ts";

/* Starting and stopping the product as an operator does: in a process of its own, on an empty folder. */

let base: string;
let place: Place;
const running: RunningServer[] = [];

async function start(where: Place): Promise<RunningServer> {
  const server = await startServer(where);
  running.push(server);
  return server;
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "hanse-start-"));
  place = { dataFolder: join(base, "data"), port: await freePort() };
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.kill("SIGTERM");
  await rm(base, { recursive: true, force: true });
});

test("from an empty folder to a first administrator, alone on its data, to an end in order", async () => {
  const server = await start(place);
  const admin = await firstVisit(server);
  expect((await admin.get("/me")).body.person.email).toBe(administrator.email);
  expect((await stat(place.dataFolder)).mode & 0o077).toBe(0);

  // The token was good for one administrator.
  const again = await createClient(server.origin, {}).post("/setup", {
    token: server.token(),
    vendorName: "Other",
    timezone: "UTC",
    currency: "USD",
    name: "Eve",
    email: "eve@other.example",
    password: "a long enough one",
  });
  expect(again.status).toBe(409);

  const second = await startInVain({ ...place, port: await freePort() });
  expect(second.code).toBe(1);
  expect(second.said).toBe(
    `Another process (${server.process.pid}) runs on the data folder ${place.dataFolder}. Stop it first, or choose another data folder.`,
  );

  // Hashing a password takes long enough to be told to stop in the middle of it.
  const slow = signIn(server.origin);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const code = server.kill("SIGTERM");
  await expect(slow).resolves.toBeDefined();
  expect(await code).toBe(0);
});

test("a taken port ends with one sentence, before anything was started", async () => {
  const taken = createServer().listen(place.port, "127.0.0.1");
  try {
    const { code, said } = await startInVain(place);
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${place.port} is taken by another program: stop it, or choose another port with PORT=${place.port + 1}.`,
    );
    expect(await readdir(base)).toEqual([]);
  } finally {
    taken.close();
  }
});

test("a configuration that cannot be used is told variable by variable", async () => {
  const { code, said } = await startInVain({
    ...place,
    env: { PORT: "many", ROLE: "king", DATABASE_URL: "mysql://x" },
  });
  expect(code).toBe(1);
  expect(said.split("\n")).toHaveLength(4);
  for (const name of ["PORT", "ROLE", "DATABASE_URL"]) expect(said).toContain(name);
});

test("a database server that cannot be reached is told in one sentence", async () => {
  const env = { DATABASE_URL: `postgres://hanse@127.0.0.1:${await freePort()}/hanse` };
  const { code, said } = await startInVain({ ...place, env });
  expect(code).toBe(1);
  expect(said).toMatch(/^The database that DATABASE_URL names cannot be used: .*\.$/);
});

test.skipIf(process.platform === "win32")(
  "it runs below a folder that only its owner may enter, on a long path",
  async () => {
    const deep = join(
      base,
      "private",
      ...Array.from({ length: 8 }, (_, level) => `a-folder-with-a-long-name-${level}`),
    );
    await mkdir(deep, { recursive: true });
    await chmod(join(base, "private"), 0o700);
    const server = await start({ ...place, dataFolder: join(deep, "data") });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  },
);

const isRoot = process.getuid?.() === 0;
const everyoneMayRead = isRoot && (await openToAll(import.meta.dirname));

test.skipIf(!everyoneMayRead)("an ordinary user runs it too", async () => {
  const user = { uid: 65_534, gid: 65_534 };
  await mkdir(place.dataFolder, { mode: 0o700 });
  await chmod(base, 0o755);
  await chown(place.dataFolder, user.uid, user.gid);
  const server = await start({ ...place, user });
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
});

async function openToAll(path: string): Promise<boolean> {
  if (((await stat(path)).mode & 0o005) !== 0o005) return false;
  return dirname(path) === path || openToAll(dirname(path));
}
