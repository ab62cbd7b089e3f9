import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readOwner, takeOwnership } from "./owner-lock.ts";

function someFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hanse-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("one at a time, known by its process, free again when released", async () => {
  const folder = someFolder();
  const lock = await takeOwnership(folder);
  expect(lock?.state()).toBe("held");
  expect(await takeOwnership(folder)).toBeUndefined();
  expect(await readOwner(folder)).toMatchObject({ pid: process.pid });
  await lock?.release();
  await lock?.release();
  expect(await readOwner(folder)).toBeUndefined();
  const next = await takeOwnership(folder);
  expect(next?.state()).toBe("held");
  await next?.release();
});

test("an owner notices that its folder was moved away, and that another stands in its place", async () => {
  const folder = someFolder();
  const lock = await takeOwnership(folder);
  renameSync(folder, `${folder}.moved`);
  onTestFinished(() => rmSync(`${folder}.moved`, { recursive: true }));
  expect(lock?.state()).toBe("gone");
  mkdirSync(folder);
  const other = await takeOwnership(folder);
  expect([lock?.state(), other?.state()]).toEqual(["replaced", "held"]);
  await lock?.release();
  expect(await readOwner(folder)).toMatchObject({ pid: process.pid });
  await other?.release();
});
