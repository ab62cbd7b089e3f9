import { randomBytes } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DataFolder, notStartable } from "./embedded-folder.ts";
import { canEnter, type ServerUser } from "./embedded-user.ts";

/** Where the server listens: the folder of a Unix socket or, on Windows, a loopback port with a password. */
export interface Address {
  host: string;
  port: number;
  password?: string;
}

/** What the one who starts the server leaves for those who attach to it or find it orphaned. */
export interface ServerRecord {
  address: Address;
  /** What the server was started with; another release, or another wish, restarts it instead of adopting it. */
  startedWith: string;
}

/** A socket's path may have 107 bytes on Linux and 103 on macOS. */
const maxSocketPathBytes = 100;
const unixPort = 5432;

/** Unix: a folder for the socket that only the server's user and root may enter. Windows: a free loopback port. */
export async function newAddress(folder: DataFolder, user: ServerUser, last?: Address): Promise<Address> {
  if (process.platform !== "win32")
    return { host: join(temporaryFolder(folder, user), folder.name), port: unixPort };
  return {
    host: "127.0.0.1",
    port: await freePort(),
    password: last?.password ?? randomBytes(24).toString("hex"),
  };
}

/** True when some server takes connections there. */
export function listens({ host, port }: Address): Promise<boolean> {
  const where = host.startsWith("/") ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port };
  return new Promise((resolve) => {
    const socket = connect(where);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/**
 * Makes the address ready for a start. What a dead server left there goes: its lock names a process that may be
 * anyone's by now. The folder's name is no secret, so someone else may have made it first: it must belong to us.
 */
export function prepareAddress({ host }: Address, user: ServerUser): void {
  if (process.platform === "win32") return;
  mkdirSync(host, { recursive: true, mode: 0o700 });
  const found = lstatSync(host);
  const ours = found.isDirectory() && [process.geteuid?.(), user.uid].includes(found.uid);
  if (!ours || (found.mode & 0o077) !== 0) {
    throw notStartable(
      `The folder ${host}, meant for the database's socket, belongs to somebody else: remove it.`,
    );
  }
  if (user.uid !== found.uid) chownSync(host, user.uid, user.gid);
  for (const name of readdirSync(host)) rmSync(join(host, name), { force: true });
}

/** Removes the address itself, when the server was stopped in order. */
export async function dropAddress({ host }: Address): Promise<void> {
  if (process.platform !== "win32") await rm(host, { recursive: true, force: true });
}

export async function writeRecord(folder: DataFolder, record: ServerRecord): Promise<void> {
  const path = recordPath(folder);
  await writeFile(`${path}.new`, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

export async function readRecord(folder: DataFolder): Promise<ServerRecord | undefined> {
  try {
    const record: unknown = JSON.parse(await readFile(recordPath(folder), "utf8"));
    return isRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function recordPath(folder: DataFolder): string {
  return join(folder.path, "postgres.json");
}

function isRecord(value: unknown): value is ServerRecord {
  if (typeof value !== "object" || value === null || !("address" in value) || !("startedWith" in value))
    return false;
  const { address, startedWith } = value;
  return (
    typeof address === "object" && address !== null && "host" in address && typeof startedWith === "string"
  );
}

/* The data folder's own path may be too long for a socket. */
function temporaryFolder(folder: DataFolder, user: ServerUser): string {
  const fits = Buffer.byteLength(join(tmpdir(), folder.name, `.s.PGSQL.${unixPort}`)) <= maxSocketPathBytes;
  return fits && canEnter(user, tmpdir()) ? tmpdir() : "/tmp";
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
