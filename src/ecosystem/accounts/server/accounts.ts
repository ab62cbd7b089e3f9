import { sql } from "kysely";
import { isCountry } from "#platform/countries.ts";
import { externalIdTaken, type Named, refuseTaken } from "#platform/database/external-ids.ts";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound, Problem } from "#platform/problem.ts";
import * as contract from "../contract.ts";
import { renameForPartners } from "./partner-accounts.ts";
import * as store from "./store.ts";

const named: Named = { table: "account", prefix: "acc" };

const { events } = contract;
type Change = BodyOf<typeof contract.changeAccount>;

/** @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.AccountRow> {
  const row = await store.findAccountRow(tx, fromPublicId("acc", publicId, "account"));
  if (row === null) throw notFound("account");
  return row;
}

export async function listAccounts(tx: Tx, query: store.AccountFilter) {
  const parentId = query.parentId === undefined ? undefined : fromPublicId("acc", query.parentId, "account");
  const { rows, nextCursor } = await store.listAccountRows(tx, { ...query, parentId });
  return { items: rows.map(presentSummary), nextCursor };
}

export async function createAccount(
  tx: Tx,
  wanted: BodyOf<typeof contract.createAccount>,
): Promise<contract.Account> {
  const id = newId();
  const values = await assignmentsOf(tx, wanted, id);
  if (!(await store.insertAccount(tx, id, values)))
    throw await externalIdTaken(tx, named, wanted.externalId ?? "");
  await record(
    tx,
    events.accountCreated,
    { subject: { kind: "account", id }, accountId: id },
    { name: wanted.name },
  );
  return present(tx, await load(tx, toPublicId("acc", id)));
}

/** Changes what is given, if nobody else has changed the account since `version`. */
export async function changeAccount(
  tx: Tx,
  publicId: string,
  change: Change,
  version: number,
): Promise<contract.Account> {
  const before = await load(tx, publicId);
  const values = await assignmentsOf(tx, change, before.id);
  await refuseTaken(tx, named, change.externalId ?? null, before.id);
  if (!(await store.updateAccount(tx, before.id, version, values))) {
    throw conflict("version-mismatch", `${before.name} was changed by somebody else meanwhile. Look again.`);
  }
  if (change.name !== undefined || change.country !== undefined)
    await renameForPartners(tx, sql`a.id = ${before.id}`);
  await record(
    tx,
    events.accountChanged,
    { subject: { kind: "account", id: before.id }, accountId: before.id },
    { changed: change },
  );
  return present(tx, await load(tx, publicId));
}

const columnsOf = {
  name: "name",
  externalId: "external_id",
  sector: "sector",
  country: "country",
  yearEstablished: "year_established",
  employees: "employees",
  annualRevenueMillions: "annual_revenue_millions",
} as const satisfies Partial<Record<keyof Change, string>>;

async function assignmentsOf(tx: Tx, change: Change, id: string): Promise<store.Assignment[]> {
  if (change.country && !isCountry(change.country)) {
    throw invalid("/country", `"${change.country}" is not a country code of ISO 3166, such as DE.`);
  }
  const values: store.Assignment[] = [];
  for (const [field, column] of Object.entries(columnsOf)) {
    const value = change[field as keyof typeof columnsOf];
    if (value !== undefined) values.push([column, value]);
  }
  if (change.parentId !== undefined) values.push(["parent_id", await parentOf(tx, change.parentId, id)]);
  return values;
}

async function parentOf(tx: Tx, publicId: string | null, id: string): Promise<string | null> {
  if (publicId === null) return null;
  const parent = await store.findAccountRow(tx, fromPublicId("acc", publicId, "account"));
  if (parent === null) throw invalid("/parentId", "There is no such account, or you may not see it.");
  await store.lockHierarchy(tx);
  if (await store.isWithin(tx, parent.id, id)) {
    const message =
      parent.id === id
        ? "An account cannot belong to itself."
        : `${parent.name} belongs to this account itself, directly or through others, so it cannot be above it.`;
    throw new Problem({
      status: 409,
      type: "hierarchy-cycle",
      detail: message,
      errors: [{ pointer: "/parentId", message }],
    });
  }
  return parent.id;
}

export function presentSummary(row: store.AccountRow): contract.AccountSummary {
  return {
    id: toPublicId("acc", row.id),
    name: row.name,
    externalId: row.external_id,
    sector: row.sector,
    country: row.country,
    yearEstablished: row.year_established,
    employees: row.employees,
    annualRevenueMillions: row.annual_revenue_millions,
    parent:
      row.parent_id === null ? null : { id: toPublicId("acc", row.parent_id), name: row.parent_name ?? "" },
    createdAt: row.created_at.toString(),
    version: row.version,
  };
}

export async function present(tx: Tx, row: store.AccountRow): Promise<contract.Account> {
  return {
    ...presentSummary(row),
    counts: {
      children: await store.countChildren(tx, row.id),
      // A direct seller has no sight of partners at all.
      partners: tx.actor.databaseRole === "hanse_seller" ? null : await store.countPartners(tx, row.id),
    },
  };
}
