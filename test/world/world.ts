import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { inject } from "vitest";
import { assemble, type Hanse } from "#app/hanse.ts";
import { createHttp } from "#app/server.ts";
import { readConfig } from "#platform/config.ts";
import type { Principal } from "#platform/principal.ts";
import { type ManualClock, manualClock } from "#platform/time/clock.ts";
import {
  type DeadKeyName,
  deadKeys,
  idsOf,
  type PartnerName,
  type PersonName,
  partners,
  people,
  vendors,
  worldPassword,
  worldStart,
} from "./cast.ts";
import { type Client, createClient } from "./client.ts";
import { createDatabase } from "./database.ts";
import { plant } from "./plant.ts";
import { play } from "./played.ts";
import { accounts, type OpportunityCast, opportunities, type ProductName, products } from "./programme.ts";
import { everybody, type Present, seedOf } from "./seed.ts";
import { salesOf } from "./seed-sales.ts";

/** Whoever can be asked to make a request; `anonymous` sends nothing that says who it is. */
export type Who = PersonName | DeadKeyName | "anonymous";

export interface WorldOptions {
  /** A clock that stands at `worldStart` unless told. */
  clock?: ManualClock;
  /** Who is there; everybody unless told. */
  present?: Partial<Present>;
  /** Works the queue and hands events to their handlers, as a running installation does. */
  jobs?: boolean;
  /** Lives through the months before: runs, statements, payouts, invitations. See played.ts. */
  played?: boolean;
}

/** A sale that is added to the world, won unless told. */
export interface NewSale {
  owner: PartnerName;
  valueMinor: bigint;
  closedOn: string;
  product?: ProductName;
  name?: string;
}

/** A small vendor's programme on a database of its own, behind a listening server. */
export interface World {
  hanse: Hanse;
  clock: ManualClock;
  /** Who is there. */
  present: Present;
  /** Where the server listens, such as `http://127.0.0.1:40001`. */
  origin: string;
  /** How the product reaches its database. */
  connection: pg.ClientConfig;
  /** A superuser's connections, for assertions on what the database holds and for rows that no route can make. */
  admin: pg.Pool;
  vendors: typeof vendors;
  partners: typeof partners;
  people: typeof people;
  products: typeof products;
  accounts: typeof accounts;
  opportunities: typeof opportunities;
  /** A client with that person's API key. */
  as(who: Who): Client;
  /** A client with the cookie of a new session of that person, as a browser would send it. */
  signedIn(who: PersonName): Promise<Client>;
  /** That person as the pipeline would see them now, for calling actions without HTTP. */
  principal(who: PersonName): Promise<Principal>;
  /** Puts a won sale into the world. */
  won(sale: NewSale): Promise<{ uuid: string; id: string }>;
  close(): Promise<void>;
}

/** Builds the world: a copy of the template, the cast and its programme, the assembled product and a server. */
/** The installation's secret: the same in every world, so that what is signed is the same bytes. */
const worldSecret = "the wind that blows in every world";

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = options.clock ?? manualClock(worldStart);
  const database = await createDatabase();
  const folder = await mkdtemp(join(inject("database").folder, "world-"));
  await writeFile(join(folder, "secret"), `${worldSecret}\n`);
  const present = { ...everybody, ...options.present };
  await plant(database.admin, seedOf(present));
  await database.admin.query("update installation set set_up_at = $1", [worldStart]);
  const hanse = await assembled(database.connection, folder, clock);
  const http = await createHttp(hanse, { checkAnswers: true, pages: false });
  const origin = await http.listen({ port: 0, host: "127.0.0.1" });
  if (options.jobs) await hanse.jobs.start();
  const world: World = {
    hanse,
    clock,
    present,
    origin,
    connection: database.connection,
    admin: database.admin,
    vendors,
    partners,
    people,
    products,
    accounts,
    opportunities,
    as: (who) => createClient(origin, identityOf(who)),
    signedIn: (who) => signIn(origin, who),
    principal: (who) => principalOf(hanse, who),
    won: saleAdder(database.admin),
    close: async () => {
      await closeAll(http, hanse);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  if (options.played) await play(world);
  return world;
}

/** The product on a database, with its own data folder; nothing listens yet. */
export function assembled(connection: pg.ClientConfig, folder: string, clock: ManualClock): Promise<Hanse> {
  return assemble({
    config: {
      ...readConfig({ DATA_FOLDER: folder, LOG_LEVEL: "silent", PUBLIC_URL: "http://hanse.example" }),
      requestsPerMinute: 1_000_000,
    },
    connection,
    clock,
    log: (line, error) => console.error(line, error),
  });
}

async function closeAll(http: FastifyInstance, hanse: Hanse): Promise<void> {
  http.server.closeAllConnections();
  await http.close();
  await hanse.close();
}

function identityOf(who: Who): Record<string, string> {
  if (who === "anonymous") return {};
  const key = who in deadKeys ? deadKeys[who as DeadKeyName] : people[who as PersonName].apiKey;
  return { authorization: `Bearer ${key}` };
}

async function signIn(origin: string, who: PersonName): Promise<Client> {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email: people[who].email, password: worldPassword }),
  });
  if (!response.ok) throw new Error(`${who} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  return createClient(origin, { cookie });
}

async function principalOf(hanse: Hanse, who: PersonName): Promise<Principal> {
  const found = await hanse.resolver.byMembership(vendors[people[who].vendor].uuid, people[who].uuid);
  if (found === null) throw new Error(`${who} has no access.`);
  return found;
}

/** Numbers the added sales of each partner by themselves, so that one's do not depend on another's. */
function saleAdder(admin: pg.Pool): World["won"] {
  const added = new Map<PartnerName, number>();
  return async (sale) => {
    const n = (added.get(sale.owner) ?? 0) + 1;
    added.set(sale.owner, n);
    const ids = idsOf("opp", `${sale.owner} added ${n}`);
    const { vendor } = partners[sale.owner];
    const row: OpportunityCast = {
      ...ids,
      vendor,
      partner: sale.owner,
      direct: false,
      account: null,
      product: sale.product ?? (vendor === "nordwind" ? "gust" : "southwind"),
      name: sale.name ?? `${partners[sale.owner].name}: added sale ${n}`,
      stage: "won",
      valueMinor: sale.valueMinor,
      engagedOn: sale.closedOn,
      closedOn: sale.closedOn,
    };
    await plant(admin, salesOf([row]));
    return ids;
  };
}
