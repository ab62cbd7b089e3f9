import { createHttp } from "#app/server.ts";
import { hashOfKey, newApiKey } from "#ecosystem/people/index.ts";
import { createPool } from "#platform/database/pool.ts";
import { toPublicId } from "#platform/ids.ts";
import { type BenchInstallation, install } from "./installation.ts";
import { type Bench, round, seconds, sized } from "./result.ts";

const clients = 20;
const submissions = sized(1_000, 20_000);
const accounts = sized(100_000, 1_000_000);
const rivals = sized(200, 1_000);

/**
 * Registrations submitted over HTTP by 20 partners at once, every second one for a customer that somebody holds already.
 * Held against single durable inserts through as many connections. The two kinds of answer take the same time.
 */
export const register: Bench = async (log) => {
  const bench = await install();
  const http = await createHttp(bench.hanse, { pages: false });
  try {
    const origin = `${await http.listen({ port: 0, host: "127.0.0.1" })}/api/v1`;
    const keys = await fill(bench, clients);
    const drafts = await Promise.all(
      keys.map((key, client) =>
        draftsOf(origin, key, (index) => customer(client, index), submissions / clients),
      ),
    );
    const times = { free: [] as number[], held: [] as number[] };
    // Who is asked for twice is there before anybody is timed.
    const first = keys[0] ?? "";
    const taken = (index: number) => held(index % clients, Math.floor(index / clients));
    for (const draft of await draftsOf(origin, first, taken, clients * heldEach))
      await submit(origin, first, draft);
    const took = await seconds(async () => {
      await Promise.all(
        keys.map(async (key, client) => {
          for (const [index, draft] of (drafts[client] ?? []).entries()) {
            const one = await seconds(() => submit(origin, key, draft));
            times[index % 2 === 0 ? "free" : "held"].push(one * 1000);
          }
        }),
      );
    });
    const bare = await bareInserts(bench);
    for (const [kind, list] of Object.entries(times))
      log(
        `${kind}: ${[0.5, 0.9, 0.99].map((part) => `p${part * 100} ${round(quantile(list, part), 1)} ms`).join(", ")}`,
      );
    const ours = submissions / took;
    return [
      {
        name: "register",
        ours: Math.round(ours),
        peer: Math.round(bare),
        unit: "submissions/s",
        ratio: round(ours / bare, 2),
        n: submissions,
        what: `registrations submitted over HTTP by ${clients} partners, beside ${accounts} accounts; against single durable inserts through as many connections`,
      },
      {
        name: "register/neutral",
        ours: round(quantile(times.held, 0.5), 2),
        peer: round(quantile(times.free, 0.5), 2),
        unit: "ms",
        ratio: round(quantile(times.held, 0.5) / quantile(times.free, 0.5), 2),
        n: submissions,
        what: "median time of the answer where somebody holds the customer, against where it is free; the same is 1",
      },
    ];
  } finally {
    await http.close();
    await bench.close();
  }
};

/** Many partners ask for the same at once: one holds, and the last has its answer after so long. */
export const race: Bench = async () => {
  const bench = await install();
  const http = await createHttp(bench.hanse, { pages: false });
  try {
    const origin = `${await http.listen({ port: 0, host: "127.0.0.1" })}/api/v1`;
    const keys = await fill(bench, rivals);
    const drafts: Draft[] = [];
    for (const key of keys) drafts.push(...(await draftsOf(origin, key, () => "Everybody's Darling", 1)));
    const took = await seconds(() =>
      Promise.all(keys.map((key, index) => submit(origin, key, drafts[index] ?? { id: "", version: 0 }))),
    );
    const found = await bench.admin.query<{ holders: number }>(
      "select count(distinct registration_id)::int as holders from registration_claim where state = 'holding'",
    );
    return [
      {
        name: "race",
        ours: round(took, 2),
        peer: null,
        unit: "s",
        ratio: null,
        n: rivals,
        what: `${rivals} partners register the same deal at once: time to the last answer; ${found.rows[0]?.holders ?? 0} of them holds it`,
      },
    ];
  } finally {
    await http.close();
    await bench.close();
  }
};

