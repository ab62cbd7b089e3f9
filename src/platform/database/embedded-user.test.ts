import { chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixture, query, Stage, told } from "./embedded.testing.ts";
import { canEnter } from "./embedded-user.ts";

const stage = new Stage();
const nobody = { uid: 65534, gid: 65534 };
const isRoot = process.geteuid?.() === 0 && process.platform === "linux";
const nobodyCanRun = isRoot && canEnter(nobody, process.execPath) && canEnter(nobody, dirname(fixture));
const ownerOf = (path: string) => statSync(path).uid;

test("the server runs as whoever starts it, or as root's namesake", async () => {
  await stage.open();
  expect(ownerOf(join(stage.folder, "postgres"))).toBe(process.geteuid?.());
});

describe.skipIf(!isRoot)("started by root", () => {
  test("where namespaces are refused: as nobody, below a folder that nobody may not enter", async () => {
    await (await stage.open()).close();
    chmodSync(stage.base, 0o700);
    const { connection } = await told(stage.start("own", { env: { PATH: pathWith("setpriv") } }));
    expect(ownerOf(join(stage.folder, "postgres"))).toBe(nobody.uid);
    expect(ownerOf(`/proc/${stage.postmaster()}`)).toBe(nobody.uid);
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test.skipIf(!nobodyCanRun)("where there is nothing to help: as nobody, if nobody may enter", async () => {
    for (const folder of [stage.base, stage.folder]) mkdirSync(folder, { recursive: true });
    for (const folder of [stage.base, stage.folder]) chmodSync(folder, 0o755);
    const { connection } = await told(stage.start("own", { env: { PATH: pathWith() } }));
    expect(ownerOf(`/proc/${stage.postmaster()}`)).toBe(nobody.uid);
    expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("where there is nothing to help and nobody may not enter: a sentence says what to do", async () => {
    chmodSync(stage.base, 0o700);
    const { problem, detail } = await told(stage.start("own", { env: { PATH: pathWith() } }));
    expect(problem).toBe("not-startable");
    expect(detail).toContain("Start as an ordinary user");
  });

  test.skipIf(!nobodyCanRun)(
    "the data of an ordinary user: as that user, so that both can go on",
    async () => {
      chownSync(stage.base, nobody.uid, nobody.gid);
      const program = stage.start("own", nobody);
      const { connection } = await told(program);
      await query(connection, "create table kept as select 5 as n");
      program.kill("SIGTERM");
      const database = await stage.open({ waitMs: 30_000 });
      expect(ownerOf(`/proc/${stage.postmaster()}`)).toBe(nobody.uid);
      expect(await query(database.connection, "select n from kept")).toEqual([{ n: 5 }]);
    },
  );

  test.skipIf(!nobodyCanRun)("a user who does not own the data is told so", async () => {
    chmodSync(stage.base, 0o755);
    mkdirSync(stage.folder);
    chmodSync(stage.folder, 0o777);
    await (await stage.open()).close();
    const { problem } = await told(stage.start("own", nobody));
    expect(problem).toBe("not-startable");
  });
});

/** A search path on which, of the programs that help, there are only these. */
function pathWith(...programs: string[]): string {
  const bin = join(stage.base, "bin");
  mkdirSync(bin);
  for (const program of programs) {
    const place = (process.env.PATH ?? "").split(":").find((folder) => existsSync(join(folder, program)));
    if (place) symlinkSync(join(place, program), join(bin, program));
  }
  return bin;
}
