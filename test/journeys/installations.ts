import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Loading the sample takes 40 s on two quiet cores. */
const readyWithinMs = 8 * 60_000;
const endWithinMs = 60_000;

/** The product as its own process, as `npm start` or `npm run demo` run it. */
export interface RunningInstallation {
  address: string;
  /** What it has told on its console. */
  said: () => string;
  end: () => Promise<void>;
}

/**
 * Starts `src/app/<program>.ts` on a data folder and a port of its own, and answers once it told that Ctrl-C stops
 * it. It ends with this process however that ends: it looks after its parent, as it does after npm.
 */
export async function startInstallation(
  program: "main" | "demo",
  dataFolder: string,
): Promise<RunningInstallation> {
  const child = spawn(
    process.execPath,
    ["--import", join(root, "scripts", "quick-start.js"), join(root, "src", "app", `${program}.ts`)],
    { cwd: root, env: environment(dataFolder), stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
  }
  const end = () => endProcess(child);
  try {
    await told(child, () => said.includes("Ctrl-C stops it"));
    const address = /is ready: (http:\S+)/.exec(said)?.[1];
    if (address === undefined) throw new Error("It told no address.");
    return { address, said: () => said, end };
  } catch (error) {
    await end();
    throw new Error(`${program}.ts did not start. It said:\n${said}`, { cause: error });
  }
}

/** This process's environment without what would point the product to somebody's real database or mail. */
function environment(dataFolder: string): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _database,
    SMTP_URL: _mail,
    PUBLIC_URL: _address,
    ROLE: _role,
    ...rest
  } = process.env;
  return {
    ...rest,
    NODE_ENV: "production",
    DATA_FOLDER: dataFolder,
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "warn",
    npm_lifecycle_event: process.env.npm_lifecycle_event ?? "journeys",
  };
}

async function told(child: ChildProcess, ready: () => boolean): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  while (!ready()) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("It ended.");
    if (performance.now() > deadline) throw new Error(`It was not ready after ${readyWithinMs / 1000} s.`);
    await sleep(50);
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), endWithinMs);
  await gone;
  clearTimeout(late);
}
