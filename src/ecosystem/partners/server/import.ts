import { type RawBuilder, sql } from "kysely";
import { changed, type Tx } from "#platform/database/tx.ts";
import type { DomainValue, ImportContext, ImportKind } from "#platform/imports/kind.ts";
import { applyRecords, rememberRows } from "#platform/imports/records/apply.ts";
import { checkRecords, reportFaults } from "#platform/imports/records/check.ts";
import { checkParents, linkedRows, type ParentedTable } from "#platform/imports/records/parents.ts";
import { cellOf, isLastRange, isNews, withStaged } from "#platform/imports/records/records.ts";
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
  domains: async () => ({ type: typeValues }),
  check: async (tx, context) => {
    await lockHierarchy(tx);
    await checkRecords(tx, context, partners);
    await checkOtherMaster(tx, context);
    await checkParents(tx, context, partners);
  },
  apply: async (tx, context, range) => {
    await lockHierarchy(tx);
    const result = await applyRecords(tx, context, partners, range, changesPlace(tx, context));
    if (await isLastRange(tx, context, range)) await finish(tx, context);
    return result;
  },
  undo: (tx, context) =>
    undoRecords(tx, context, partners, {
      parts: ["partner_type"],
      why: {
        partner_edge: "Its place in the hierarchy was changed since.",
        membership: "People have access to it.",
        invitation: "People are invited to it.",
        opportunity: "It has opportunities.",
        partner_account: "It sees accounts.",
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

const said = (field: string) => cellOf(partners, field, sql`s.cells`);

/** The present master `e`, `m` of a row's partner, from that day on. */
function presentMaster(tx: Tx, context: ImportContext, partnerId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`partner_edge e join partner m on m.vendor_id = e.vendor_id and m.id = e.parent_id
    where e.vendor_id = ${tx.vendorId} and e.child_id = ${partnerId} and e.kind = 'master of' and ${lastsInto(tx, context)}`;
}

const isTheNamed = sql`(m.external_id = ${said("parent")} or m.sort_name = lower(${said("parent")}))`;

/** A partner has one master at a time; a file does not take one away. */
async function checkOtherMaster(tx: Tx, context: ImportContext): Promise<void> {
  const other = sql`left join lateral (select m.name, e.effective_from from ${presentMaster(tx, context, sql`s.id`)}
    and not ${isTheNamed} order by e.effective_from limit 1) other on true`;
  await reportFaults(
    tx,
    context,
    partners,
    [
      {
        field: "parent",
        code: "parent-exists",
        severity: "error",
        when: sql`${isNews(partners, "parent")} and other.name is not null`,
        message: sql`other.name || ' is its master from ' || other.effective_from || ' already. End that first.'`,
        value: said("parent"),
      },
    ],
    other,
  );
}

/** For a row `s` and its partner `r`: the file brings a type or a master that it does not have. */
function changesPlace(tx: Tx, context: ImportContext): RawBuilder<boolean> {
  return sql`(
    (${isNews(partners, "type")} and not ${holdsType(tx, context, sql`r.id`, said("type"))})
    or (${isNews(partners, "parent")} and not exists (select from ${presentMaster(tx, context, sql`r.id`)} and ${isTheNamed})))`;
}

/** On that day or later. */
function holdsType(
  tx: Tx,
  context: ImportContext,
  partnerId: RawBuilder<unknown>,
  type: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql`exists (select from partner_type t where t.vendor_id = ${tx.vendorId} and t.partner_id = ${partnerId}
    and t.type = ${type} and (t.effective_until is null or t.effective_until > ${since(tx, context)}))`;
}

/** What needs all rows to be there: types, and who stands below whom. */
async function finish(tx: Tx, context: ImportContext): Promise<void> {
  const from = since(tx, context);
  await changed(
    tx,
    sql`${withStaged(tx, context, partners)}
      insert into partner_type (vendor_id, partner_id, type, effective_from)
      select ${tx.vendorId}::uuid, r.id, ${said("type")}, ${from} from staged s
      join partner r on r.vendor_id = ${tx.vendorId} and r.id = s.id
      where (r.import_id = ${context.importId} or ${isNews(partners, "type")})
        and not ${holdsType(tx, context, sql`r.id`, said("type"))}
      on conflict do nothing`,
  );
  await changed(
    tx,
    sql`insert into partner_edge (vendor_id, id, kind, parent_id, child_id, effective_from, import_id, created_at)
      select ${tx.vendorId}::uuid, app.next_id(), 'master of', link.parent_id, link.child_id, ${from}, ${context.importId}::uuid,
        ${tx.now().toString()}::timestamptz
      from (${linkedRows(tx, context, partners)}) as link (child_id, parent_id)
      where not exists (select from partner_edge e where e.vendor_id = ${tx.vendorId} and e.child_id = link.child_id
        and e.kind = 'master of' and ${lastsInto(tx, context)})`,
  );
  await rememberRows(tx, context, partners);
}

/** The edges that the import brought and nobody has changed go, also of partners that stay. */
async function removeParts(tx: Tx, { importId }: ImportContext, kept: readonly string[]): Promise<void> {
  await changed(
    tx,
    sql`delete from partner_edge where vendor_id = ${tx.vendorId} and import_id = ${importId} and version = 1`,
  );
  await changed(
    tx,
    sql`delete from partner_type t using partner r where r.vendor_id = ${tx.vendorId} and r.import_id = ${importId}
      and r.id <> all (${[...kept]}::uuid[]) and t.vendor_id = r.vendor_id and t.partner_id = r.id`,
  );
}
