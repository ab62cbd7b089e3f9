import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "../world/client.ts";

const main = fileURLToPath(new URL("../../src/app/main.ts", import.meta.url));
const quickly = new URL("../../scripts/quick-start.js", import.meta.url).href;
const root = fileURLToPath(new URL("../..", import.meta.url));
const becomesReadyWithinMs = 60_000;

/** Where an installation of a test lies and listens, and as whom it runs. */
export interface Place {
  dataFolder: string;
  port: number;
  user?: { uid: number; gid: number };
  env?: Record<string, string>;
}

/** The product in a process of its own, as an operator starts it. */
export interface RunningServer {
  process: ChildProcess;
  origin: string;
  /** What it said so far on its console. */
  said(): string;
  /** The one-time token of the first visit. */
  token(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export const administrator = { email: "ada@nordwind.example", password: "wind from the north" };

/** Starts the product and waits until it is ready. @throws Error with what it said when it ends instead */
export async function startServer(place: Place): Promise<RunningServer> {
  const child = run([main], place);
  const { said, ended } = listenTo(child);
  const origin = `http://127.0.0.1:${place.port}`;
  const end = performance.now() + becomesReadyWithinMs;
  // Its last line: the token stands before it.
  while (!said().includes("Ctrl-C stops it.")) {
    if (ended() || performance.now() > end) throw new Error(`The server did not become ready.\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    process: child,
    origin,
    said,
    token: () => /^ {2}([\w-]{32})$/m.exec(said())?.[1] ?? "",
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, "exit");
      return child.exitCode;
    },
  };
}

/** Starts the product where it cannot start; answers its exit code and what it said. */
export async function startInVain(place: Place): Promise<{ code: number | null; said: string }> {
  return ended(run([main], place));
}

/** Makes the vendor and its administrator as the first visit does; answers a client with the administrator's cookie. */
export async function firstVisit(server: RunningServer): Promise<Client> {
  const visitor = createClient(server.origin, {});
  const made = await visitor.post("/setup", {
    token: server.token(),
    vendorName: "Nordwind Systems",
    timezone: "UTC",
    currency: "USD",
    name: "Ada Nordström",
    ...administrator,
  });
  if (made.status !== 201) throw new Error(`The first visit failed: ${made.text}\n${server.said()}`);
  return signIn(server.origin);
}

export async function signIn(origin: string): Promise<Client> {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(administrator),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  return createClient(origin, { cookie });
}

/** The process number of the embedded server of a data folder. */
export function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n", 1)[0]);
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

function run(words: string[], { dataFolder, port, user, env }: Place): ChildProcess {
  return spawn(process.execPath, ["--import", quickly, ...words], {
    cwd: root,
    ...user,
    env: { ...surroundings(), DATA_FOLDER: dataFolder, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The environment without what belongs to the run of the tests. */
function surroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|VITEST|NODE_OPTIONS|NODE_ENV|DATABASE_URL)/.test(name),
    ),
  );
}

function listenTo(child: ChildProcess): { said: () => string; ended: () => boolean } {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface(stream).on("line", (line) => lines.push(line));
  }
  return { said: () => lines.join("\n"), ended: () => child.exitCode !== null || child.signalCode !== null };
}

async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  const { said } = listenTo(child);
  await once(child, "close");
  return { code: child.exitCode, said: said() };
}
