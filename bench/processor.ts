import { readdir, readFile } from "node:fs/promises";
import type { BenchInstallation } from "./installation.ts";
import { seconds } from "./result.ts";

/** What something took on the clock, and of processors: by this process and all of the database's. */
export interface Spent {
  seconds: number;
  /** Seconds; on a shared machine they tell more than the clock. Null where the system does not say. */
  processor: number | null;
}

const ticksPerSecond = 100;

export async function spent(bench: BenchInstallation, act: () => Promise<unknown>): Promise<Spent> {
  const before = await processorSeconds(bench.serverPid);
  const took = await seconds(act);
  const after = await processorSeconds(bench.serverPid);
  return { seconds: took, processor: before === null || after === null ? null : after - before };
}

/** The server counts what its ended processes took, so that none is lost between two readings. */
async function processorSeconds(serverPid: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    // The name in parentheses may hold anything; behind it: state, parent, …, and from the twelfth on the times.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [own, ended] = [fields.slice(11, 13), fields.slice(13, 15)];
    if (Number(fields[1]) === serverPid) ticks += sum(own);
    if (Number(entry) === serverPid) ticks += sum(own) + sum(ended);
  }
  return (user + system) / 1e6 + ticks / ticksPerSecond;
}

function sum(values: readonly string[]): number {
  return values.reduce((total, value) => total + Number(value), 0);
}
