import type pg from "pg";

/* What the database itself says about its tables, roles, policies and grants. */

export const requestRoles = ["hanse_vendor", "hanse_seller", "hanse_partner", "hanse_job"] as const;
export const allRoles = [...requestRoles, "hanse_control", "hanse_public"] as const;
export type DatabaseRole = (typeof allRoles)[number];

export interface Table {
  /** With its schema unless that is `public`. */
  name: string;
  tenant: boolean;
  secured: boolean;
  forced: boolean;
}

/** Every table of the database that is not PostgreSQL's own. */
export async function tables(db: pg.Pool): Promise<Table[]> {
  const found = await db.query<Table>(
    `select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname as name,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'vendor_id') as tenant,
       c.relrowsecurity as secured, c.relforcerowsecurity as forced
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1`,
  );
  return found.rows;
}

export interface TablePolicy {
  table: string;
  role: string;
  permissive: boolean;
  command: string;
  using: string;
  check: string | null;
}

/** Every policy, once for each role it applies to; `public` when it applies to everybody. */
export async function policies(db: pg.Pool): Promise<TablePolicy[]> {
  const found = await db.query<TablePolicy>(
    `select c.relname as table, coalesce(r.rolname, 'public') as role, p.polpermissive as permissive, p.polcmd as command,
       pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
     from pg_policy p join pg_class c on c.oid = p.polrelid cross join unnest(p.polroles) as given(role)
     left join pg_roles r on r.oid = given.role order by 1, 2`,
  );
  return found.rows;
}

/**
 * What a role may do with a table, by whatever way it came to it, as words in alphabetical order. A right on some
 * columns only names them: `update (released_on, status)`.
 */
export async function privileges(db: pg.Pool, role: DatabaseRole): Promise<Map<string, string[]>> {
  const found = await db.query<{ table: string; privilege: string; whole: boolean; columns: string[] }>(
    `select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname as table,
       lower(p.privilege) as privilege, has_table_privilege($1, c.oid, p.privilege) as whole,
       case when p.privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') then array(
         select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           and has_column_privilege($1, c.oid, a.attnum, p.privilege) order by 1) else '{}' end as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p(privilege)
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
     order by 1, 2`,
    [role],
  );
  const held = new Map<string, string[]>();
  for (const { table, privilege, whole, columns } of found.rows) {
    if (!whole && columns.length === 0) continue;
    const words = held.get(table) ?? [];
    words.push(whole ? privilege : `${privilege} (${columns.join(", ")})`);
    held.set(table, words);
  }
  return held;
}

/** Keys of tenant tables: unique ones, exclusions and references, each with its columns. */
export interface Key {
  table: string;
  name: string;
  kind: "primary" | "unique" | "exclusion";
  columns: string[];
}

export async function keys(db: pg.Pool): Promise<Key[]> {
  const found = await db.query<Key>(
    `select c.relname as table, i.relname as name,
       case when x.indisprimary then 'primary' when x.indisexclusion then 'exclusion' else 'unique' end as kind,
       array(select a.attname::text from unnest(x.indkey[0:x.indnkeyatts - 1]) with ordinality as k(attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.place) as columns
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and (x.indisunique or x.indisexclusion) order by 1, 2`,
  );
  return found.rows;
}

export interface Reference {
  table: string;
  name: string;
  target: string;
  /** Pairs of columns: ours and the target's. */
  columns: [string, string][];
}

export async function references(db: pg.Pool): Promise<Reference[]> {
  const found = await db.query<Reference>(
    `select c.relname as table, f.conname as name, t.relname as target,
       (select json_agg(json_build_array(own.attname, other.attname) order by k.place)
        from unnest(f.conkey, f.confkey) with ordinality as k(own, other, place)
        join pg_attribute own on own.attrelid = f.conrelid and own.attnum = k.own
        join pg_attribute other on other.attrelid = f.confrelid and other.attnum = k.other) as columns
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
     join pg_namespace n on n.oid = c.relnamespace
     where f.contype = 'f' and n.nspname = 'public' order by 1, 2`,
  );
  return found.rows;
}

/** The names that a query gives in its first column. */
export async function names(db: pg.Pool, statement: string, values: unknown[] = []): Promise<string[]> {
  const found = await db.query<string[]>({ text: statement, values, rowMode: "array" });
  return found.rows.map((row) => row[0] ?? "");
}
