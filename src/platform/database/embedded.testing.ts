import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { type EmbeddedDatabase, type EmbeddedOptions, openEmbedded } from "./embedded.ts";
import { openDataFolder } from "./embedded-folder.ts";
import { serverProcesses } from "./embedded-processes.ts";

export const fixture = fileURLToPath(new URL("embedded.fixture.ts", import.meta.url));

/** What the fixture said of its opening. */
export interface Told {
  connection: pg.ClientConfig;
  owns?: boolean;
  problem?: string;
  detail?: string;
  error?: string;
}

/** A data folder for each test, and what a test does with it. After each test nothing of its server may live. */
export class Stage {
  base = "";
  folder = "";
  private opened: EmbeddedDatabase[] = [];
  private programs: ChildProcess[] = [];

  constructor() {
    vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
    beforeEach(() => {
      this.base = mkdtempSync(join(tmpdir(), "hanse-test-"));
      this.folder = join(this.base, "data");
      this.opened = [];
      this.programs = [];
    });
    afterEach(async () => {
      for (const database of this.opened) await database.close();
      for (const program of this.programs) await end(program, "SIGTERM");
      const left = existsSync(this.folder) ? this.living() : 0;
      rmSync(this.base, { recursive: true, force: true });
      expect(left).toBe(0);
    });
  }

  /** Opens it in this process. */
  async open(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
    const usual = { dataFolder: this.folder, mode: "own", durable: false, log: () => {} } as const;
    const database = await openEmbedded({ ...usual, ...options });
    this.opened.push(database);
    return database;
  }

  /** Opens it in a program of its own, which can be killed. */
  start(mode = "own", options: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {}): ChildProcess {
    const program = spawn(process.execPath, [fixture, this.folder, mode], {
      ...options,
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    this.programs.push(program);
    return program;
  }

  /** How many processes of its server live. */
  living(): number {
    const { leaders, children } = serverProcesses(openDataFolder(this.folder));
    return leaders.length + children.length;
  }

  /** The process number of its server. */
  postmaster(): number {
    const [pid] = serverProcesses(openDataFolder(this.folder)).leaders;
    if (pid === undefined) throw new Error("No server runs.");
    return pid;
  }

  halfMade(): string[] {
    return readdirSync(this.folder).filter((name) => name.startsWith("postgres.new-"));
  }
}

export async function told(program: ChildProcess): Promise<Told> {
  if (!program.stdout) throw new Error("The program has no output.");
  for await (const line of createInterface(program.stdout)) return { connection: {}, ...JSON.parse(line) };
  throw new Error("The program ended without a word.");
}

export async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill(signal);
  await once(program, "exit");
}

export async function query<Row extends pg.QueryResultRow>(
  connection: pg.ClientConfig,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Tries again while the server is away, as the product's pool does. */
export async function eventually<T>(work: () => Promise<T> | T): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt > 1_200) throw error;
      await sleep(25);
    }
  }
}

/** A session that is busy in a way in which it does not notice that its server died. */
export async function spin(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  client.query("do $$ begin loop end loop; end $$").catch(() => {});
  await eventually(async () => {
    const busy = "select 1 as one from pg_stat_activity where query like 'do %' and state = 'active'";
    expect(await query(connection, busy)).toEqual([{ one: 1 }]);
  });
  return client;
}
