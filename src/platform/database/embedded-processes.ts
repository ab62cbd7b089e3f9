import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./embedded-folder.ts";

/** The processes of one folder's server that live now. */
export interface ServerProcesses {
  /** The server itself, and an initdb: what was started with the folder as its argument. */
  leaders: number[];
  /** What a server forked. They may outlive it, and then block the next start. */
  children: number[];
}

/**
 * Finds the server's processes by what they call themselves now, not by a number written down earlier: a number may
 * long belong to another program, zombies have no name, and each child of PostgreSQL leads a process group of its
 * own, so that the server's group does not reach it. (On Windows PostgreSQL's own pg_ctl does this work.)
 */
export function serverProcesses(folder: DataFolder): ServerProcesses {
  const found: ServerProcesses = { leaders: [], children: [] };
  const { separator, lines } = commandLines();
  const marks = ["postgres", "initdb"].map((program) => [program, "-D", folder.cluster].join(separator));
  for (const [pid, line] of lines) {
    if (line.startsWith(`postgres: ${folder.name}: `)) found.children.push(pid);
    else if (marks.some((mark) => `${line}${separator}`.includes(`${mark}${separator}`)))
      found.leaders.push(pid);
    else if (marks.some((mark) => line.includes(`${mark}${halfMade}`))) found.leaders.push(pid);
  }
  return found;
}

/** What follows the cluster's path in the name under which initdb first makes it. */
export const halfMade = ".new-";

/** True when process `pid` is a PostgreSQL that was started on the folder `cluster`. */
export function isServerOf(pid: number, cluster: string): boolean {
  const { separator, lines } = commandLines();
  return lines.some(([id, line]) => id === pid && line.includes(["postgres", "-D", cluster].join(separator)));
}

/** Sends the server the signal by which PostgreSQL means this kind of shutdown. */
export function askToStop(folder: DataFolder, manner: "fast" | "immediate"): void {
  for (const pid of serverProcesses(folder).leaders) signal(pid, manner === "fast" ? "SIGINT" : "SIGQUIT");
}

/** Waits until nothing of the server lives, at most `waitMs`; false when something still does. */
export async function allGone(folder: DataFolder, waitMs: number): Promise<boolean> {
  const end = performance.now() + waitMs;
  for (;;) {
    const { leaders, children } = serverProcesses(folder);
    if (leaders.length + children.length === 0) return true;
    if (performance.now() > end) return false;
    await sleep(20);
  }
}

/** Ends what is left of a server that serves nobody. What it acknowledged is in its log and comes back. */
export async function endLeftovers(folder: DataFolder): Promise<void> {
  if (serverProcesses(folder).leaders.length > 0) {
    askToStop(folder, "immediate");
    if (await allGone(folder, 2_000)) return;
  }
  for (let round = 0; round < 20; round++) {
    const { leaders, children } = serverProcesses(folder);
    for (const pid of [...leaders, ...children]) signal(pid, "SIGKILL");
    if (await allGone(folder, 250)) return;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile.
  }
}

function commandLines(): { separator: string; lines: [pid: number, line: string][] } {
  if (process.platform === "win32") return { separator: " ", lines: [] };
  if (process.platform !== "linux") return { separator: " ", lines: askPs() };
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return { separator: "\0", lines: pids.map((pid) => [pid, commandLineOf(pid)]) };
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function askPs(): [number, string][] {
  const { stdout } = spawnSync("ps", ["-axww", "-o", "pid=,command="], { encoding: "utf8" });
  return stdout.split("\n").map((row) => {
    const [, pid = "0", line = ""] = /^\s*(\d+)\s+(.*)$/.exec(row) ?? [];
    return [Number(pid), line];
  });
}
