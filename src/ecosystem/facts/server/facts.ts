import { type RawBuilder, sql } from "kysely";
import { changed, rows, type Tx } from "#platform/database/tx.ts";
import { type Money, money } from "#platform/money/money.ts";
import type { Day, DayRange } from "#platform/time/day.ts";

/** One dated number about a partner. */
export interface NewFact {
  /** The key of a kind. */
  kind: string;
  partnerId: string;
  /** The day in whose period it counts: of what happened, or, for a later correction, the day it is recorded. */
  countsOn: Day;
  /** Money, or a plain number in thousandths. */
  amount: Money | { thousandths: bigint };
  /** Where the end customer is, as ISO 3166-1 alpha-2; null where it cannot be told. */
  country?: string | null;
  /** The day whose rate of points applies; the day that it counts on unless told. */
  ratedOn?: Day | null;
  /** What it is about, such as the win. */
  source: { kind: string; id: string };
  importId?: string | null;
}

/** Records a fact, in the transaction of the act that makes it true. */
export async function recordFact(tx: Tx, fact: NewFact): Promise<void> {
  const { partnerId, countsOn, amount, source } = fact;
  const [number, currency] = "minor" in amount ? [amount.minor, amount.currency] : [amount.thousandths, null];
  await recordFacts(
    tx,
    { kind: fact.kind, sourceKind: source.kind, importId: fact.importId },
    sql`select ${partnerId}::uuid, ${countsOn.toString()}::date, ${number}::bigint, ${currency}::text, ${source.id}::uuid,
      ${fact.country ?? null}::text, ${fact.ratedOn?.toString() ?? null}::date`,
  );
}

/** What `recordFacts` is given per fact, in this order. */
export interface FactRow {
  partner_id: string;
  counts_on: string;
  /** Minor units of the currency; without one, thousandths of a plain number. */
  amount_minor: bigint;
  currency: string | null;
  source_id: string;
  country: string | null;
  /** Null: the rate of the day that it counts on applies. */
  rated_on: string | null;
}

/** Records one fact for every row that `facts` selects; answers how many. */
export async function recordFacts(
  tx: Tx,
  about: { kind: string; sourceKind: string; importId?: string | null },
  facts: RawBuilder<FactRow>,
): Promise<number> {
  return changed(
    tx,
    sql`insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, country, rated_on,
        source_kind, source_id, import_id, recorded_at)
      select ${tx.vendorId}::uuid, app.next_id(), f.partner_id, ${about.kind}, f.counts_on, f.amount_minor, f.currency, f.country, f.rated_on,
        ${about.sourceKind},
        f.source_id, ${about.importId ?? null}::uuid, ${tx.now().toString()}::timestamptz
      from (${facts}) as f (partner_id, counts_on, amount_minor, currency, source_id, country, rated_on)`,
  );
}

/** The latest day on which a fact of each kind counts, by kind; of kinds without any there is none. */
export async function lastDays(tx: Tx, kinds: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    tx,
    sql<{ kind: string; last: string | null }>`select k.kind, (select max(f.counts_on)::text from fact f
        where f.vendor_id = ${tx.vendorId} and f.kind = k.kind) as last
      from unnest(${[...kinds]}::text[]) as k (kind)`,
  );
  return new Map(found.flatMap(({ kind, last }) => (last === null ? [] : [[kind, last]])));
}

export interface FactsWanted {
  kind: string;
  /** Counted are facts whose day lies in it: from a day up to but not including a day. */
  days: DayRange;
  /** Facts in other currencies are not counted; nothing is converted. */
  currency: string;
  /** All partners unless told. */
  partnerIds?: readonly string[];
}

/** The sum for each partner that has a fact in these days, in one statement however many partners there are. */
export async function sumFacts(tx: Tx, wanted: FactsWanted): Promise<Map<string, Money>> {
  const found = await rows(tx, sql<{ partner_id: string; sum_minor: bigint }>`${sumsOf(tx, wanted)}`);
  return new Map(found.map((row) => [row.partner_id, money(row.sum_minor, wanted.currency)]));
}

/** The same as a statement of `partner_id` and `sum_minor`, to be joined. */
export function sumsOf(tx: Tx, wanted: FactsWanted): RawBuilder<unknown> {
  const whose =
    wanted.partnerIds === undefined ? sql`true` : sql`partner_id = any (${[...wanted.partnerIds]}::uuid[])`;
  return sql`select partner_id, sum(amount_minor)::bigint as sum_minor from fact
    where vendor_id = ${tx.vendorId} and ${whose} and ${withinMoney(tx, sql`partner_id`)} and kind = ${wanted.kind} and currency = ${wanted.currency}
      and counts_on >= ${wanted.days.from.toString()}::date and counts_on < ${wanted.days.until.toString()}::date
    group by partner_id`;
}

/** The partners whose money the actor may see: their facts are a part of it. */
export function withinMoney({ actor }: Tx, partnerId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (actor.databaseRole !== "hanse_partner") return sql`true`;
  return sql`${partnerId} = any (${[...actor.reach.money]}::uuid[])`;
}
