import { type RawBuilder, sql } from "kysely";
import { changed, one, rows, type Tx } from "#platform/database/tx.ts";
import type {
  ApplyResult,
  DomainValue,
  ImportContext,
  ImportKind,
  UndoResult,
} from "#platform/imports/kind.ts";
import { currencyCodes, exponentOf } from "#platform/money/currency.ts";
import { maxMinor } from "#platform/money/money.ts";
import { importFields } from "../import-fields.ts";
import { builtInKinds, isYesNo, rangedKinds } from "../kinds.ts";
import { listKinds } from "./kinds.ts";

/** Files of facts: one row each. A row that says what is written down already changes nothing. */
export const importKind: ImportKind = { kind: "facts", fields: importFields, domains, check, apply, undo };

async function domains(tx: Tx): Promise<Record<string, DomainValue[]>> {
  // What the product counts itself is known, too: such a row is told so.
  const kinds = (await listKinds(tx)).filter((kind) => !kind.own?.retired);
  return {
    partners: await rows(
      tx,
      sql<DomainValue>`select external_id as value, name as label from partner
          where vendor_id = ${tx.vendorId} and external_id is not null
        union all
        select name, name from partner
          where vendor_id = ${tx.vendorId} and external_id is null group by name having count(*) = 1
        order by 2, 1`,
    ),
    kinds: kinds.map(({ key, label }) => ({ value: key, label })),
    currencies: currencyCodes.map((code) => ({ value: code, label: code })),
  };
}

const cell = (key: string): RawBuilder<string | null> => {
  const place = importFields.findIndex((field) => field.key === key) + 1;
  return sql`s.cells[${sql.lit(place)}]`;
};

/**
 * The common beginning of the statements: `said` has each row without an error, resolved, with its number in minor
 * units or thousandths (not rounded), and the fact that says the same already, if one does.
 */
async function withSaid(tx: Tx, { importId }: ImportContext): Promise<RawBuilder<unknown>> {
  const kinds = (await listKinds(tx)).map(({ key, unit, counts, label }) => ({ key, unit, counts, label }));
  const exponents = Object.fromEntries(currencyCodes.map((code) => [code, exponentOf(code)]));
  return sql`with resolved as materialized (
      select s.row_no, coalesce(p.id, n.id) as partner_id, k.key as kind, k.label, k.unit, k.counts,
        ${cell("partner")} as partner, ${cell("day")}::date as day, ${cell("value")} as value, ${cell("currency")} as currency,
        ${cell("valid-until")}::date as valid_until, ${cell("source")} as note,
        ${cell("value")}::numeric * power(10::numeric, case when k.unit = 'money'
          then (${JSON.stringify(exponents)}::jsonb ->> ${cell("currency")})::integer else 3 end) as amount
      from import_stage s
      join jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as k (key text, label text, unit text, counts text)
        on k.key = ${cell("kind")}
      left join partner p on p.vendor_id = ${tx.vendorId} and p.external_id = ${cell("partner")}
      left join (select name, (array_agg(id))[1] as id from partner where vendor_id = ${tx.vendorId} and external_id is null
        group by name having count(*) = 1) n on p.id is null and n.name = ${cell("partner")}
      where s.import_id = ${importId} and not exists (select from import_problem e where e.vendor_id = ${tx.vendorId}
        and e.import_id = s.import_id and e.row_no = s.row_no and e.severity = 'error')
    ), said as materialized (
      select r.*, exists (select from fact f where f.vendor_id = ${tx.vendorId} and f.partner_id = r.partner_id
        and f.kind = r.kind and f.counts_on = r.day and f.amount_minor = r.amount and f.source_kind in ('entry', 'import')
        and f.currency is not distinct from r.currency and f.valid_until is not distinct from r.valid_until
        and f.note = r.note) as is_known
      from resolved r
    )`;
}

interface Fault {
  field: string;
  code: string;
  when: RawBuilder<unknown>;
  message: RawBuilder<unknown>;
  value: RawBuilder<unknown>;
}

/** What is neither yes nor no is told in its own words. */
const ranges = sql`${JSON.stringify(
  Object.fromEntries(
    [...rangedKinds]
      .filter(([key]) => !isYesNo(key))
      .map(([key, { least, most, whole }]) => [
        key,
        { least: least.toString(), most: most?.toString() ?? null, whole },
      ]),
  ),
)}::jsonb`;

