import { type RawBuilder, sql } from "kysely";
import type { Pool } from "pg";
import { createPerson, findPerson } from "#platform/auth/sign-in.ts";
import type { Door } from "#platform/database/door.ts";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { newId } from "#platform/ids.ts";
import { isCurrency } from "#platform/money/currency.ts";
import { parseMoney, toJson } from "#platform/money/money.ts";
import { conflict, invalid } from "#platform/problem.ts";
import { refuseUnknownZone } from "#platform/time/zone.ts";
import { type changeSettings, events, type Settings } from "../contract.ts";
import { moduleKeys, openNeed } from "../modules.ts";
import { logosOf, refuseTakenHost } from "./brand.ts";

export interface NewVendor {
  name: string;
  timezone: string;
  currency: string;
  /** The language that it writes in; English unless told. */
  locale?: string | undefined;
  admin: { name: string; email: string; password: string };
}

/** What a new vendor calls the stages of a sale, until it says otherwise. */
const usualStages = [
  { key: "prospecting", label: "Prospecting", meaning: "open" },
  { key: "engaging", label: "Engaging", meaning: "open" },
  { key: "won", label: "Won", meaning: "won" },
  { key: "lost", label: "Lost", meaning: "lost" },
] as const;

/** Creates a vendor with its first administrator; answers both ids. What `before` does belongs to the same transaction. */
export async function createVendor(
  door: Door,
  vendor: NewVendor,
  before: (tx: Tx) => Promise<void> = async () => {},
): Promise<{ vendorId: string; membershipId: string }> {
  if (!isCurrency(vendor.currency))
    throw invalid("/currency", `"${vendor.currency}" is not a currency in use (ISO 4217).`);
  refuseUnknownZone(vendor.timezone);
  const vendorId = newId();
  const { name, timezone, currency } = vendor;
  const context = { id: vendorId, name, timezone, currency, fiscalYearStartMonth: 1, modulesOff: [] };
  return door.withJob(context, async (tx) => {
    await before(tx);
    await sql`insert into vendor (vendor_id, name, timezone, currency, locale, created_at)
      values (${vendorId}, ${vendor.name}, ${vendor.timezone}, ${vendor.currency}, ${vendor.locale ?? "en"}, ${tx.now().toString()})`.execute(
      tx.db,
    );
    for (const [position, stage] of usualStages.entries()) {
      await sql`insert into opportunity_stage (vendor_id, key, label, meaning, position)
        values (${vendorId}, ${stage.key}, ${stage.label}, ${stage.meaning}, ${position})`.execute(tx.db);
    }
    const membershipId = await addMember(tx, { ...vendor.admin, roles: ["vendor-admin"], partnerId: null });
    await record(tx, events.vendorCreated, { subject: { kind: "vendor", id: vendorId } }, context);
    return { vendorId, membershipId };
  });
}

/** Gives a person a membership without an invitation: for the first administrator and for the operator at the console. */
export async function addMember(
  tx: Tx,
  member: {
    name: string;
    email: string;
    password: string;
    roles: readonly string[];
    partnerId: string | null;
  },
): Promise<string> {
  const email = member.email.toLowerCase();
  const personId =
    (await findPerson(tx, email)) ??
    (await createPerson(tx, { email, name: member.name, password: member.password }));
  const id = newId();
  await sql`insert into membership (vendor_id, id, person_id, side, partner_id, roles, name, email, created_at)
    values (${tx.vendorId}, ${id}, ${personId}, ${member.partnerId === null ? "vendor" : "partner"}, ${member.partnerId},
      ${[...member.roles]}, ${member.name}, ${email}, ${tx.now().toString()})`.execute(tx.db);
  return id;
}

interface VendorRow {
  name: string;
  timezone: string;
  currency: string;
  locale: string;
  accent_colour: string;
  accent_colour_dark: string | null;
  minimum_payout_minor: bigint;
  fiscal_year_start_month: number;
  modules_off: string[];
  product_name: string | null;
  host: string | null;
  mail_sender_name: string | null;
  mail_reply_to: string | null;
  version: number;
}

