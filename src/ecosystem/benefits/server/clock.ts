import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { recordAll } from "#platform/events/record.ts";
import { events } from "../events.ts";
import { aboutOf, type Told, told } from "./about.ts";
import type { AllowanceKey } from "./store.ts";

/*
 * What the clock does to grants. A grant is over from its end on, whether or not this has run: it tells people, and
 * gives back to an allowance what no period limits. Whatever runs twice finds nothing left to do.
 */

/** As many in one go; the rest comes with the next hour. */
const atOnce = 1000;
/** Days before the end at which a partner is warned; of a grant that lasts less than twice as long, halfway through. */
const warnDays = 14;

/** Notes what is over; answers how many. */
export async function lapseAll(tx: Tx): Promise<number> {
  return lapse(tx, sql`true`);
}

/** The same of one allowance alone, so that a grant is decided by what is really still out. */
export async function lapseOf(tx: Tx, key: AllowanceKey): Promise<void> {
  await lapse(
    tx,
    sql`r.partner_id = ${key.partnerId} and r.program_id = ${key.programId} and r.benefit_key = ${key.benefitKey}
      and r.counted_in = ${key.countedIn} and r.period_from = ${key.periodFrom}::date`,
  );
}

async function lapse(tx: Tx, which: RawBuilder<unknown>): Promise<number> {
  const now = sql`${tx.now().toString()}::timestamptz`;
  const over = await rows(
    tx,
    sql<Told & { was: string }>`with over as (
        select r.id, r.state as was, case when r.period_until is null then r.held else 0 end as freed
        from benefit_request r where r.vendor_id = ${tx.vendorId} and r.lapsed_at is null and r.valid_until <= ${now} and ${which}
        order by r.id limit ${atOnce} for update
      ), ended as (
        update benefit_request r set lapsed_at = ${now}, state = case when r.state = 'granted' then 'expired' else r.state end,
          held = r.held - o.freed
        from over o where r.vendor_id = ${tx.vendorId} and r.id = o.id
        returning r.*, o.was, o.freed
      ), given_back as (
        update benefit_allowance a set held = a.held - f.freed
        from (select partner_id, program_id, benefit_key, counted_in, period_from, sum(freed)::bigint as freed from ended
          where freed > 0 group by 1, 2, 3, 4, 5) f
        where a.vendor_id = ${tx.vendorId} and a.partner_id = f.partner_id and a.program_id = f.program_id
          and a.benefit_key = f.benefit_key and a.counted_in = f.counted_in and a.period_from = f.period_from
        returning a.partner_id
      )
      select e.*, (select count(*) from given_back) as rows_given_back from ended e order by e.id`,
  );
  await recordAll(
    tx,
    events.benefitExpired,
    over
      .filter(({ was }) => was === "granted")
      .map((row) => ({ about: aboutOf(row), payload: told(row, row.granted_quantity - row.consumed) })),
  );
  return over.length;
}

/** Warns of grants that end soon and are not used up, once each; answers how many. */
export async function warn(tx: Tx): Promise<number> {
  const now = sql`${tx.now().toString()}::timestamptz`;
  const ending = await rows(
    tx,
    sql<Told & { valid_until: Temporal.Instant }>`update benefit_request r set warned_at = ${now}
      where r.vendor_id = ${tx.vendorId} and r.id in (select w.id from benefit_request w where w.vendor_id = ${tx.vendorId}
          and w.state = 'granted' and w.warned_at is null and w.lapsed_at is null and w.valid_until > ${now}
          and w.valid_until - least(make_interval(days => ${warnDays}), (w.valid_until - w.decided_at) / 2) <= ${now}
        order by w.id limit ${atOnce})
      returning r.*`,
  );
  await recordAll(
    tx,
    events.benefitExpiring,
    ending.map((row) => ({
      about: aboutOf(row),
      payload: { ...told(row, row.granted_quantity - row.consumed), validUntil: row.valid_until.toString() },
    })),
  );
  return ending.length;
}
