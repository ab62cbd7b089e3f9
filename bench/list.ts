import autocannon from "autocannon";
import Fastify from "fastify";
import { createHttp } from "#app/server.ts";
import { hashOfKey, newApiKey } from "#ecosystem/people/index.ts";
import { install } from "./installation.ts";
import { type Bench, isNightly, round } from "./result.ts";

const rows = isNightly ? 1_000_000 : 100_000;
const seconds = 8;

/**
 * A page of 50 accounts as the vendor's staff: signed in, authorised, row-secured, presented. Held against Fastify and
 * the driver with a plain statement and none of it.
 */
export const listPage: Bench = async (log) => {
  const bench = await install();
  const key = newApiKey();
  await bench.admin.query(
    `insert into account (vendor_id, id, name, sector, country) select $1, md5('account' || i)::uuid, 'Account ' || i, 'retail', 'US' from generate_series(1, ${rows}) i`,
    [bench.vendorId],
  );
  await bench.admin.query(
    `insert into api_key (vendor_id, id, membership_id, name, key_hash, hint) select vendor_id, md5('key')::uuid, id, 'bench', $1, 'key' from membership`,
    [hashOfKey(key)],
  );
  await bench.admin.query("analyze");
  const http = await createHttp(bench.hanse, { pages: false });
  const ours = await http.listen({ port: 0, host: "127.0.0.1" });
  const plain = Fastify();
  plain.get("/accounts", async () => {
    const found = await bench.admin.query(
      "select a.*, p.name as parent_name from account a left join account p on p.vendor_id = a.vendor_id and p.id = a.parent_id where a.vendor_id = $1 order by a.name, a.id limit 51",
      [bench.vendorId],
    );
    return { items: found.rows };
  });
  const peer = await plain.listen({ port: 0, host: "127.0.0.1" });
  try {
    const load = (url: string) =>
      autocannon({ url, connections: 10, duration: seconds, headers: { authorization: `Bearer ${key}` } });
    const [secured, bare] = [await load(`${ours}/api/v1/accounts`), await load(`${peer}/accounts`)];
    if (secured.non2xx > 0) throw new Error(`${secured.non2xx} answers were refusals.`);
    log(`p99 ${secured.latency.p99} ms against ${bare.latency.p99} ms`);
    return [
      {
        name: "list",
        ours: Math.round(secured.requests.average),
        peer: Math.round(bare.requests.average),
        unit: "requests/s",
        ratio: round(secured.requests.average / bare.requests.average, 2),
        n: secured.requests.total,
        what: `a secured page of 50 out of ${rows}, against plain Fastify and pg with the same SQL`,
      },
    ];
  } finally {
    await http.close();
    await plain.close();
    await bench.close();
  }
};
