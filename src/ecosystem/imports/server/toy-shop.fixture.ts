import type { ClientConfig } from "pg";
import { inject } from "vitest";
import { createPool } from "#platform/database/pool.ts";
import { createServer } from "#platform/http/server.ts";
import { createJobs, type Jobs } from "#platform/jobs/jobs.ts";
import { createLog } from "#platform/log.ts";
import { inModules } from "#platform/modules.ts";
import { type Client, createClient } from "../../../../test/world/client.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { createResolver } from "../../people/index.ts";
import type * as contract from "../contract.ts";
import { importJobs } from "./jobs.ts";
import { policy } from "./policy.ts";
import { importRoutes } from "./routes.ts";
import type { ImportServices } from "./services.ts";
import { createToyTable, toys } from "./toys.fixture.ts";

type Import = contract.Import;
type Mapping = Partial<{
  columns: Record<string, string | null>;
  values: Record<string, Record<string, string>>;
  decimalMark: "." | ",";
  dayOrder: "day-first" | "month-first";
  opening: { reason: string };
  options: Record<string, string>;
}>;

/** A world whose server takes toys in; it works the queue once it has a worker. */
export interface ToyShop {
  world: World;
  services: ImportServices;
  queue: Jobs;
  as(who: "admin" | "channel-manager" | "finance" | "south-admin"): Importer;
  toys(): Promise<Record<string, unknown>[]>;
  /** Begins a worker. */
  worker(): Promise<void>;
  stopWorkers(): Promise<void>;
  /** How to reach its database. */
  connection: ClientConfig;
  close(): Promise<void>;
}

/** Somebody who imports toys. */
export interface Importer extends Client {
  upload(content: string | Buffer, fileName?: string): Promise<Import>;
  /** Maps as guessed, but for what is told. */
  map(one: Import, mapping?: Mapping): Promise<Import>;
  /** Uploads, maps and checks. */
  check(content: string | Buffer, mapping?: Mapping): Promise<Import>;
  run(one: Import, body?: { skipProblemRows: boolean }): Promise<Import>;
  /** The import when nothing is going on with it any more. */
  settled(id: string): Promise<Import>;
  get$(id: string): Promise<Import>;
}

export async function createToyShop(): Promise<ToyShop> {
  const world = await createWorld();
  const { hanse } = world;
  await createToyTable(world.admin);
  const name = await world.admin.query("select current_database() as name");
  const connection = { ...inject("database").owner, database: name.rows[0].name };
  const pool = createPool({ connection, max: 6, driverTypes: true, onError: () => {} });
  const resolver = createResolver({ ...hanse, policies: [policy] });
  const services: ImportServices = {
    ...hanse,
    resolver,
    importKinds: [toys],
    enqueue: (name, vendorId, payload, key) => queue.add(name, vendorId, payload, key),
  };
  const jobs = () =>
    createJobs({ ...hanse, pool, jobs: inModules([], importJobs(services)), handlers: [], log: () => {} });
  const queue = await jobs();
  const workers = new Set<Jobs>();
  const stopWorkers = async () => {
    for (const one of workers) await one.stop();
    workers.clear();
  };
  const http = await createServer({
    routes: inModules([], importRoutes(services)),
    acts: new Set(Object.keys(policy)),
    deps: { door: hanse.door, files: hanse.files, authenticate: resolver, checkAnswers: true },
    requestsPerMinute: 1_000_000,
    trustedProxies: 0,
    log: createLog({ level: "silent", to: process.stdout, plain: false }),
    version: "0",
  });
  const origin = await http.listen({ port: 0, host: "127.0.0.1" });
  return {
    world,
    services,
    connection,
    queue,
    worker: async () => {
      const one = await jobs();
      await one.start();
      workers.add(one);
    },
    stopWorkers,
    as: (who) => importer(createClient(origin, { authorization: `Bearer ${world.people[who].apiKey}` })),
    toys: async () => (await world.admin.query("select * from toy order by external_id")).rows,
    close: async () => {
      http.server.closeAllConnections();
      await http.close();
      await stopWorkers();
      await queue.stop();
      await pool.end();
      await world.close();
    },
  };
}

function importer(client: Client): Importer {
  const answered = (status: number, answer: { status: number; text: string; body: Import }) => {
    if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const get$ = async (id: string) => answered(200, await client.get(`/imports/${id}`));
  const settled = async (id: string): Promise<Import> => {
    for (;;) {
      const one = await get$(id);
      if (one.state !== "checking" && one.state !== "running") return one;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const upload = async (content: string | Buffer, fileName = "toys.csv") =>
    answered(201, await client.send("POST", "/imports", formOf(content, fileName)));
  const map = async (one: Import, mapping: Mapping = {}) => {
    const guessed = Object.fromEntries(one.columns.map(({ name, guess }) => [name, guess.field]));
    const body = { ...mapping, columns: { ...guessed, ...mapping.columns } };
    return answered(200, await client.put(`/imports/${one.id}/mapping`, body, { ifMatch: one.version }));
  };
  return {
    ...client,
    get$,
    settled,
    upload,
    map,
    check: async (content, mapping) => {
      const mapped = await map(await upload(content), mapping);
      answered(202, await client.post(`/imports/${mapped.id}/check`));
      return settled(mapped.id);
    },
    run: async (one, body) => {
      answered(202, await client.post(`/imports/${one.id}/run`, body));
      return settled(one.id);
    },
  };
}

export function formOf(content: string | Buffer, fileName: string): FormData {
  const form = new FormData();
  form.set("kind", "products");
  form.set("file", new Blob([new Uint8Array(Buffer.from(content))], { type: "text/csv" }), fileName);
  return form;
}
