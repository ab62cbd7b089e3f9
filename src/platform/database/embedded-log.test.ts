import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDataFolder } from "./embedded-folder.ts";
import { lastWords, limitLog } from "./embedded-log.ts";

function someFolder() {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), "hanse-test-")));
  onTestFinished(() => rmSync(folder.path, { recursive: true }));
  return folder;
}

test("a log that grew is cut while the server has it open, and its end is kept", async () => {
  const folder = someFolder();
  const server = openSync(folder.log, "a");
  writeSync(server, `${"x".repeat(9 * 1024 * 1024)}the end`);
  await limitLog(folder);
  writeSync(server, "goes on");
  closeSync(server);
  expect(readFileSync(folder.log, "utf8")).toBe("goes on");
  expect(readFileSync(`${folder.log}.1`, "utf8").endsWith("xthe end")).toBe(true);
  expect(statSync(`${folder.log}.1`).size).toBeLessThan(5 * 1024 * 1024);
});

test("the reason for a failed start is its last fatal line, not the turning away of those who came too early", () => {
  const folder = someFolder();
  appendFileSync(folder.log, "2026-01-01 [1] FATAL:  of an earlier start\n");
  const offset = statSync(folder.log).size;
  expect(lastWords(folder, offset)).toBeUndefined();
  appendFileSync(folder.log, "2026-01-01 [2] FATAL:  could not map memory\n");
  appendFileSync(folder.log, "2026-01-01 [3] FATAL:  the database system is starting up\n");
  appendFileSync(folder.log, "2026-01-01 [2] LOG:  database system is shut down\n");
  expect(lastWords(folder, offset)).toBe("could not map memory");
});