const faults: readonly Fault[] = [
  {
    field: "partner",
    code: "unknown",
    when: sql`partner_id is null`,
    message: sql`'There is no such partner.'`,
    value: sql`partner`,
  },
  {
    field: "currency",
    code: "no-currency",
    when: sql`unit = 'money' and currency is null`,
    message: sql`label || ' is an amount of money. Say in which currency.'`,
    value: sql`null::text`,
  },
  {
    field: "currency",
    code: "no-money",
    when: sql`unit = 'number' and currency is not null`,
    message: sql`label || ' is a plain number, in no currency. Leave the currency out.'`,
    value: sql`currency`,
  },
  {
    field: "value",
    code: "too-many-digits",
    when: sql`amount <> trunc(amount)`,
    message: sql`case when unit = 'money' then currency || ' has fewer digits after the point.'
      else 'Numbers have at most 3 digits after the point.' end`,
    value: sql`value`,
  },
  {
    field: "value",
    code: "neither-yes-nor-no",
    when: sql`kind = any (${builtInKinds.filter(({ key }) => isYesNo(key)).map(({ key }) => key)}::text[]) and amount not in (0, 1000)`,
    message: sql`label || ' is so or not. Write 1 for yes or 0 for no.'`,
    value: sql`value`,
  },
  {
    field: "kind",
    code: "counted-by-the-product",
    when: sql`kind = any (${builtInKinds.filter(({ recordedBy }) => recordedBy === "product").map(({ key }) => key)}::text[])`,
    message: sql`label || ' is counted by the product itself, and not entered.'`,
    value: sql`kind`,
  },
  {
    field: "value",
    code: "out-of-range",
    when: sql`amount < (${ranges} -> kind ->> 'least')::numeric or amount > (${ranges} -> kind ->> 'most')::numeric`,
    message: sql`label || case when ${ranges} -> kind ->> 'most' is null
      then ' is never below ' || div((${ranges} -> kind ->> 'least')::numeric, 1000) || '.'
      else ' is told from ' || div((${ranges} -> kind ->> 'least')::numeric, 1000) || ' to '
        || div((${ranges} -> kind ->> 'most')::numeric, 1000) || '.' end`,
    value: sql`value`,
  },
  {
    field: "value",
    code: "not-whole",
    when: sql`(${ranges} -> kind ->> 'whole')::boolean and amount = trunc(amount) and amount % 1000 <> 0`,
    message: sql`label || ' is counted in whole numbers.'`,
    value: sql`value`,
  },
  {
    field: "value",
    code: "too-large",
    when: sql`amount > ${maxMinor}`,
    message: sql`'That is too large a number.'`,
    value: sql`value`,
  },
  {
    field: "value",
    code: "sum-too-large",
    when: sql`counts = 'sum' and amount <= ${maxMinor} and comes_to > ${maxMinor}`,
    message: sql`'With this, ' || label || ' would come to more than can be counted.'`,
    value: sql`value`,
  },
  {
    field: "valid-until",
    code: "ends-before",
    when: sql`valid_until <= day`,
    message: sql`'It would end before it begins on ' || day || '.'`,
    value: sql`valid_until::text`,
  },
  {
    field: "value",
    code: "duplicate",
    when: sql`first_row < row_no`,
    message: sql`'Row ' || first_row || ' says the same.'`,
    value: sql`value`,
  },
];

async function check(tx: Tx, context: ImportContext): Promise<void> {
  const found = faults.map(
    ({ field, code, when, message, value }) =>
      sql`(${field}::text, ${code}::text, ${when}, ${message}, ${value})`,
  );
  await sql`${await withSaid(tx, context)}, weighed as (
      select s.*, min(s.row_no) over (partition by s.partner_id, s.kind, s.day, s.amount, s.currency, s.valid_until, s.note) as first_row,
        coalesce(t.total, 0) + sum(s.amount) filter (where not s.is_known) over (partition by s.partner_id, s.kind, s.currency) as comes_to
      from said s
      left join lateral (select sum(abs(f.amount_minor::numeric)) as total from fact f where f.vendor_id = ${tx.vendorId}
        and f.partner_id = s.partner_id and f.kind = s.kind and f.currency is not distinct from s.currency) t on s.counts = 'sum'
    )
    insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
    select ${tx.vendorId}::uuid, ${context.importId}::uuid, w.row_no, f.field, f.code, f.message, left(f.value, 200), 'error'
    from weighed w cross join lateral (values ${sql.join(found)}) as f (field, code, applies, message, value)
    where f.applies on conflict do nothing`.execute(tx.db);
}

async function apply(
  tx: Tx,
  context: ImportContext,
  { fromRow, toRow }: { fromRow: number; toRow: number },
): Promise<ApplyResult> {
  const inRange = sql`row_no >= ${fromRow} and row_no < ${toRow}`;
  const done = await one(
    tx,
    sql<{ total: number; created: number }>`${await withSaid(tx, context)}, written as (
        insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, valid_until, source_kind,
          source_id, note, entered_by, import_id, recorded_at)
        select ${tx.vendorId}::uuid, app.next_id(), partner_id, kind, day, amount::bigint, currency, valid_until, 'import',
          ${context.importId}::uuid, note, ${tx.actor.membershipId}::uuid, ${context.importId}::uuid,
          ${tx.now().toString()}::timestamptz
        from said where ${inRange} and not is_known order by row_no returning 1)
      select (select count(*)::int from said where ${inRange}) as total, (select count(*)::int from written) as created`,
  );
  return { created: done.created, updated: 0, unchanged: done.total - done.created };
}

/** How many are listed that an undo has left. */
const maxKept = 200;

async function undo(tx: Tx, { importId }: ImportContext): Promise<UndoResult> {
  const own = sql`f.vendor_id = ${tx.vendorId} and f.import_id = ${importId}`;
  const corrected = sql`exists (select from fact c where c.vendor_id = f.vendor_id and c.corrects_id = f.id)`;
  const kept = await rows(
    tx,
    sql<{ label: string }>`select p.name || ': ' || f.kind || ' of ' || f.counts_on as label
      from fact f join partner p on p.vendor_id = f.vendor_id and p.id = f.partner_id
      where ${own} and ${corrected} order by 1 limit ${maxKept}`,
  );
  const removed = await changed(tx, sql`delete from fact f where ${own} and not ${corrected}`);
  return { removed, kept: kept.map(({ label }) => ({ label, why: "Somebody has corrected it since." })) };
}
