import { one, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { toJson } from "#platform/money/money.ts";
import type { Day } from "#platform/time/day.ts";
import {
  addMonths,
  daysOfMonth,
  lastYears,
  type Month,
  monthOf,
  previousMonth,
} from "#platform/time/month.ts";
import { fiscalQuarterOf } from "#platform/time/quarter.ts";
import { report } from "../../report.ts";
import { changeOf } from "../change.ts";
import type { wonByMonth } from "../contract.ts";

interface MonthRow {
  period: string;
  won_minor: bigint;
  deals: number;
}

interface SoFarRow {
  won_minor: bigint;
  deals: number;
  before_minor: bigint;
}

const byMonth = report<MonthRow>(new URL("../reports/won-by-month.sql", import.meta.url));
const soFar = report<SoFarRow>(new URL("../reports/won-so-far.sql", import.meta.url));

/** Months that are shown, the current one included. */
const shownMonths = 12;

/** What was won by month and in this quarter: the vendor's, or of a direct seller their own. */
export async function readWonByMonth(tx: Tx): Promise<ResponseOf<typeof wonByMonth>> {
  const current = monthOf(tx.today());
  const first = addMonths(current, 1 - shownMonths);
  const won = await monthsFrom(tx, lastYears(first), current);
  const periods = Array.from({ length: shownMonths }, (_, index) => addMonths(first, index));
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  return {
    months: periods.map((period) => {
      const lastYear = won.of(lastYears(period));
      return {
        period,
        won: money(won.of(period)?.won_minor ?? 0n),
        deals: won.of(period)?.deals ?? 0,
        lastYear: lastYear && money(lastYear.won_minor),
      };
    }),
    latest: latestOf(tx, won, previousMonth(current)),
    quarter: await quarterOfToday(tx),
  };
}

interface WonMonths {
  /** What a month brought, nothing included; null where it lies before the first win. */
  of: (month: Month) => { won_minor: bigint; deals: number } | null;
}

async function monthsFrom(tx: Tx, from: Month, until: Month): Promise<WonMonths> {
  const found = await rows(
    tx,
    byMonth({
      ...asked(tx),
      from: daysOfMonth(from).from.toString(),
      until: daysOfMonth(until).until.toString(),
    }),
  );
  const months = new Map(found.map((row) => [row.period.slice(0, 7), row]));
  const earliest = found[0]?.period.slice(0, 7);
  return {
    of: (month) => {
      if (earliest === undefined || month < earliest) return null;
      return months.get(month) ?? { won_minor: 0n, deals: 0 };
    },
  };
}

function latestOf(tx: Tx, won: WonMonths, period: Month): ResponseOf<typeof wonByMonth>["latest"] {
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  const now = won.of(period)?.won_minor ?? 0n;
  const { from, until } = daysOfMonth(period);
  const month = { period, days: { from: from.toString(), until: until.toString() } };
  const candidates = [
    { kind: "last-year" as const, period: lastYears(period) },
    { kind: "month-before" as const, period: previousMonth(period) },
  ];
  for (const candidate of candidates) {
    const before = won.of(candidate.period)?.won_minor;
    if (before === undefined) continue;
    return {
      ...month,
      won: money(now),
      against: { ...candidate, won: money(before) },
      change: changeOf(now, before),
    };
  }
  return { ...month, won: money(now), against: null, change: null };
}

async function quarterOfToday(tx: Tx): Promise<ResponseOf<typeof wonByMonth>["quarter"]> {
  const { from } = fiscalQuarterOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const until = tx.today().add({ days: 1 });
  const before = { from: from.subtract({ months: 3 }), until: sameDaysBefore(from, until) };
  const row = await one(
    tx,
    soFar({
      ...asked(tx),
      from: from.toString(),
      until: until.toString(),
      before_from: before.from.toString(),
      before_until: before.until.toString(),
    }),
  );
  const money = (minor: bigint) => toJson({ minor, currency: tx.vendor.currency });
  return {
    days: { from: from.toString(), until: until.toString() },
    won: money(row.won_minor),
    deals: row.deals,
    before: money(row.before_minor),
    beforeDays: { from: before.from.toString(), until: before.until.toString() },
    change: changeOf(row.won_minor, row.before_minor),
  };
}

/** The end of as many days of the quarter before as this one has had; never beyond its last. */
function sameDaysBefore(from: Day, until: Day): Day {
  const end = from.subtract({ months: 3 }).add({ days: from.until(until, { largestUnit: "days" }).days });
  return Temporal.PlainDate.compare(end, from) < 0 ? end : from;
}

function asked(tx: Tx) {
  const isSeller = tx.actor.databaseRole === "hanse_seller";
  return {
    vendor: tx.vendorId,
    currency: tx.vendor.currency,
    seller: isSeller ? tx.actor.membershipId : null,
  };
}
