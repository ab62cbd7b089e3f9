import { statSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The sole right to one data folder; the operating system takes it back when this process ends, however it ends. */
export interface OwnerLock {
  /** `gone` once the folder was moved or removed under us, `replaced` when another one stands in its place. */
  state(): "held" | "gone" | "replaced";
  release(): Promise<void>;
}

/** Who holds the lock, as far as it told. */
export interface Owner {
  pid: number;
  startedAt: string;
}

const sqliteBusy = 5;

/**
 * Locks that are held stay reachable: a collected database handle would give its lock back in silence.
 * For the same reason nothing else in this process may open `owner.lock`: closing any descriptor of a file drops
 * the process's POSIX locks on it.
 */
const held = new Set<OwnerLock>();

/**
 * Takes the data folder, or returns undefined when a living process has it. Node offers no flock; SQLite, which is
 * part of Node, locks a file exclusively on every platform.
 */
export async function takeOwnership(folder: string): Promise<OwnerLock | undefined> {
  const path = join(folder, "owner.lock");
  const database = new DatabaseSync(path);
  try {
    database.exec("pragma journal_mode = off; pragma locking_mode = exclusive; begin exclusive");
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return undefined;
    throw error;
  }
  const { dev, ino } = statSync(path, { bigint: true });
  const lock: OwnerLock = {
    state() {
      const now = statSync(path, { bigint: true, throwIfNoEntry: false });
      if (now === undefined) return "gone";
      return now.dev === dev && now.ino === ino ? "held" : "replaced";
    },
    async release() {
      if (lock.state() === "held") await rm(ownerFile(folder), { force: true });
      if (held.delete(lock)) database.close();
    },
  };
  held.add(lock);
  await introduce(folder);
  return lock;
}

/** Who owns the folder, when that process has said so; only meaningful while its lock is held. */
export async function readOwner(folder: string): Promise<Owner | undefined> {
  try {
    const owner: unknown = JSON.parse(await readFile(ownerFile(folder), "utf8"));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

async function introduce(folder: string): Promise<void> {
  const owner: Owner = { pid: process.pid, startedAt: new Date().toISOString() };
  const draft = `${ownerFile(folder)}.new`;
  await writeFile(draft, `${JSON.stringify(owner)}\n`);
  await rename(draft, ownerFile(folder));
}

function ownerFile(folder: string): string {
  return join(folder, "owner.json");
}

function isOwner(value: unknown): value is Owner {
  return typeof value === "object" && value !== null && "pid" in value && typeof value.pid === "number";
}
