import { type RawBuilder, sql } from "kysely";
import { changed, type Tx } from "#platform/database/tx.ts";
import type { DomainValue, ImportContext, ImportKind } from "#platform/imports/kind.ts";
import { applyRecords, rememberRows } from "#platform/imports/records/apply.ts";
import { checkRecords, reportFaults } from "#platform/imports/records/check.ts";
import { checkParents, linkedRows, type ParentedTable } from "#platform/imports/records/parents.ts";
import { cellOf, isLastRange, isNews } from "#platform/imports/records/records.ts";
import { undoRecords } from "#platform/imports/records/undo.ts";
import { limits, sectors } from "../contract.ts";
import { countries } from "../countries.ts";
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
  domains: async () => ({ sector: sectorValues, country: countryValues }),
  check: async (tx, context) => {
    await lockHierarchy(tx);
    await checkRecords(tx, context, accounts);
    await checkNumbers(tx, context);
    await checkParents(tx, context, accounts);
  },
  apply: async (tx, context, range) => {
    await lockHierarchy(tx);
    const result = await applyRecords(tx, context, accounts, range, movesToAnotherParent(tx));
    if (await isLastRange(tx, context, range)) await finish(tx, context);
    return result;
  },
  undo: (tx, context) =>
    undoRecords(tx, context, accounts, {
      parts: [],
      parent: "parent_id",
      why: {
        opportunity: "It has opportunities.",
        partner_account: "A partner sees it.",
        account: "Another account belongs to it.",
      },
    }),
};

const sectorValues: DomainValue[] = sectors.map((sector) => ({
  value: sector,
  label: sector.charAt(0).toUpperCase() + sector.slice(1).replaceAll("-", " "),
}));

/** A country under each of its names; the first is what it is called. */
const countryValues: DomainValue[] = countries.flatMap(({ code, alpha3, name, otherNames }) =>
  [name, alpha3, ...otherNames].map((label) => ({ value: code, label })),
);

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

/** For a row `s` and its account `r`: the file names a parent that is not the present one. */
function movesToAnotherParent(tx: Tx): RawBuilder<boolean> {
  const said = cellOf(accounts, "parent", sql`s.cells`);
  return sql`(${isNews(accounts, "parent")} and not exists (select from account p
    where p.vendor_id = ${tx.vendorId} and p.id = r.parent_id and (p.external_id = ${said} or p.sort_name = lower(${said}))))`;
}

/** What needs all rows to be there: who belongs to whom, and what partners see of what was renamed. */
async function finish(tx: Tx, context: ImportContext): Promise<void> {
  await changed(
    tx,
    sql`update account a set parent_id = link.parent_id from (${linkedRows(tx, context, accounts)}) as link (child_id, parent_id)
      where a.vendor_id = ${tx.vendorId} and a.id = link.child_id and a.parent_id is distinct from link.parent_id`,
  );
  await renameForPartners(tx, sql`a.changed_by_import_id = ${context.importId}`);
  await rememberRows(tx, context, accounts);
}
