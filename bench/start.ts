import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Bench, round } from "./result.ts";

const starts = 5;
const settleMs = 3_000;

/** From the start of the program on a warm data folder until it is ready, and the memory it then holds. */
export const start: Bench = async (log) => {
  const folder = await mkdtemp(join(tmpdir(), "hanse-bench-"));
  try {
    await once(folder);
    const measured = [];
    for (let at = 0; at < starts; at++) measured.push(await once(folder));
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    log(`starts took ${measured.map(({ took }) => round(took, 2)).join(", ")} s`);
    return [
      {
        name: "start",
        ours: round(median(measured.map(({ took }) => took)), 2),
        peer: null,
        unit: "s",
        ratio: null,
        n: starts,
        what: "ready after start on a warm data folder; aim below 2",
      },
      {
        name: "start/memory",
        ours: Math.round(median(measured.map(({ mebibytes }) => mebibytes))),
        peer: null,
        unit: "MiB",
        ratio: null,
        n: starts,
        what: "resident, idle, without the database's own processes; aim below 300",
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function once(folder: string): Promise<{ took: number; mebibytes: number }> {
  const port = 20_000 + Math.floor(performance.now() % 20_000);
  const began = performance.now();
  const child = spawn(process.execPath, ["src/app/main.ts"], {
    env: { ...process.env, DATA_FOLDER: folder, PORT: String(port), LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  try {
    while (!(await ready(port))) {
      if (child.exitCode !== null) throw new Error("It did not start.");
      await sleep(10);
    }
    const took = (performance.now() - began) / 1000;
    await sleep(settleMs);
    return { took, mebibytes: await residentMebibytes(child.pid ?? 0) };
  } finally {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
  }
}

async function ready(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function residentMebibytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
