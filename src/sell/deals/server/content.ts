import { type RawBuilder, sql } from "kysely";
import { readDomain } from "#ecosystem/matching/index.ts";
import { distributorsOf } from "#ecosystem/partners/index.ts";
import { listPriceIn } from "#ecosystem/products/index.ts";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import type { MoneyJson } from "#platform/http/wire.ts";
import { fromPublicId } from "#platform/ids.ts";
import { parseMoney } from "#platform/money/money.ts";
import { invalid } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import type { EngagementSettings } from "../../engagement/contract.ts";
import type { changeDeal } from "../contract.ts";
import type { Written } from "./store.ts";

export type Content = BodyOf<typeof changeDeal>;
type Given<T> = T | null | undefined;

export interface Line {
  productId: string;
  quantity: number;
  amountMinor: bigint | null;
}

/** What a request says of a registration, as it is kept. What is not given stays undefined, what is taken away is null. */
export async function readContent(
  tx: Tx,
  content: Content,
  settings: EngagementSettings,
): Promise<{ written: Written; lines: Line[] | undefined }> {
  const lines = content.lines === undefined ? undefined : await readLines(tx, content.lines);
  const website = content.customerWebsite;
  return {
    lines,
    written: {
      customer_name: content.customerName,
      customer_country: content.customerCountry,
      customer_website: website,
      customer_domain: website === undefined || website === null ? website : companyDomain(website, settings),
      customer_tax_id: content.customerTaxId,
      customer_crm_id: content.customerCrmId,
      contact_name: content.contactName,
      contact_email: content.contactEmail,
      contact_title: content.contactTitle,
      contact_notice_version: content.contactNoticeVersion,
      role: content.role,
      project: content.project,
      sales_stage: await readStage(tx, content.salesStage),
      source: content.source,
      expected_close_on: readDay(content.expectedCloseOn, "/expectedCloseOn"),
      value_minor: content.value === undefined ? sumOf(lines) : readAmount(tx, content.value, "/value"),
      distributor_id: await readDistributor(tx, content.distributorId),
      tender_published_on: readDay(content.tenderPublishedOn, "/tenderPublishedOn"),
      note: content.note,
    },
  };
}

function companyDomain(typed: string, settings: EngagementSettings): string | null {
  const reading = readDomain(typed, settings.sharedDomains);
  return reading.names === "company" ? reading.domain : null;
}

/** The most that a registration is worth, in the currency's smallest unit. */
const maxValueMinor = 1_000_000_000_000_000n;

/** Lines given without a value of the whole add up to it. */
function sumOf(lines: readonly Line[] | undefined): bigint | undefined {
  if (lines === undefined || lines.length === 0) return undefined;
  if (lines.some((line) => line.amountMinor === null)) return undefined;
  const sum = lines.reduce((before, line) => before + (line.amountMinor ?? 0n), 0n);
  if (sum > maxValueMinor) throw invalid("/lines", "Together this is too large an amount.");
  return sum;
}

function readDay(text: Given<string>, pointer: string): Given<string> {
  return text === null || text === undefined ? text : parseDay(text, pointer).toString();
}

function readAmount(tx: Tx, json: MoneyJson | null | undefined, pointer: string): Given<bigint> {
  if (json === null || json === undefined) return json;
  const amount = parseMoney(json, pointer);
  if (amount.currency !== tx.vendor.currency)
    throw invalid(`${pointer}/currency`, `Amounts are in the vendor's currency, ${tx.vendor.currency}.`);
  if (amount.minor < 0n) throw invalid(`${pointer}/amount`, "An amount cannot be below zero.");
  if (amount.minor > maxValueMinor) throw invalid(`${pointer}/amount`, "This is too large an amount.");
  return amount.minor;
}

async function readLines(tx: Tx, given: NonNullable<Content["lines"]>): Promise<Line[]> {
  const ids = given.map((line) => fromPublicId("prd", line.productId, "product"));
  const products = await rows(
    tx,
    sql<{
      id: string;
      listed_minor: bigint | null;
    }>`select p.id, ${listPriceIn("p", tx.vendor.currency)} as listed_minor
      from product p where p.vendor_id = ${tx.vendorId} and p.id = any (${ids}::uuid[])`,
  );
  const known = new Map(products.map((product) => [product.id, product]));
  return given.map((line, index) => {
    const product = known.get(ids[index] ?? "");
    if (product === undefined) throw invalid(`/lines/${index}/productId`, "There is no such product.");
    const quantity = line.quantity ?? 1;
    const listed = product.listed_minor;
    return {
      productId: product.id,
      quantity,
      amountMinor:
        readAmount(tx, line.amount, `/lines/${index}/amount`) ??
        (listed === null ? null : listed * BigInt(quantity)),
    };
  });
}

async function readStage(tx: Tx, key: Given<string>): Promise<Given<string>> {
  if (key === null || key === undefined) return key;
  return existing(
    tx,
    sql`select key as id from opportunity_stage where vendor_id = ${tx.vendorId} and key = ${key} and meaning = 'open'`,
    {
      pointer: "/salesStage",
      message: "There is no such stage of an open sale.",
    },
  );
}

async function readDistributor(tx: Tx, publicId: Given<string>): Promise<Given<string>> {
  if (publicId === null || publicId === undefined) return publicId;
  const id = fromPublicId("par", publicId, "partner");
  const { actor } = tx;
  if (actor.membershipId !== null && actor.side === "partner" && actor.partnerId !== null) {
    const known = await distributorsOf(tx, actor.partnerId);
    if (known.some((one) => one.id === id)) return id;
  }
  return existing(tx, sql`select id from partner where vendor_id = ${tx.vendorId} and id = ${id}`, {
    pointer: "/distributorId",
    message: "There is no such partner, or you may not see it.",
  });
}

async function existing(
  tx: Tx,
  query: RawBuilder<unknown>,
  otherwise: { pointer: string; message: string },
): Promise<string> {
  const found = await maybe(tx, query as RawBuilder<{ id: string }>);
  if (found === null) throw invalid(otherwise.pointer, otherwise.message);
  return found.id;
}
