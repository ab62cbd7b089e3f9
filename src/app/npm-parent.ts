import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const lookEveryMs = 250;

/** A process above us, by its number and by what it calls itself. */
interface Above {
  pid: number;
  title: string;
}

/**
 * Calls `gone` when the npm that started this process has ended. npm hands a signal to its shell alone, which ends
 * without telling us; on `kill -9` nobody hears anything. A server that nobody can stop any more would keep the port.
 */
export function whenNpmIsGone(gone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const npm = npmAbove(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || lives(npm))) return;
    clearInterval(timer);
    gone();
  }, lookEveryMs);
  timer.unref();
}

/** npm is our parent, or our grandparent where its shell stays in between. */
function npmAbove(parent: number): number | null {
  const shell = look(parent);
  if (shell === null) return null;
  return [shell.own, look(shell.parent)?.own].find((one) => one?.title.startsWith("npm"))?.pid ?? null;
}

function look(pid: number): { own: Above; parent: number } | null {
  try {
    if (process.platform === "linux") {
      const title = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      // The name in brackets may hold anything; behind it stand the state and the parent's number.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return { own: { pid, title }, parent: Number(parent) };
    }
    const { stdout } = spawnSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8" });
    const match = /^\s*(\d+)\s+(.*)$/m.exec(stdout);
    return match === null ? null : { own: { pid, title: match[2] ?? "" }, parent: Number(match[1]) };
  } catch {
    return null;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
