import { type RawBuilder, sql } from "kysely";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import { containing, page } from "#platform/http/list.ts";
import { languages } from "../../people/contract.ts";
import type { Form, State } from "../text.ts";

export interface TextRow {
  id: string;
  ref: string;
  field: string;
  title: string;
  link: string | null;
  form: Form;
  source_language: string;
  source_text: string;
  hash: string;
  changed_at: Temporal.Instant;
  position: number;
  language: string;
  text: string | null;
  state: State;
  written_by: string | null;
  written_at: Temporal.Instant | null;
  approved_by: string | null;
  /** What the source said when the variant was last approved, where it says something else now. */
  approved_of: string | null;
}

export interface TextFilter {
  id?: string;
  language?: string | undefined;
  state?: State | undefined;
  ref?: string | undefined;
  search?: string | undefined;
  /** Beginnings of what texts belong to that is not there for the vendor just now. */
  hidden?: readonly string[];
  cursor?: string | undefined;
  limit?: number | undefined;
}

const state = sql`case when v.text_id is null then 'missing' when v.source_hash <> s.hash then 'stale' else v.state end`;

/** Every text in every language but its own. */
function pairs(tx: Tx): RawBuilder<unknown> {
  return sql`text_source s cross join unnest(${[...languages]}::text[]) as l (language)
    left join text_variant v on v.vendor_id = ${tx.vendorId} and v.text_id = s.id and v.language = l.language
    left join membership w on w.vendor_id = v.vendor_id and w.id = v.written_by
    left join membership a on a.vendor_id = v.vendor_id and a.id = v.approved_by
    where s.vendor_id = ${tx.vendorId} and s.retired_at is null and l.language <> s.language`;
}

/** Of what is there for the vendor: a module that is off takes its texts along until it is on again. */
function isThere(hidden: readonly string[] = []): RawBuilder<boolean> {
  if (hidden.length === 0) return sql`true`;
  return sql`not exists (select from unnest(${[...hidden]}::text[]) as h (beginning) where starts_with(s.ref, h.beginning))`;
}

