import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Address, prepareAddress, type ServerRecord, writeRecord } from "./embedded-address.ts";
import type { Binaries } from "./embedded-binaries.ts";
import { type DataFolder, notStartable } from "./embedded-folder.ts";
import { lastWords, limitLog, logSize } from "./embedded-log.ts";
import { allGone, askToStop, endLeftovers, isServerOf } from "./embedded-processes.ts";
import { ended, run } from "./embedded-run.ts";
import { connectionTo, greet, type Session } from "./embedded-session.ts";
import type { ServerUser } from "./embedded-user.ts";

/** All that is needed to run the server of one data folder, again and again in the same way. */
export interface Server {
  folder: DataFolder;
  binaries: Binaries;
  user: ServerUser;
  address: Address;
  settings: Record<string, string>;
  log: (line: string) => void;
}

/** Recovery after a crash may take a while on a slow disk, but nobody waits for ever. */
const startWithinMs = 300_000;
const fastStopMs = 10_000;
const immediateStopMs = 3_000;
const onWindows = process.platform === "win32";

/**
 * A session of the bootstrap superuser in the folder's server: in the one that lives, if it serves this folder and is
 * what we would start ourselves (`last` tells how it was started), or else in a new one.
 */
export async function serve(
  server: Server,
  last: ServerRecord | undefined,
  signal: AbortSignal,
): Promise<Session> {
  const living = await greetServer(server, signal).catch(() => undefined);
  signal.throwIfAborted();
  if (living && (await servesThis(server.folder, living).catch(() => false))) {
    if (last?.startedWith === wordsOf(server)) return living;
    await living.client.end();
    await stopServer(server);
  }
  return start(server, signal);
}

/** Ends the server: open transactions are rolled back; one that does not obey in time is cut off. */
export async function stopServer({ folder, binaries, user }: Server): Promise<void> {
  if (onWindows) {
    await ended(run(folder, user, binaries.pgCtl, ["stop", "-D", folder.cluster, "-m", "fast", "-w"]));
    return;
  }
  askToStop(folder, "fast");
  if (await allGone(folder, fastStopMs)) return;
  askToStop(folder, "immediate");
  if (await allGone(folder, immediateStopMs)) return;
  await endLeftovers(folder);
}

async function start(server: Server, signal: AbortSignal): Promise<Session> {
  const { folder, address, user } = server;
  await endLeftovers(folder);
  forgetForeignPid(folder);
  prepareAddress(address, user);
  await limitLog(folder);
  // Written before the start, so that whoever finds the server orphaned knows where and as what it runs.
  await writeRecord(folder, { address, startedWith: wordsOf(server) });
  signal.throwIfAborted();
  const offset = await logSize(folder);
  let failure: string | undefined;
  const child = launch(server);
  void ended(child).then((how) => {
    failure = how ?? (onWindows ? undefined : "it stopped");
  });
  child.unref();
  const end = performance.now() + startWithinMs;
  while (performance.now() < end) {
    const session = await greetServer(server, signal);
    if (session) return session;
    if (failure !== undefined) {
      throw notStartable(`PostgreSQL does not start: ${lastWords(folder, offset) ?? failure}.`);
    }
    await sleep(10, undefined, { signal });
  }
  throw notStartable(`PostgreSQL does not become ready; ${folder.log} may say why.`);
}

function launch({ folder, binaries, user, settings }: Server) {
  const options = optionsOf(settings);
  if (!onWindows) return run(folder, user, binaries.postgres, ["-D", folder.cluster, ...options]);
  // pg_ctl gives up an administrator's rights, with which the server refuses to run.
  return run(folder, user, binaries.pgCtl, ["start", "-D", folder.cluster, "-W", "-o", options.join(" ")]);
}

function optionsOf(settings: Record<string, string>): string[] {
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}

function greetServer({ address }: Server, signal: AbortSignal): Promise<Session | undefined> {
  return greet(connectionTo(address, "postgres", "postgres"), startWithinMs, signal);
}

function wordsOf({ binaries, settings }: Server): string {
  return [binaries.version, ...optionsOf(settings)].join(" ");
}

/*
 * A server may outlive its folder: someone killed us, removed, moved or replaced the data, and starts anew in its place.
 * Such a server still answers, from files that it holds open. It must not be asked to stop in order: it would write its
 * last checkpoint's place by absolute path, into the files that are here now.
 */
async function servesThis(folder: DataFolder, { client }: Session): Promise<boolean> {
  const { rows } = await client.query<{ pid: string | null }>(
    "select pg_read_file('postmaster.pid', true) as pid",
  );
  const here = pidFile(folder);
  return here !== undefined && identity(rows[0]?.pid ?? "") === identity(here);
}

/** The number, folder and time of start; the lines below them change as the server runs. */
function identity(pidFileText: string): string {
  return pidFileText.split("\n").slice(0, 3).join("\n");
}

/*
 * PostgreSQL sees through a stale postmaster.pid unless its number was given to another program meanwhile, as after a
 * restart of the machine or container. Of ours nothing lives any more, so a living bearer is a stranger, except where
 * the folder was moved while its server ran.
 */
function forgetForeignPid(folder: DataFolder): void {
  const [pid = 0, cluster = ""] = pidFile(folder)?.split("\n") ?? [];
  if (onWindows || !lives(Number(pid))) return;
  if (isServerOf(Number(pid), cluster)) {
    throw notStartable(
      `A PostgreSQL server (process ${pid}) still uses ${folder.cluster}, moved from ${cluster}: stop it.`,
    );
  }
  rmSync(join(folder.cluster, "postmaster.pid"), { force: true });
}

function pidFile(folder: DataFolder): string | undefined {
  try {
    return readFileSync(join(folder.cluster, "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
}

function lives(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