export async function readSettings(tx: Tx): Promise<Settings> {
  const row = await one<VendorRow>(
    tx,
    sql`select name, timezone, currency, locale, accent_colour, accent_colour_dark, minimum_payout_minor, fiscal_year_start_month,
      modules_off, product_name, host, mail_sender_name, mail_reply_to, version from vendor where vendor_id = ${tx.vendorId}`,
  );
  return {
    name: row.name,
    timezone: row.timezone,
    currency: row.currency,
    locale: row.locale,
    accentColour: row.accent_colour,
    accentColourDark: row.accent_colour_dark,
    logos: await logosOf(tx),
    productName: row.product_name,
    host: row.host,
    mailSenderName: row.mail_sender_name,
    mailReplyTo: row.mail_reply_to,
    minimumPayout: toJson({ minor: row.minimum_payout_minor, currency: row.currency }),
    fiscalYearStartMonth: row.fiscal_year_start_month,
    modulesOff: moduleKeys.filter((key) => row.modules_off.includes(key)),
    version: row.version,
  };
}

/** Changes what is given, if nobody else has changed anything since `version`. */
export async function changeSettingsOf(
  tx: Tx,
  controlPool: Pool,
  change: BodyOf<typeof changeSettings>,
  version: number,
): Promise<Settings> {
  if (change.timezone !== undefined) refuseUnknownZone(change.timezone);
  if (change.modulesOff !== undefined) refuseOpenNeed(change.modulesOff);
  if (typeof change.host === "string") await refuseTakenHost(tx, controlPool, change.host);
  const done = await maybe(
    tx,
    sql`update vendor set ${sql.join([...columnsOf(tx, change), sql`version = version + 1`])}
      where vendor_id = ${tx.vendorId} and version = ${version} returning version`,
  );
  if (done === null)
    throw conflict("version-mismatch", "The settings were changed by somebody else meanwhile. Look again.");
  await record(
    tx,
    events.settingChanged,
    { subject: { kind: "vendor", id: tx.vendorId } },
    { changed: change },
  );
  return readSettings(tx);
}

/** What is given, as columns; null takes a setting back. */
function columnsOf(tx: Tx, change: BodyOf<typeof changeSettings>): RawBuilder<unknown>[] {
  const given = {
    name: change.name,
    timezone: change.timezone,
    locale: change.locale,
    accent_colour: change.accentColour,
    accent_colour_dark: change.accentColourDark,
    minimum_payout_minor: minimumOf(tx, change),
    fiscal_year_start_month: change.fiscalYearStartMonth,
    modules_off: change.modulesOff && [...new Set(change.modulesOff)],
    product_name: change.productName,
    host: change.host,
    mail_sender_name: change.mailSenderName,
    mail_reply_to: change.mailReplyTo,
  };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
}

function minimumOf(tx: Tx, { minimumPayout }: BodyOf<typeof changeSettings>): bigint | undefined {
  if (minimumPayout === undefined) return undefined;
  const minimum = parseMoney(minimumPayout, "/minimumPayout");
  if (minimum.currency !== tx.vendor.currency) {
    throw invalid(
      "/minimumPayout/currency",
      `The smallest payout is in the vendor's currency, ${tx.vendor.currency}.`,
    );
  }
  if (minimum.minor < 0n) throw invalid("/minimumPayout/amount", "The smallest payout cannot be below zero.");
  return minimum.minor;
}

/** Why a module that is on cannot do without another one. */
const needWords: Readonly<Record<string, string>> = {
  "incentives programs":
    "Earnings need programs: plans pay by a partner's tier. Leave programs on, or switch earnings off as well.",
  "splits incentives":
    "Pay splits need earnings: they share what a deal earns. Leave earnings on, or switch pay splits off as well.",
};

function refuseOpenNeed(off: readonly string[]): void {
  const open = openNeed(off);
  if (open !== null)
    throw invalid(
      "/modulesOff",
      needWords[`${open.module} ${open.needs}`] ?? `${open.module} needs ${open.needs}.`,
    );
}
