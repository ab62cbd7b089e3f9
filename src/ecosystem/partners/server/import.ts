import { type RawBuilder, sql } from "kysely";
import { countries } from "#platform/countries.ts";
import { changed, rows, type Tx } from "#platform/database/tx.ts";
import { countryValues } from "#platform/imports/country-values.ts";
import type { DomainValue, ImportContext, ImportKind } from "#platform/imports/kind.ts";
import { applyRecords, rememberRows, withMoreUpdated } from "#platform/imports/records/apply.ts";
import { checkRecords, reportFaults } from "#platform/imports/records/check.ts";
import { checkParents, linkedRows, type ParentedTable } from "#platform/imports/records/parents.ts";
import { cellOf, isLastRange, isNews, overAllRows, withStaged } from "#platform/imports/records/records.ts";
import { undoRecords } from "#platform/imports/records/undo.ts";
import { parseDay } from "#platform/time/day.ts";
import { partnerTypes } from "../contract.ts";
import { effectiveFromOption, importFields } from "../import-fields.ts";
import { lockHierarchy } from "./edges.ts";

const partners: ParentedTable = {
  table: "partner",
  noun: "partner",
  fields: importFields,
  parentField: "parent",
  columns: () => [
    { column: "name", field: "name", value: (cell) => cell },
    { column: "territory", field: "territory", value: (cell) => cell },
  ],
  parents: (tx, context) => sql`select e.child_id, e.parent_id from partner_edge e
    where e.vendor_id = ${tx.vendorId} and e.kind = 'master of' and ${lastsInto(tx, context)}`,
};

/** Files of partners: one row each, told apart by the external id or else the name; the master may be any other row. */
export const importKind: ImportKind = {
  kind: "partners",
  fields: importFields,
  domains: async () => ({ type: typeValues, country: [...countryValues] }),
  check: async (tx, context) => {
    await lockHierarchy(tx);
    await checkRecords(tx, context, partners);
    await checkOtherMaster(tx, context);
    await checkParents(tx, context, partners);
  },
  apply: async (tx, context, range) => {
    await lockHierarchy(tx);
    const result = await applyRecords(tx, context, partners, range);
    if (!(await isLastRange(tx, context, range))) return result;
    return withMoreUpdated(result, await overAllRows(tx, () => finish(tx, context)));
  },
  undo: (tx, context) =>
    undoRecords(tx, context, partners, {
      parts: ["partner_type"],
      why: {
        partner_edge: "Its place in the hierarchy was changed since.",
        membership: "People have access to it.",
        partner_location: "Its locations were changed since.",
        invitation: "People are invited to it.",
        opportunity: "It has opportunities.",
        partner_account: "It sees accounts.",
        pay_split_share: "It takes part in a split of pay credit.",
        registration: "It has registered deals.",
        touchpoint: "It has logged touchpoints.",
      },
      removeParts: (kept) => removeParts(tx, context, kept),
    }),
};

const typeValues: DomainValue[] = partnerTypes.map((type) => ({
  value: type,
  label: type === "msp" ? "MSP" : type.charAt(0).toUpperCase() + type.slice(1).replaceAll("-", " "),
}));

/** The first day of what the file brings, as a value of the statement. */
function since(tx: Tx, { options }: ImportContext): RawBuilder<unknown> {
  const told = options[effectiveFromOption];
  const day = told ? parseDay(told, `/options/${effectiveFromOption}`) : tx.today();
  return sql`${day.toString()}::date`;
}

/** That an edge `e` holds on some day from then on. */
function lastsInto(tx: Tx, context: ImportContext): RawBuilder<boolean> {
  return sql`(e.effective_until is null or e.effective_until > ${since(tx, context)})`;
}

/** What a location is called that a file brings: after its country. */
const countryNames = JSON.stringify(countries.map(({ code, name }) => ({ code, name })));

const said = (field: string) => cellOf(partners, field, sql`s.cells`);

/** Every partner's masters from that day on: `child_id`, and the master's names and first day. */
function masters(tx: Tx, context: ImportContext): RawBuilder<unknown> {
  return sql`select e.child_id, m.name, m.external_id, m.sort_name, e.effective_from
    from partner_edge e join partner m on m.vendor_id = e.vendor_id and m.id = e.parent_id
    where e.vendor_id = ${tx.vendorId} and e.kind = 'master of' and ${lastsInto(tx, context)}`;
}

/** A partner has one master at a time; a file does not take one away. */
async function checkOtherMaster(tx: Tx, context: ImportContext): Promise<void> {
  const other = sql`join (${masters(tx, context)}) other on other.child_id = s.id
    and other.external_id is distinct from ${said("parent")} and other.sort_name <> lower(${said("parent")})`;
  await reportFaults(
    tx,
    context,
    partners,
    [
      {
        field: "parent",
        code: "parent-exists",
        severity: "error",
        when: isNews(partners, "parent"),
        message: sql`other.name || ' is its master from ' || other.effective_from || ' already. End that first.'`,
        value: said("parent"),
      },
    ],
    other,
  );
}

/**
 * What needs all rows to be there: types, and who stands below whom. Answers how many partners that were there already
 * have changed by it alone.
 */
