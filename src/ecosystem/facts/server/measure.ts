import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";

/*
 * What facts come to over many periods at once: one statement for a kind, however many partners and periods there are.
 * Days are `YYYY-MM-DD`. Row-level security says whose facts the actor may read; a caller on the partner's side names
 * the partners itself.
 */

/** The days that count, half-open; `from` is null where it is what is so on the last of them. */
interface Period {
  readonly from: string | null;
  readonly until: string;
}

interface Wanted {
  periods: readonly Period[];
  /** Whether a partner's facts are told apart, by the customer's country or by the partner's location. */
  split: "none" | "country" | "location";
  /** All partners unless told. */
  partnerIds?: readonly string[];
}

/** What there is of one partner in one period: minor units of a currency, thousandths of what is no money (""). */
export interface Measurement {
  partnerId: string;
  /** The country or location by which facts are told apart; null where a fact names none. */
  place: string | null;
  /** Which of the periods. */
  period: number;
  currency: string;
  amount: bigint;
}

interface BucketRow {
  partner_id: string;
  place: string | null;
  bucket: number;
  currency: string;
  total: string;
}

/** The sums of a kind in each period, for whoever has a fact in it. */
export async function measureSums(tx: Tx, kind: string, wanted: Wanted): Promise<Measurement[]> {
  const cut = cutInto(wanted.periods);
  if (cut === null) return [];
  const found = await rows(
    tx,
    sql<BucketRow>`select f.partner_id, ${placeOf(wanted)} as place, ${cut.bucket} as bucket, coalesce(f.currency, '') as currency,
        sum(f.amount_minor)::text as total
      from fact f where f.vendor_id = ${tx.vendorId} and f.kind = ${kind} and ${cut.within} and ${whose(wanted)}
      group by 1, 2, 3, 4`,
  );
  return cut.intoPeriods(found);
}

/** What a kind of fact counts: amounts are multiplied by the weight whose days and countries they lie in. */
export interface Weight {
  readonly fact: string;
  readonly currency: string | null;
  readonly ratedFrom: string;
  readonly ratedUntil: string | null;
  /** Null: customers in any country that no other weight names, or in none. */
  readonly countries: readonly string[] | null;
  readonly weight: bigint;
}

/** The weighted sums of several kinds in each period, all under the currency "". What has no weight counts nothing. */
export async function measureWeighted(
  tx: Tx,
  weights: readonly Weight[],
  wanted: Wanted,
): Promise<Measurement[]> {
  const cut = cutInto(wanted.periods);
  if (cut === null || weights.length === 0) return [];
  const kinds = [...new Set(weights.map(({ fact }) => fact))];
  const factors = [...new Set(weights.map(({ weight }) => weight))];
  // Summed as they are, weight by weight, and weighed afterwards: whole numbers add up quicker than products of any size.
  const sums = factors.map(
    (factor, index) =>
      sql`coalesce(sum(w.amount_minor) filter (where w.weighed = ${sql.lit(index)}), 0) * ${factor.toString()}::numeric`,
  );
  const found = await rows(
    tx,
    sql<BucketRow>`select w.partner_id, w.place, w.bucket, '' as currency, (${sql.join(sums, sql` + `)})::text as total
      from (
        select f.partner_id, ${placeOf(wanted)} as place, ${cut.bucket} as bucket, f.amount_minor, ${weighedBy(weights, factors)} as weighed
        from fact f
        where f.vendor_id = ${tx.vendorId} and f.kind = any (${kinds}::text[]) and ${cut.within} and ${whose(wanted)}
        offset 0
      ) as w
      group by 1, 2, 3`,
  );
  return cut.intoPeriods(found);
}

/**
 * Which of the factors is a fact's weight: of its kind, currency and day the one whose countries name its own, or else the one that names none.
 * Written out as cases, since the planner takes a join by so many conditions for one of a few rows.
 */
function weighedBy(weights: readonly Weight[], factors: readonly bigint[]): RawBuilder<number | null> {
  const indexOf = (weight: bigint) => sql<number>`${sql.lit(factors.indexOf(weight))}`;
  const rates = Map.groupBy(weights, ({ fact, currency, ratedFrom }) => `${fact} ${currency} ${ratedFrom}`);
  const cases = [...rates.values()].flatMap((same) => {
    const [rate] = same;
    return rate === undefined ? [] : [sql`when ${isRatedBy(rate)} then ${amongCountries(same, indexOf)}`];
  });
  return sql`case ${sql.join(cases, sql` `)} end`;
}

