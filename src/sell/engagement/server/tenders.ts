import { sql } from "kysely";
import { readDomain } from "#ecosystem/matching/index.ts";
import { maybe, one, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { containing, page } from "#platform/http/list.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import { currentRules } from "./store.ts";

/* Public tenders that the vendor knows of. One that is noted never changes; a wrong one is taken off. */

interface TenderRow {
  id: string;
  customer_name: string;
  customer_domain: string | null;
  country: string | null;
  project: string;
  published_on: string;
  source: string | null;
  entered_by: string;
  entered_at: Temporal.Instant;
}

const selected = sql`select t.id, t.customer_name, t.customer_domain, t.country, t.project, t.published_on, t.source,
    m.name as entered_by, t.entered_at
  from public_tender t join membership m on m.vendor_id = t.vendor_id and m.id = t.entered_by`;

export async function listTenders(tx: Tx, query: QueryOf<typeof contract.listPublicTenders>) {
  const wanted = page<TenderRow>(
    [
      { expression: sql`t.published_on`, type: "date", direction: "desc", value: (row) => row.published_on },
      { expression: sql`t.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const search =
    query.search === undefined
      ? sql`true`
      : sql`(t.customer_name ilike ${containing(query.search)} or t.project ilike ${containing(query.search)})`;
  const found = await rows(
    tx,
    sql<TenderRow>`${selected} where t.vendor_id = ${tx.vendorId} and t.ended_at is null and ${search} and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const done = wanted.finish(found);
  return { items: done.rows.map(present), nextCursor: done.nextCursor };
}

/** Notes a tender. A site that names no company is refused, since by it nobody would be found. */
export async function enterTender(
  tx: Tx,
  body: BodyOf<typeof contract.enterPublicTender>,
): Promise<contract.PublicTender> {
  const id = newId();
  const publishedOn = parseDay(body.publishedOn, "/publishedOn");
  if (Temporal.PlainDate.compare(publishedOn, tx.today()) > 0)
    throw invalid("/publishedOn", "It is noted once it is published, so this is a day of the past or today.");
  await sql`insert into public_tender
      (vendor_id, id, customer_name, customer_domain, country, project, published_on, source, entered_by, entered_at)
    values (${tx.vendorId}, ${id}, ${body.customer}, ${await domainOf(tx, body.website)}, ${body.country ?? null},
      ${body.project ?? ""}, ${publishedOn.toString()}, ${body.source ?? null}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
  const about = { subject: { kind: "public-tender", id } };
  await record(tx, contract.events.tenderEntered, about, { customer: body.customer });
  return present(
    await one(tx, sql<TenderRow>`${selected} where t.vendor_id = ${tx.vendorId} and t.id = ${id}`),
  );
}

export async function endTender(tx: Tx, publicId: string): Promise<null> {
  const id = fromPublicId("ptn", publicId, "public tender");
  const ended = await maybe(
    tx,
    sql<{ customer_name: string }>`update public_tender
      set ended_at = greatest(${tx.now().toString()}::timestamptz, entered_at + interval '1 microsecond')
      where vendor_id = ${tx.vendorId} and id = ${id} and ended_at is null returning customer_name`,
  );
  if (ended === null) throw notFound("public tender");
  const about = { subject: { kind: "public-tender", id } };
  await record(tx, contract.events.tenderEnded, about, { customer: ended.customer_name });
  return null;
}

async function domainOf(tx: Tx, website: string | undefined): Promise<string | null> {
  if (website === undefined) return null;
  const { settings } = await currentRules(tx);
  const reading = readDomain(website, settings.sharedDomains);
  if (reading.names !== "company")
    throw invalid("/website", "This is not an address of a company's site, such as example.com.");
  return reading.domain;
}

function present(row: TenderRow): contract.PublicTender {
  return {
    id: toPublicId("ptn", row.id),
    customer: row.customer_name,
    website: row.customer_domain,
    country: row.country,
    project: row.project,
    publishedOn: row.published_on,
    source: row.source,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at.toString(),
  };
}
