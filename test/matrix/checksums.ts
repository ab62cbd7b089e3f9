import type pg from "pg";

/**
 * One number for all rows of each table, in whatever order, the queue's too: equal before and after means that nothing
 * happened. Kept answers of idempotent requests are left out, since a refusal is kept like any other.
 */
export async function checksums(admin: pg.Pool): Promise<Record<string, string>> {
  const tables = await admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'auth', 'graphile_worker') and c.relname <> 'idempotent_request'`,
  );
  const parts = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${name} t`,
  );
  const sums = await admin.query<{ name: string; sum: string }>(parts.join(" union all "));
  return Object.fromEntries(sums.rows.map(({ name, sum }) => [name, sum]));
}
