import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import { money, toJson } from "#platform/money/money.ts";
import { rulesById } from "../../engagement/index.ts";
import type { DealCase } from "../contract.ts";
import { standingOf } from "./claims.ts";
import { daysFor } from "./days.ts";
import { tenderIsCertain, tenderMatches } from "./disclosure.ts";
import { load, stateOf } from "./load.ts";
import type { DealRow } from "./store.ts";

/*
 * What stands beside a registration when a person decides. Nothing of it is stored: it is read anew each time, so it is
 * never older than the page that shows it.
 */

/** @throws Problem 404 */
export async function caseOf(tx: Tx, publicId: string): Promise<DealCase> {
  const row = await load(tx, publicId);
  return {
    standing: await standingOf(tx, row.id),
    rivals: await rivalsOf(tx, row),
    opportunities: await opportunitiesOf(tx, row),
    tenders: await tendersOf(tx, row),
    namedAccounts: await namedAccountsOf(tx, row),
    accounts: await accountsOf(tx, row),
    protectionDays: await daysFor(tx, row),
    pending: await pendingOf(tx, row),
    notes: await notesOf(tx, row),
  };
}

export async function note(tx: Tx, publicId: string, text: string): Promise<DealCase> {
  const row = await load(tx, publicId);
  await sql`insert into registration_note (vendor_id, id, registration_id, text, written_by, written_at)
    values (${tx.vendorId}, ${newId()}, ${row.id}, ${text}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(
    tx.db,
  );
  return caseOf(tx, publicId);
}

async function rivalsOf(tx: Tx, row: DealRow): Promise<DealCase["rivals"]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
      number: number;
      partner_id: string;
      partner_name: string;
      state: DealRow["state"];
      submitted_at: Temporal.Instant;
      protected_until: Temporal.Instant | null;
      question_due_at: Temporal.Instant | null;
      series: string[];
      kinds: ("domain" | "name" | "tax-id" | "crm-id")[];
      first: boolean;
    }>`select d.id, d.number, d.partner_id, p.name as partner_name, d.state, d.submitted_at, d.protected_until,
        min(q.due_at) as question_due_at, array_agg(distinct c.series) as series, array_agg(distinct c.key_kind) as kinds, bool_or(c.received_no < own.received_no) as first
      from registration_claim own
      join registration_claim c on c.vendor_id = own.vendor_id and c.key_kind = own.key_kind and c.key = own.key
        and c.series = own.series and c.country = own.country and c.project = own.project and c.role = own.role
        and c.registration_id <> own.registration_id and c.state <> 'released'
      join registration d on d.vendor_id = c.vendor_id and d.id = c.registration_id
      join partner p on p.vendor_id = d.vendor_id and p.id = d.partner_id
      left join registration_question q
        on q.vendor_id = d.vendor_id and q.registration_id = d.id and q.answered_at is null
      where own.vendor_id = ${tx.vendorId} and own.registration_id = ${row.id}
      group by d.id, d.number, d.partner_id, p.name, d.state, d.submitted_at, d.protected_until
      order by min(c.received_no)`,
  );
  return found.map((one) => ({
    deal: {
      id: toPublicId("deal", one.id),
      number: one.number,
      partner: { id: toPublicId("par", one.partner_id), name: one.partner_name },
      state: stateOf(tx, one),
      submittedAt: one.submitted_at.toString(),
    },
    series: one.series,
    on: one.kinds,
    first: one.first,
    protectedUntil: one.protected_until?.toString() ?? null,
  }));
}

/**
 * The vendor's accounts that may be the customer: by domain or by the id in its CRM surely, by name and country likely;
 * and the parents and children of those, which are other companies of the same group.
 */
function candidates(tx: Tx, row: DealRow): RawBuilder<unknown> {
  const columns = sql`a.id, a.name, a.country, a.parent_id`;
  return sql`(
    with same as (
      select ${columns}, (a.domain is not null and a.domain = ${row.customer_domain}) is true as by_domain,
        (a.external_id is not null and a.external_id = ${row.customer_crm_id}) is true as by_crm_id,
        a.name_key = app.name_key(${row.customer_name ?? ""}) as by_name, false as by_parent,
        (a.domain = ${row.customer_domain} or a.external_id = ${row.customer_crm_id}
          or (a.name_key = app.name_key(${row.customer_name ?? ""}) and a.country = ${row.customer_country})) is true as certain
      from account a
      where a.vendor_id = ${tx.vendorId} and (a.name_key = app.name_key(${row.customer_name ?? ""})
        or a.domain = ${row.customer_domain} or a.external_id = ${row.customer_crm_id})
      limit 50
    )
    select * from same
    union all
    (select distinct on (a.id) ${columns}, false, false, false, true, false
    from same s join account a on a.vendor_id = ${tx.vendorId} and (a.id = s.parent_id or a.parent_id = s.id)
    where a.id not in (select id from same)
    order by a.id limit 50)
  )`;
}

interface MatchRow {
  by_domain: boolean;
  by_crm_id: boolean;
  by_name: boolean;
  by_parent: boolean;
  certain: boolean;
}
const matched = sql`c.by_domain, c.by_crm_id, c.by_name, c.by_parent, c.certain`;
const matchedBy = (row: MatchRow) => [
  ...(row.by_domain ? (["domain"] as const) : []),
  ...(row.by_crm_id ? (["crm-id"] as const) : []),
  ...(row.by_name ? (["name"] as const) : []),
  ...(row.by_parent ? (["parent"] as const) : []),
];

const sure = (certain: boolean) => (certain ? ("certain" as const) : ("likely" as const));

export async function accountsOf(tx: Tx, row: DealRow): Promise<DealCase["accounts"]> {
  const found = await rows(
    tx,
    sql<
      MatchRow & { id: string; name: string; country: string | null }
    >`select * from ${candidates(tx, row)} c order by c.certain desc, c.name, c.id`,
  );
  return found.map((one) => ({
    account: { id: toPublicId("acc", one.id), name: one.name },
    country: one.country,
    on: matchedBy(one),
    sure: sure(one.certain),
  }));
}

/** Sales at the customer's accounts. One without a date of its source is not active, whenever it was imported. */
async function opportunitiesOf(tx: Tx, row: DealRow): Promise<DealCase["opportunities"]> {
  const activeDays = row.rules_id === null ? 0 : (await rulesById(tx, row.rules_id)).settings.activeDays;
  const submitted = (row.submitted_at ?? tx.now()).toZonedDateTimeISO(tx.vendor.timezone).toPlainDate();
  const activeFrom = submitted.subtract({ days: activeDays }).toString();
  const found = await rows(
    tx,
    sql<
      MatchRow & {
        id: string;
        name: string;
        account_id: string;
        account_name: string;
        owner_id: string | null;
        owner_name: string | null;
        seller_id: string | null;
        seller_name: string | null;
        stage: string;
        meaning: string;
        value_minor: bigint | null;
        currency: string;
        active_on: string | null;
        counts: boolean;
      }
    >`select o.id, o.name, c.id as account_id, c.name as account_name, o.owner_partner_id as owner_id, p.name as owner_name,
        o.seller_id, m.name as seller_name, s.label as stage, o.meaning, o.value_minor, o.currency,
        coalesce(o.closed_on, o.engaged_on) as active_on,
        (o.meaning = 'open' and o.engaged_on between ${activeFrom}::date and ${submitted.toString()}::date) is true as counts,
        ${matched}
      from ${candidates(tx, row)} c
      join opportunity o on o.vendor_id = ${tx.vendorId} and o.account_id = c.id and o.id is distinct from ${row.opportunity_id}::uuid
      join opportunity_stage s on s.vendor_id = o.vendor_id and s.key = o.stage
      left join partner p on p.vendor_id = o.vendor_id and p.id = o.owner_partner_id
      left join membership m on m.vendor_id = o.vendor_id and m.id = o.seller_id
      order by counts desc, o.meaning = 'open' desc, coalesce(o.closed_on, o.engaged_on) desc nulls last, o.id limit 50`,
  );
  const named = (prefix: "par" | "mem", id: string | null, name: string | null) =>
    id === null || name === null ? null : { id: toPublicId(prefix, id), name };
  return found.map((one) => ({
    opportunity: { id: toPublicId("opp", one.id), name: one.name },
    account: { id: toPublicId("acc", one.account_id), name: one.account_name },
    owner: named("par", one.owner_id, one.owner_name),
    seller: named("mem", one.seller_id, one.seller_name),
    on: matchedBy(one),
    stage: one.stage,
    open: one.meaning === "open",
    value: one.value_minor === null ? null : toJson(money(one.value_minor, one.currency)),
    activeOn: one.active_on,
    counts: one.counts,
    sure: sure(one.certain),
  }));
}

async function namedAccountsOf(tx: Tx, row: DealRow): Promise<DealCase["namedAccounts"]> {
  const found = await rows(
    tx,
    sql<
      MatchRow & {
        account_id: string;
        account_name: string;
        seller_id: string | null;
        seller_name: string | null;
        published_at: Temporal.Instant;
        counts: boolean;
      }
    >`select c.id as account_id, c.name as account_name, n.seller_id, m.name as seller_name, n.published_at,
        n.published_at <= ${(row.submitted_at ?? tx.now()).toString()}::timestamptz as counts, ${matched}
      from ${candidates(tx, row)} c
      join named_account n on n.vendor_id = ${tx.vendorId} and n.account_id = c.id and n.ended_at is null
      left join membership m on m.vendor_id = n.vendor_id and m.id = n.seller_id
      order by c.certain desc, c.name, n.id`,
  );
  return found.map((one) => ({
    account: { id: toPublicId("acc", one.account_id), name: one.account_name },
    seller:
      one.seller_id === null || one.seller_name === null
        ? null
        : { id: toPublicId("mem", one.seller_id), name: one.seller_name },
    publishedAt: one.published_at.toString(),
    on: matchedBy(one),
    counts: one.counts,
    sure: sure(one.certain),
  }));
}

/** Public tenders of the customer. Those of another project are shown, and are not sure. */
async function tendersOf(tx: Tx, row: DealRow): Promise<DealCase["tenders"]> {
  const submitted = (row.submitted_at ?? tx.now()).toZonedDateTimeISO(tx.vendor.timezone).toPlainDate();
  const found = await rows(
    tx,
    sql<{
      id: string;
      customer_name: string;
      project: string;
      published_on: string;
      source: string | null;
      by_name: boolean;
      by_domain: boolean;
      counts: boolean;
      certain: boolean;
    }>`select t.id, t.customer_name, t.project, t.published_on, t.source,
        t.name_key = app.name_key(d.customer_name) as by_name, (t.customer_domain = d.customer_domain) is true as by_domain,
        t.published_on <= ${submitted.toString()}::date as counts, ${tenderIsCertain("d")} as certain
      from registration d join public_tender t on t.vendor_id = d.vendor_id and ${tenderMatches("d")}
      where d.vendor_id = ${tx.vendorId} and d.id = ${row.id}
      order by counts desc, certain desc, t.published_on, t.id limit 20`,
  );
  return found.map((one) => ({
    tender: { id: toPublicId("ptn", one.id), customer: one.customer_name, project: one.project },
    publishedOn: one.published_on,
    source: one.source,
    on: [...(one.by_domain ? (["domain"] as const) : []), ...(one.by_name ? (["name"] as const) : [])],
    counts: one.counts,
    sure: sure(one.certain),
  }));
}

async function pendingOf(tx: Tx, row: DealRow): Promise<DealCase["pending"]> {
  const found = await maybe(
    tx,
    sql<{
      kind: "approve" | "reject" | "revoke";
      decided_by: string;
      decided_at: Temporal.Instant;
      tell_at: Temporal.Instant;
    }>`select d.kind, m.name as decided_by, d.decided_at, d.tell_at from registration_decision d
      join membership m on m.vendor_id = d.vendor_id and m.id = d.decided_by
      where d.vendor_id = ${tx.vendorId} and d.registration_id = ${row.id} and d.told_at is null and d.taken_back_at is null`,
  );
  return found === null
    ? null
    : {
        kind: found.kind,
        decidedBy: found.decided_by,
        decidedAt: found.decided_at.toString(),
        tellAt: found.tell_at.toString(),
      };
}

async function notesOf(tx: Tx, row: DealRow): Promise<DealCase["notes"]> {
  const found = await rows(
    tx,
    sql<{ id: string; text: string; written_by: string; written_at: Temporal.Instant }>`
      select n.id, n.text, m.name as written_by, n.written_at from registration_note n
      join membership m on m.vendor_id = n.vendor_id and m.id = n.written_by
      where n.vendor_id = ${tx.vendorId} and n.registration_id = ${row.id} order by n.written_at, n.id`,
  );
  return found.map((one) => ({
    id: toPublicId("dno", one.id),
    text: one.text,
    writtenBy: one.written_by,
    writtenAt: one.written_at.toString(),
  }));
}
