import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { completeInstall } from "./embedded-binaries.ts";

test("an install without scripts gets its library links and runnable programs, once and again", () => {
  const root = mkdtempSync(join(tmpdir(), "hanse-test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const program = join(root, "native", "bin", "postgres");
  for (const folder of ["lib", "bin"]) mkdirSync(join(root, "native", folder), { recursive: true });
  writeFileSync(program, "", { mode: 0o644 });
  writeFileSync(join(root, "native", "lib", "libpq.so.5.18"), "library");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  writeFileSync(join(root, "native", "pg-symlinks.json"), JSON.stringify(links));

  for (let time = 0; time < 2; time++) completeInstall(root, [program]);

  expect(readFileSync(join(root, "native", "lib", "libpq.so.5"), "utf8")).toBe("library");
  expect(() => accessSync(program, constants.X_OK)).not.toThrow();
});