function isRatedBy({ fact, currency, ratedFrom, ratedUntil }: Weight): RawBuilder<boolean> {
  const ratedOn = sql`coalesce(f.rated_on, f.counts_on)`;
  const isPaid = currency === null ? sql`f.currency is null` : sql`f.currency = ${currency}`;
  const isBefore = ratedUntil === null ? sql`true` : sql`${ratedOn} < ${ratedUntil}::date`;
  return sql`f.kind = ${fact} and ${isPaid} and ${ratedOn} >= ${ratedFrom}::date and ${isBefore}`;
}

function amongCountries(
  same: readonly Weight[],
  indexOf: (weight: bigint) => RawBuilder<number>,
): RawBuilder<number | null> {
  const elsewhere = same.find(({ countries }) => countries === null);
  const otherwise = elsewhere === undefined ? sql<null>`null` : indexOf(elsewhere.weight);
  const named = same.flatMap(({ countries, weight }) =>
    countries === null ? [] : [sql`when f.country = any (${[...countries]}::text[]) then ${indexOf(weight)}`],
  );
  return named.length === 0 ? otherwise : sql`case ${sql.join(named, sql` `)} else ${otherwise} end`;
}

/**
 * What was so on the last day of each period: of the facts that held then, the one of the latest day, and of these the
 * one recorded last, for each currency. A fact that was corrected counts no more.
 */
export async function measureLatest(tx: Tx, kind: string, wanted: Wanted): Promise<Measurement[]> {
  const ends = [...new Set(wanted.periods.map(({ until }) => until))];
  if (ends.length === 0) return [];
  const found = await rows(
    tx,
    sql<{ ends: string; partner_id: string; place: string | null; currency: string; amount_minor: bigint }>`
      select e.ends::text as ends, l.* from unnest(${ends}::date[]) as e (ends) cross join lateral (
        select distinct on (f.partner_id, place, coalesce(f.currency, ''))
          f.partner_id, ${placeOf(wanted)} as place, coalesce(f.currency, '') as currency, f.amount_minor
        from fact f
        where f.vendor_id = ${tx.vendorId} and f.kind = ${kind} and ${whose(wanted)} and f.counts_on < e.ends
          and (f.valid_until is null or f.valid_until >= e.ends)
          and not exists (select from fact c where c.vendor_id = f.vendor_id and c.corrects_id = f.id)
        order by f.partner_id, place, coalesce(f.currency, ''), f.counts_on desc, f.recorded_at desc, f.id desc
      ) as l`,
  );
  const byEnd = Map.groupBy(found, (row) => row.ends);
  return wanted.periods.flatMap(({ until }, period) =>
    (byEnd.get(until) ?? []).map((row) => ({
      partnerId: row.partner_id,
      place: row.place,
      period,
      currency: row.currency,
      amount: row.amount_minor,
    })),
  );
}

function placeOf({ split }: Wanted): RawBuilder<string | null> {
  if (split === "country") return sql`f.country`;
  return split === "location" ? sql`f.location_id::text` : sql`null::text`;
}

function whose({ partnerIds }: Wanted): RawBuilder<boolean> {
  return partnerIds === undefined ? sql`true` : sql`f.partner_id = any (${[...partnerIds]}::uuid[])`;
}

/**
 * Periods overlap, and a fact may count in many. So the days are cut at every end of a period, each fact is summed once
 * in the piece that its day lies in, and the pieces are put together afterwards.
 */
function cutInto(periods: readonly Period[]) {
  const cuts = [...new Set(periods.flatMap(({ from, until }) => [from ?? until, until]))].sort();
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const numberOf = new Map(cuts.map((day, index) => [day, index + 1]));
  const periodsOf: number[][] = cuts.map(() => []);
  periods.forEach(({ from, until }, period) => {
    const end = numberOf.get(until) ?? 0;
    for (let bucket = numberOf.get(from ?? until) ?? end; bucket < end; bucket += 1) {
      periodsOf[bucket - 1]?.push(period);
    }
  });
  return {
    bucket: sql`width_bucket(f.counts_on, ${cuts}::date[])`,
    within: sql<boolean>`(f.counts_on >= ${first}::date and f.counts_on < ${last}::date)`,
    intoPeriods: (found: readonly BucketRow[]): Measurement[] => {
      const sums = new Map<string, Map<number, Measurement>>();
      for (const { partner_id: partnerId, place, bucket, currency, total } of found) {
        const amount = BigInt(total);
        const key = `${partnerId} ${place} ${currency}`;
        const inPeriods = sums.get(key) ?? new Map<number, Measurement>();
        sums.set(key, inPeriods);
        for (const period of periodsOf[bucket - 1] ?? []) {
          const sum = inPeriods.get(period);
          if (sum === undefined) inPeriods.set(period, { partnerId, place, period, currency, amount });
          else sum.amount += amount;
        }
      }
      return [...sums.values()].flatMap((inPeriods) => [...inPeriods.values()]);
    },
  };
}