export async function listTextRows(tx: Tx, filter: TextFilter) {
  const wanted = page<TextRow>(
    [
      { expression: sql`s.ref`, type: "text", direction: "asc", value: (row) => row.ref },
      { expression: sql`s.position`, type: "integer", direction: "asc", value: (row) => row.position },
      { expression: sql`s.id`, type: "uuid", direction: "asc", value: (row) => row.id },
      { expression: sql`l.language`, type: "text", direction: "asc", value: (row) => row.language },
    ],
    filter,
  );
  const found = await rows(
    tx,
    sql<TextRow>`select s.id, s.ref, s.field, s.title, s.link, s.form, s.language as source_language, s.content as source_text,
        s.hash, s.changed_at, s.position, l.language, v.content as text, ${state} as state, w.name as written_by, v.written_at,
        a.name as approved_by,
        (select p.source_content from text_approval p where p.vendor_id = s.vendor_id and p.text_id = s.id and p.language = l.language
          and p.source_hash <> s.hash order by p.approved_at desc limit 1) as approved_of
      from ${pairs(tx)} and ${matching(filter)} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  return wanted.finish(found);
}

function matching(filter: TextFilter): RawBuilder<boolean> {
  const conditions = [isThere(filter.hidden)];
  if (filter.id !== undefined) conditions.push(sql`s.id = ${filter.id}`);
  if (filter.language !== undefined) conditions.push(sql`l.language = ${filter.language}`);
  if (filter.state !== undefined) conditions.push(sql`${state} = ${filter.state}`);
  if (filter.ref !== undefined) conditions.push(sql`s.ref = ${filter.ref}`);
  if (filter.search !== undefined)
    conditions.push(
      sql`(s.title ilike ${containing(filter.search)} or s.content ilike ${containing(filter.search)})`,
    );
  return sql`(${sql.join(conditions, sql` and `)})`;
}

export interface ProgressRow {
  language: string;
  missing: number;
  draft: number;
  stale: number;
  approved: number;
}

export async function progress(tx: Tx, hidden: readonly string[]): Promise<ProgressRow[]> {
  const count = (of: State) => sql`(count(*) filter (where ${state} = ${of}))::int`;
  return rows(
    tx,
    sql<ProgressRow>`select l.language, ${count("missing")} as missing, ${count("draft")} as draft, ${count("stale")} as stale,
        ${count("approved")} as approved
      from ${pairs(tx)} and ${isThere(hidden)} group by l.language order by l.language`,
  );
}

export interface SourceRow {
  id: string;
  ref: string;
  field: string;
  title: string;
  link: string | null;
  form: Form;
  language: string;
  content: string;
  hash: string;
}

const sourceColumns = sql`s.id, s.ref, s.field, s.title, s.link, s.form, s.language, s.content, s.hash`;

/** Locked, so that what is approved is of the wording that is there. */
export async function lockSource(tx: Tx, id: string, hidden: readonly string[]): Promise<SourceRow | null> {
  const [source] = await lockSources(tx, [id], hidden);
  return source ?? null;
}

export async function lockSources(
  tx: Tx,
  ids: readonly string[],
  hidden: readonly string[],
): Promise<SourceRow[]> {
  return rows(
    tx,
    sql<SourceRow>`select ${sourceColumns} from text_source s
      where s.vendor_id = ${tx.vendorId} and s.id = any (${[...ids]}::uuid[]) and s.retired_at is null and ${isThere(hidden)} order by s.id for update`,
  );
}

export interface Written {
  textId: string;
  language: string;
  content: string;
  sourceHash: string;
}

/** Writes drafts, or what is approved at once, of sources as they are now; answers how many are not what was there. */
export async function writeVariants(
  tx: Tx,
  written: readonly Written[],
  by: { membershipId: string; isApproved: boolean },
): Promise<number> {
  const now = tx.now().toString();
  const given = written.map(({ textId, language, content, sourceHash }) => ({
    text_id: textId,
    language,
    content,
    source_hash: sourceHash,
  }));
  const approvedBy = by.isApproved ? by.membershipId : null;
  const { changed } = await one(
    tx,
    sql<{ changed: number }>`with given as (
        select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (text_id uuid, language text, content text, source_hash text)
      ), approved as (
        insert into text_approval as p (vendor_id, text_id, language, source_hash, source_content, content, approved_by, approved_at)
        select s.vendor_id, s.id, x.language, s.hash, s.content, x.content, ${approvedBy}::uuid, ${now}::timestamptz
        from given x join text_source s on s.vendor_id = ${tx.vendorId} and s.id = x.text_id and s.hash = x.source_hash
        where ${by.isApproved}::boolean
        on conflict (vendor_id, text_id, language, source_hash) do update set content = excluded.content,
          approved_by = excluded.approved_by, approved_at = excluded.approved_at where p.content <> excluded.content
      ), done as (
        insert into text_variant as v (vendor_id, text_id, language, content, state, source_hash, written_by, written_at, approved_by, approved_at)
        select ${tx.vendorId}::uuid, x.text_id, x.language, x.content, ${by.isApproved ? "approved" : "draft"}, x.source_hash,
          ${by.membershipId}::uuid, ${now}::timestamptz, ${approvedBy}::uuid, ${by.isApproved ? now : null}::timestamptz
        from given x
        on conflict (vendor_id, text_id, language) do update set content = excluded.content, state = excluded.state,
          source_hash = excluded.source_hash, approved_by = excluded.approved_by, approved_at = excluded.approved_at,
          written_by = case when v.content = excluded.content then v.written_by else excluded.written_by end,
          written_at = case when v.content = excluded.content then v.written_at else excluded.written_at end
        where (v.content, v.source_hash) is distinct from (excluded.content, excluded.source_hash)
          or v.state <> excluded.state and excluded.state = 'approved'
        returning 1
      ) select count(*)::int as changed from done`,
  );
  return changed;
}

export interface ShownRow {
  ref: string;
  field: string;
  form: Form;
  source_language: string;
  is_retired: boolean;
  /** The wording of the source: as it is now, or one before of which a variant was approved. */
  wording: string;
  is_current: boolean;
  /** What was approved of that wording. */
  text: string | null;
  has_other: boolean;
}

/** Texts in each wording: as they are now, and as they were where that was approved in the language. */
export async function shownRows(tx: Tx, refs: readonly string[], language: string): Promise<ShownRow[]> {
  return rows(
    tx,
    sql<ShownRow>`select s.ref, s.field, s.form, s.language as source_language, s.retired_at is not null as is_retired,
        coalesce(w.source_content, s.content) as wording, w.is_current, w.content as text,
        bool_or(not w.is_current) over (partition by s.id) as has_other
      from text_source s cross join lateral (
        select null as source_content, true as is_current,
          (select c.content from text_approval c where c.vendor_id = s.vendor_id and c.text_id = s.id and c.language = ${language}
            and c.source_hash = s.hash) as content, null::timestamptz as approved_at
        union all
        select p.source_content, false, p.content, p.approved_at from text_approval p
        where p.vendor_id = s.vendor_id and p.text_id = s.id and p.language = ${language} and p.source_hash <> s.hash
      ) w
      where s.vendor_id = ${tx.vendorId} and s.ref = any (${[...refs]}::text[])
      order by s.ref, s.position, s.id, w.is_current desc, w.approved_at desc`,
  );
}

export interface GivenSource {
  id: string;
  field: string;
  title: string;
  link: string | null;
  form: Form;
  language: string;
  content: string;
  hash: string;
  position: number;
}

/** Makes the texts of `ref` exactly these; what is no more said retires, with its variants, until it is said again. */
export async function replaceSources(tx: Tx, ref: string, given: readonly GivenSource[]): Promise<void> {
  await sql`update text_source set retired_at = ${tx.now().toString()}::timestamptz
    where vendor_id = ${tx.vendorId} and ref = ${ref} and retired_at is null and field <> all (${given.map(({ field }) => field)}::text[])`.execute(
    tx.db,
  );
  if (given.length === 0) return;
  await sql`insert into text_source as s (vendor_id, id, ref, field, title, link, form, language, content, hash, position, changed_at)
    select ${tx.vendorId}::uuid, x.id, ${ref}::text, x.field, x.title, x.link, x.form, x.language, x.content, x.hash, x.position,
      ${tx.now().toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (id uuid, field text, title text, link text, form text,
      language text, content text, hash text, position integer)
    on conflict (vendor_id, ref, field) do update set title = excluded.title, link = excluded.link, form = excluded.form,
      language = excluded.language, content = excluded.content, hash = excluded.hash, position = excluded.position,
      retired_at = null, changed_at = case when s.hash = excluded.hash then s.changed_at else excluded.changed_at end`.execute(
    tx.db,
  );
}
