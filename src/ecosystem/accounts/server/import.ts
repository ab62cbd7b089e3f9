import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";
import { countryValues } from "#platform/imports/country-values.ts";
import type { DomainValue, ImportContext, ImportKind } from "#platform/imports/kind.ts";
import { applyRecords, rememberRows, withMoreUpdated } from "#platform/imports/records/apply.ts";
import { checkRecords, reportFaults } from "#platform/imports/records/check.ts";
import { checkParents, linkedRows, type ParentedTable } from "#platform/imports/records/parents.ts";
import { cellOf, isLastRange, overAllRows } from "#platform/imports/records/records.ts";
import { undoRecords } from "#platform/imports/records/undo.ts";
import { limits, sectors } from "../contract.ts";
import { importFields } from "../import-fields.ts";
import { renameForPartners } from "./partner-accounts.ts";
import { lockHierarchy } from "./store.ts";

const accounts: ParentedTable = {
  table: "account",
  noun: "account",
  fields: importFields,
  parentField: "parent",
  columns: () => [
    { column: "name", field: "name", value: (cell) => cell },
    { column: "sector", field: "sector", value: (cell) => cell },
    { column: "year_established", field: "year-established", value: (cell) => sql`${cell}::integer` },
    {
      column: "annual_revenue_millions",
      field: "annual-revenue",
      value: (cell) => sql`round(${cell}::numeric, 2)`,
    },
    { column: "employees", field: "employees", value: (cell) => sql`${cell}::integer` },
    { column: "country", field: "country", value: (cell) => cell },
  ],
  parents: (tx) =>
    sql`select id, parent_id from account where vendor_id = ${tx.vendorId} and parent_id is not null`,
};

/** Files of accounts: one row each, told apart by the external id or else the name; the parent may be any other row. */
export const importKind: ImportKind = {
  kind: "accounts",
  fields: importFields,
  domains: async () => ({ sector: sectorValues, country: [...countryValues] }),
  check: async (tx, context) => {
    await lockHierarchy(tx);
    await checkRecords(tx, context, accounts);
    await checkNumbers(tx, context);
    await checkParents(tx, context, accounts);
  },
  apply: async (tx, context, range) => {
    await lockHierarchy(tx);
    const result = await applyRecords(tx, context, accounts, range);
    if (!(await isLastRange(tx, context, range))) return result;
    return withMoreUpdated(result, await overAllRows(tx, () => finish(tx, context)));
  },
  undo: (tx, context) =>
    undoRecords(tx, context, accounts, {
      parts: [],
      parent: "parent_id",
      why: {
        opportunity: "It has opportunities.",
        partner_account: "A partner sees it.",
        account: "Another account belongs to it.",
        named_account: "It is on the list of named accounts.",
        touchpoint: "A partner has logged a touchpoint for it.",
      },
    }),
};

const sectorValues: DomainValue[] = sectors.map((sector) => ({
  value: sector,
  label: sector.charAt(0).toUpperCase() + sector.slice(1).replaceAll("-", " "),
}));

async function checkNumbers(tx: Tx, context: ImportContext): Promise<void> {
  const cell = (field: string) => cellOf(accounts, field, sql`s.cells`);
  const text = (message: string) => sql`${message}::text`;
  await reportFaults(tx, context, accounts, [
    {
      field: "year-established",
      code: "out-of-range",
      severity: "error",
      when: sql`${cell("year-established")}::integer not between ${limits.firstYear}::integer and ${limits.lastYear}::integer`,
      message: text(`A year lies between ${limits.firstYear} and ${limits.lastYear}.`),
      value: cell("year-established"),
    },
    {
      field: "employees",
      code: "out-of-range",
      severity: "error",
      when: sql`${cell("employees")}::bigint > ${limits.employees}::bigint`,
      message: text("That is more employees than there can be."),
      value: cell("employees"),
    },
    {
      field: "annual-revenue",
      code: "out-of-range",
      severity: "error",
      when: sql`${cell("annual-revenue")}::numeric >= 1000000000000`,
      message: text("The revenue is in millions, and less than a million millions of them."),
      value: cell("annual-revenue"),
    },
    {
      field: "annual-revenue",
      code: "rounded",
      severity: "warning",
      when: sql`${cell("annual-revenue")}::numeric <> round(${cell("annual-revenue")}::numeric, 2)`,
      message: text("Two digits after the point are kept."),
      value: cell("annual-revenue"),
    },
  ]);
}

/**
 * What needs all rows to be there: who belongs to whom, and what partners see of what was renamed. Answers how many
 * accounts that were there already have changed by it alone.
 */
async function finish(tx: Tx, context: ImportContext): Promise<number> {
  const importId = sql`${context.importId}::uuid`;
  const { moved } = await one(
    tx,
    sql<{ moved: number }>`with linked as (
        select a.id, link.parent_id, a.import_id is distinct from ${importId} as older,
          a.import_id is distinct from ${importId} and a.changed_by_import_id is distinct from ${importId} as unchanged
        from (${linkedRows(tx, context, accounts)}) as link
        join account a on a.vendor_id = ${tx.vendorId} and a.id = link.child_id and a.parent_id is distinct from link.parent_id
      ), written as (
        update account a set parent_id = linked.parent_id, version = a.version + linked.unchanged::integer,
          changed_by_import_id = case when linked.older then ${importId} else a.changed_by_import_id end
        from linked where a.vendor_id = ${tx.vendorId} and a.id = linked.id
      )
      select (count(*) filter (where unchanged))::int as moved from linked`,
  );
  await renameForPartners(tx, sql`a.changed_by_import_id = ${importId}`);
  await rememberRows(tx, context, accounts);
  return moved;
}