interface Draft {
  id: string;
  version: number;
}

/** Each client asks for customers of its own, so that nobody waits for somebody else's transaction. */
const heldEach = 10;
const held = (client: number, index: number) => `Taken Works ${client} ${index % heldEach}`;
const customer = (client: number, index: number) =>
  index % 2 === 0 ? `Fresh Customer ${client} ${index}` : held(client, index);

/** Partners with an administrator's key each, a product, and the vendor's accounts. */
async function fill({ admin, vendorId }: BenchInstallation, partners: number): Promise<string[]> {
  const keys = Array.from({ length: partners }, () => newApiKey());
  await admin.query(
    `insert into account (vendor_id, id, name, country) select $1, md5('account' || i)::uuid, 'Account ' || i, 'US' from generate_series(1, ${accounts}) i`,
    [vendorId],
  );
  await admin.query(
    "insert into product (vendor_id, id, name, series, list_price_minor, currency) values ($1, md5('product')::uuid, 'Gust', 'GTX', 55000, 'USD')",
    [vendorId],
  );
  await admin.query(
    `with made as (select i, md5('partner' || i)::uuid as partner, md5('member' || i)::uuid as member, md5('person' || i)::uuid as person
        from generate_series(1, $2) i),
      people as (insert into auth."user" (id, name, email, "emailVerified") select person, 'P', 'p' || i || '@bench.example', true from made),
      partners as (insert into partner (vendor_id, id, name) select $1, partner, 'Partner ' || i from made)
      select`,
    [vendorId, partners],
  );
  await admin.query(
    `insert into membership (vendor_id, id, person_id, side, partner_id, roles, name, email)
      select $1, md5('member' || i)::uuid, md5('person' || i)::uuid, 'partner', md5('partner' || i)::uuid, '{partner-admin}', 'P', 'p' || i || '@bench.example'
      from generate_series(1, $2) i`,
    [vendorId, partners],
  );
  await admin.query(
    `insert into api_key (vendor_id, id, membership_id, name, key_hash, hint)
      select $1, md5('key' || i)::uuid, md5('member' || i)::uuid, 'bench', hash, 'key' from unnest($2::bytea[]) with ordinality as t (hash, i)`,
    [vendorId, keys.map((key) => hashOfKey(key))],
  );
  await admin.query("vacuum analyze");
  return keys;
}

async function draftsOf(
  origin: string,
  key: string,
  name: (index: number) => string,
  count: number,
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (let index = 0; index < count; index++) {
    drafts.push(
      await post(`${origin}/deals`, key, {
        customerName: name(index),
        customerCountry: "US",
        expectedCloseOn: Temporal.Now.plainDateISO("UTC").add({ days: 60 }).toString(),
        lines: [{ productId: toPublicId("prd", productUuid) }],
      }),
    );
  }
  return drafts;
}

/** `md5('product')`, as the database has it. */
const productUuid = "f5bf48aa-40ca-d789-1eb7-09fcf1fde128";

async function submit(origin: string, key: string, { id, version }: Draft): Promise<void> {
  await post(`${origin}/deals/${id}/submission`, key, {}, { "if-match": `"${version}"` });
}

async function post(
  url: string,
  key: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Draft> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** The limit: rows a second, each in a durable transaction of its own. */
async function bareInserts({ connection, admin }: BenchInstallation): Promise<number> {
  await admin.query("create table bare_registration (id uuid primary key, body text)");
  const pool = createPool({ connection, max: clients, onError: () => {} });
  try {
    const each = submissions / clients;
    const took = await seconds(() =>
      Promise.all(
        Array.from({ length: clients }, async () => {
          for (let index = 0; index < each; index++)
            await pool.query("insert into bare_registration values (gen_random_uuid(), $1)", [
              "a registration",
            ]);
        }),
      ),
    );
    return submissions / took;
  } finally {
    await pool.end();
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