async function finish(tx: Tx, context: ImportContext): Promise<number> {
  const from = since(tx, context);
  const importId = sql`${context.importId}::uuid`;
  const changedPartners = await changed(
    tx,
    sql`with typed as (
        insert into partner_type (vendor_id, partner_id, type, effective_from)
        select ${tx.vendorId}::uuid, wanted.id, wanted.type, ${from}
        from (${withStaged(tx, context, partners)} select s.id, ${said("type")} as type from staged s
          where s.id is not null and ${isNews(partners, "type")}) wanted
        where not exists (select from partner_type t where t.vendor_id = ${tx.vendorId} and t.partner_id = wanted.id
          and t.type = wanted.type and (t.effective_until is null or t.effective_until > ${from}))
        on conflict do nothing returning partner_id
      ), edged as (
        insert into partner_edge (vendor_id, id, kind, parent_id, child_id, effective_from, import_id, created_at)
        select ${tx.vendorId}::uuid, app.next_id(), 'master of', link.parent_id, link.child_id, ${from}, ${importId},
          ${tx.now().toString()}::timestamptz
        from (${linkedRows(tx, context, partners)}) as link (child_id, parent_id)
        where not exists (select from partner_edge e where e.vendor_id = ${tx.vendorId} and e.child_id = link.child_id
          and e.kind = 'master of' and ${lastsInto(tx, context)})
        returning child_id
      ), located as (
        select app.next_id() as id, wanted.id as partner_id, wanted.country
        from (${withStaged(tx, context, partners)} select s.id, ${said("country")} as country from staged s
          where s.id is not null and ${isNews(partners, "country")}) wanted
        where not exists (select from partner_main_location m join partner_location l on l.vendor_id = m.vendor_id and l.id = m.location_id
          where m.vendor_id = ${tx.vendorId} and m.partner_id = wanted.id and l.country = wanted.country
            and m.effective_from <= ${from} and (m.effective_until is null or m.effective_until > ${from}))
      ), placed as (
        insert into partner_location (vendor_id, id, partner_id, name, country, effective_from, import_id, created_at)
        select ${tx.vendorId}::uuid, l.id, l.partner_id, c.name, l.country, ${from}, ${importId}, ${tx.now().toString()}::timestamptz
        from located l join jsonb_to_recordset(${countryNames}::jsonb) as c (code text, name text) on c.code = l.country
        returning partner_id
      ), not_coming as (
        delete from partner_main_location m using located l where m.vendor_id = ${tx.vendorId} and m.partner_id = l.partner_id
          and m.effective_from >= ${from} returning 1
      ), left_behind as (
        update partner_main_location m set effective_until = ${from} from located l where m.vendor_id = ${tx.vendorId}
          and m.partner_id = l.partner_id and m.effective_from < ${from} and (m.effective_until is null or m.effective_until > ${from})
        returning 1
      )
      update partner p set version = p.version + 1, changed_by_import_id = ${importId}
      where p.vendor_id = ${tx.vendorId} and p.import_id is distinct from ${importId} and p.changed_by_import_id is distinct from ${importId}
        and (p.id in (select partner_id from typed) or p.id in (select child_id from edged) or p.id in (select partner_id from placed))`,
  );
  await changed(
    tx,
    sql`insert into partner_main_location (vendor_id, partner_id, location_id, effective_from)
      select l.vendor_id, l.partner_id, l.id, l.effective_from from partner_location l
      where l.vendor_id = ${tx.vendorId} and l.import_id = ${importId} and not exists (select from partner_main_location m
        where m.vendor_id = l.vendor_id and m.partner_id = l.partner_id and m.effective_from >= l.effective_from)`,
  );
  await rememberRows(tx, context, partners);
  return changedPartners;
}

/** The edges and locations that the import brought and nobody has changed go, also of partners that stay. */
async function removeParts(tx: Tx, { importId }: ImportContext, kept: readonly string[]): Promise<void> {
  await changed(
    tx,
    sql`delete from partner_edge where vendor_id = ${tx.vendorId} and import_id = ${importId} and version = 1`,
  );
  await removeLocations(tx, importId);
  await changed(
    tx,
    sql`delete from partner_type t using partner r where r.vendor_id = ${tx.vendorId} and r.import_id = ${importId}
      and r.id <> all (${[...kept]}::uuid[]) and t.vendor_id = r.vendor_id and t.partner_id = r.id`,
  );
}

/** Where a location goes that an import made the main one, what was it until then is it again. */
async function removeLocations(tx: Tx, importId: string): Promise<void> {
  const brought = sql`select l.id, l.partner_id, l.effective_from from partner_location l where l.vendor_id = ${tx.vendorId}
    and l.import_id = ${importId} and l.version = 1
    and not exists (select from fact f where f.vendor_id = l.vendor_id and f.location_id = l.id)`;
  const again = await rows(
    tx,
    sql<{ partner_id: string; effective_from: string }>`with gone as (${brought}), main as (
        delete from partner_main_location m using gone where m.vendor_id = ${tx.vendorId} and m.location_id = gone.id
        returning m.partner_id, m.effective_from
      ), location as (
        delete from partner_location l using gone where l.vendor_id = ${tx.vendorId} and l.id = gone.id
      )
      select partner_id, effective_from from main`,
  );
  if (again.length === 0) return;
  await changed(
    tx,
    sql`update partner_main_location m set effective_until = l.effective_until
      from jsonb_to_recordset(${JSON.stringify(again)}::jsonb) as x (partner_id uuid, effective_from date), partner_location l
      where m.vendor_id = ${tx.vendorId} and m.partner_id = x.partner_id and m.effective_until = x.effective_from
        and l.vendor_id = m.vendor_id and l.id = m.location_id`,
  );
}
