import { sql } from "kysely";
import { putTexts } from "#ecosystem/texts/index.ts";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { parseMoney } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import { textsOf } from "../texts.ts";
import { textsPlace } from "../texts-ref.ts";
import * as store from "./store.ts";

/** The rules in force, or an earlier version. @throws Problem 404 */
export async function readRules(tx: Tx, version: number | undefined): Promise<contract.EngagementRules> {
  const row = version === undefined ? await store.currentRules(tx) : await store.findRules(tx, version);
  if (row === null) throw notFound("version of the rules");
  return present(row);
}

export async function listRules(tx: Tx, query: QueryOf<typeof contract.listEngagementRules>) {
  const { rows, nextCursor } = await store.listRulesRows(tx, query);
  const isStandard = rows.length === 0 && query.cursor === undefined;
  return { items: (isStandard ? [await store.currentRules(tx)] : rows).map(present), nextCursor };
}

/**
 * Publishes the next version. The notice for contacts keeps its version while its words stay.
 * @throws Problem 409 `version-mismatch` when somebody else has published meanwhile
 */
export async function publishRules(
  tx: Tx,
  body: BodyOf<typeof contract.publishEngagementRules>,
): Promise<contract.EngagementRules> {
  const current = await store.standingRules(tx);
  const isStale = body.basedOn !== current.version;
  body.settings.workingTime.holidays.forEach((day, index) => {
    parseDay(day, `/settings/workingTime/holidays/${index}`);
  });
  const late = body.settings.reminderDays.find((days) => days >= body.settings.protectionDays);
  if (late !== undefined)
    throw invalid("/settings/reminderDays", "A reminder comes after the approval, so it is fewer days.");
  const least = body.settings.minimumValue;
  if (least !== null && parseMoney(least, "/settings/minimumValue").currency !== tx.vendor.currency)
    throw invalid(
      "/settings/minimumValue/currency",
      `Amounts are in the vendor's currency, ${tx.vendor.currency}.`,
    );
  const { contactNotice } = current.settings;
  const isSameNotice = contactNotice.text === body.settings.contactNotice.text;
  const settings = {
    ...body.settings,
    contactNotice: {
      text: body.settings.contactNotice.text,
      version: contactNotice.version + (isSameNotice ? 0 : 1),
    },
  };
  const version = current.version + 1;
  const published = {
    id: newId(),
    version,
    settings,
    note: body.note,
    publishedBy: tx.actor.membershipId,
    publishedAt: tx.now(),
  };
  if (isStale || !(await store.insertRules(tx, published))) {
    throw conflict("version-mismatch", "Somebody else has published rules meanwhile. Look at them first.");
  }
  await putTexts(tx, textsPlace, textsOf(settings));
  const row = await store.currentRules(tx);
  await record(
    tx,
    contract.events.engagementPublished,
    { subject: { kind: "engagement-rules", id: row.id } },
    { version, note: body.note },
  );
  return present(row);
}

function present(row: store.RulesRow): contract.EngagementRules {
  return {
    id: toPublicId("roe", row.id),
    version: row.version,
    settings: row.settings,
    note: row.note,
    publishedBy: row.published_by,
    publishedAt: row.published_at.toString(),
  };
}

export async function listNamed(tx: Tx, query: QueryOf<typeof contract.listNamedAccounts>) {
  const accountId =
    query.accountId === undefined ? undefined : fromPublicId("acc", query.accountId, "account");
  const { rows, nextCursor } = await store.listNamedRows(tx, { ...query, accountId });
  return { items: rows.map(presentNamed), nextCursor };
}

/** Keeps an account for the vendor. @throws Problem 404, 409 `named-already` */
export async function nameAccount(
  tx: Tx,
  body: BodyOf<typeof contract.nameAccount>,
): Promise<contract.NamedAccount> {
  const accountId = fromPublicId("acc", body.accountId, "account");
  const account = await maybe(
    tx,
    sql<{ name: string }>`select name from account where vendor_id = ${tx.vendorId} and id = ${accountId}`,
  );
  if (account === null) throw notFound("account");
  const id = newId();
  const sellerId = body.sellerId === undefined ? null : await readSeller(tx, body.sellerId);
  if (!(await store.insertNamed(tx, { id, accountId, sellerId }))) {
    throw conflict("named-already", `${account.name} is a named account already.`);
  }
  await record(
    tx,
    contract.events.accountNamed,
    { subject: { kind: "account", id: accountId }, accountId },
    { account: account.name },
  );
  return presentNamed(await loadNamed(tx, id));
}

export async function releaseNamed(tx: Tx, publicId: string): Promise<null> {
  const row = await loadNamed(tx, fromPublicId("nam", publicId, "named account"));
  if (!(await store.endNamed(tx, row.id))) throw notFound("named account");
  await record(
    tx,
    contract.events.accountUnnamed,
    { subject: { kind: "account", id: row.account_id }, accountId: row.account_id },
    { account: row.account_name },
  );
  return null;
}

async function loadNamed(tx: Tx, id: string): Promise<store.NamedRow> {
  const row = await store.findNamed(tx, id);
  if (row === null) throw notFound("named account");
  return row;
}

async function readSeller(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("mem", publicId, "person");
  const found = await maybe(
    tx,
    sql`select id from membership where vendor_id = ${tx.vendorId} and id = ${id} and side = 'vendor' and deactivated_at is null`,
  );
  if (found === null) throw invalid("/sellerId", "There is nobody of this id among the vendor's people.");
  return id;
}

function presentNamed(row: store.NamedRow): contract.NamedAccount {
  return {
    id: toPublicId("nam", row.id),
    account: { id: toPublicId("acc", row.account_id), name: row.account_name },
    seller:
      row.seller_id === null ? null : { id: toPublicId("mem", row.seller_id), name: row.seller_name ?? "" },
    publishedAt: row.published_at.toString(),
    publishedBy: row.published_by,
  };
}
