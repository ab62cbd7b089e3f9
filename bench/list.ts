import { deepEqual } from "node:assert/strict";
import autocannon from "autocannon";
import Fastify, { type FastifyInstance } from "fastify";
import type pg from "pg";
import { createHttp } from "#app/server.ts";
import { hashOfKey, newApiKey } from "#ecosystem/people/index.ts";
import { createPool } from "#platform/database/pool.ts";
import { toPublicId } from "#platform/ids.ts";
import { type BenchInstallation, install } from "./installation.ts";
import { type Bench, round, sized } from "./result.ts";

const rows = sized(100_000, 1_000_000);
const pageRows = 50;
const clients = 10;
const rounds = 4;
const secondsPerRound = 3;

/**
 * A page of 50 accounts as the vendor's staff: signed in, authorised, row-secured, presented. Held against Fastify and
 * the driver that run the same statement, with the vendor written into it, and answer the same JSON. Whoever asks runs
 * beside the servers, and asks the two in turns.
 */
export const listPage: Bench = async (log) => {
  const bench = await install();
  const key = await fill(bench);
  const http = await createHttp(bench.hanse, { pages: false });
  const pool = createPool({ connection: bench.connection, max: 20, onError: () => {} });
  const plain = plainServer(pool, bench.vendorId);
  try {
    const authorization = `Bearer ${key}`;
    const ours = `${await http.listen({ port: 0, host: "127.0.0.1" })}/api/v1/accounts`;
    const peer = `${await plain.listen({ port: 0, host: "127.0.0.1" })}/accounts`;
    const answerOf = async (url: string) => (await fetch(url, { headers: { authorization } })).json();
    deepEqual(await answerOf(peer), await answerOf(ours));
    const load = (url: string, duration: number) =>
      autocannon({ url, connections: clients, duration, workers: 1, headers: { authorization } });
    for (const url of [ours, peer]) await load(url, 1);
    const secured = [];
    const bare = [];
    for (let at = 0; at < rounds; at++) {
      secured.push(await load(ours, secondsPerRound));
      bare.push(await load(peer, secondsPerRound));
    }
    const refused = [...secured, ...bare].reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0);
    if (refused > 0) throw new Error(`${refused} answers were refusals.`);
    const perSecond = (answers: autocannon.Result[]) =>
      answers.reduce((sum, { requests }) => sum + requests.average, 0) / answers.length;
    const slowest = (answers: autocannon.Result[]) => Math.max(...answers.map(({ latency }) => latency.p99));
    log(`p99 ${slowest(secured)} ms against ${slowest(bare)} ms`);
    return [
      {
        name: "list",
        ours: Math.round(perSecond(secured)),
        peer: Math.round(perSecond(bare)),
        unit: "requests/s",
        ratio: round(perSecond(secured) / perSecond(bare), 2),
        n: secured.reduce((sum, { requests }) => sum + requests.total, 0),
        what: `a page of ${pageRows} of ${rows} accounts, signed in by key, row-secured; against bare Fastify and pg with the same statement, the vendor written into it, and the same JSON`,
      },
    ];
  } finally {
    await http.close();
    await plain.close();
    await pool.end();
    await bench.close();
  }
};

/** Accounts of the vendor, and a key to read them with. */
async function fill({ admin, vendorId }: BenchInstallation): Promise<string> {
  const key = newApiKey();
  await admin.query(
    `insert into account (vendor_id, id, name, sector, country) select $1, md5('account' || i)::uuid, 'Account ' || i, 'retail', 'US' from generate_series(1, ${rows}) i`,
    [vendorId],
  );
  await admin.query(
    `insert into api_key (vendor_id, id, membership_id, name, key_hash, hint) select vendor_id, md5('key')::uuid, id, 'bench', $1, 'key' from membership`,
    [hashOfKey(key)],
  );
  await admin.query("vacuum analyze");
  return key;
}

/** What one would write without people, rights, paging, filters and checks: a statement and its rows as JSON. */
function plainServer(pool: pg.Pool, vendorId: string): FastifyInstance {
  const server = Fastify();
  server.get("/accounts", async () => {
    const found = await pool.query(
      `select a.id, a.name, a.sort_name, a.external_id, a.sector, a.country, a.year_established, a.employees,
        a.annual_revenue_millions, a.parent_id, above.name as parent_name, a.created_at, a.version
      from account a left join account above on above.vendor_id = a.vendor_id and above.id = a.parent_id
      where a.vendor_id = $1 order by a.sort_name, a.id limit ${pageRows + 1}`,
      [vendorId],
    );
    const items = found.rows.slice(0, pageRows);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        id: toPublicId("acc", row.id),
        name: row.name,
        externalId: row.external_id,
        sector: row.sector,
        country: row.country,
        yearEstablished: row.year_established,
        employees: row.employees,
        annualRevenueMillions: row.annual_revenue_millions,
        parent:
          row.parent_id === null ? null : { id: toPublicId("acc", row.parent_id), name: row.parent_name },
        createdAt: row.created_at.toString(),
        version: row.version,
      })),
      nextCursor: Buffer.from(JSON.stringify([last.sort_name, last.id])).toString("base64url"),
    };
  });
  return server;
}
