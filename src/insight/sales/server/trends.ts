import { rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { DayRange } from "#platform/time/day.ts";
import { fiscalQuarterOf, quarterBefore } from "#platform/time/quarter.ts";
import { report } from "../../report.ts";
import { changeOf } from "../change.ts";
import type { PartnerTrend, partnerTrends } from "../contract.ts";

interface TrendRow {
  partner_id: string;
  name: string;
  now_minor: bigint;
  now_deals: number;
  last_minor: bigint;
  before_minor: bigint;
  top: boolean;
  up: boolean;
  down: boolean;
}

const trends = report<TrendRow>(new URL("../reports/partner-trends.sql", import.meta.url));

/** Partners in each list. */
const most = 5;

/**
 * The partners that win most in this quarter, and those that turned. A turn is read from quarters that are over, since
 * a quarter that has just begun would show everybody falling.
 */
export async function readPartnerTrends(tx: Tx): Promise<ResponseOf<typeof partnerTrends>> {
  const now = fiscalQuarterOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const last = quarterBefore(now);
  const before = quarterBefore(last);
  const found = await rows(
    tx,
    trends({
      vendor: tx.vendorId,
      currency: tx.vendor.currency,
      now_from: now.from.toString(),
      last_from: last.from.toString(),
      before_from: before.from.toString(),
      until: now.until.toString(),
      most,
    }),
  );
  const list = (belongs: (row: TrendRow) => boolean, weight: (row: TrendRow) => bigint) =>
    found
      .filter(belongs)
      .sort((a, b) => Number(weight(b) > weight(a)) - Number(weight(b) < weight(a)))
      .map((row) => present(row, tx.vendor.currency));
  return {
    quarters: { now: presentDays(now), last: presentDays(last), before: presentDays(before) },
    top: list(
      (row) => row.top,
      (row) => row.now_minor,
    ),
    up: list(
      (row) => row.up,
      (row) => row.last_minor - row.before_minor,
    ),
    down: list(
      (row) => row.down,
      (row) => row.before_minor - row.last_minor,
    ),
  };
}

function present(row: TrendRow, currency: string): PartnerTrend {
  const money = (minor: bigint) => toJson({ minor, currency });
  return {
    partner: { id: toPublicId("par", row.partner_id), name: row.name },
    now: money(row.now_minor),
    deals: row.now_deals,
    last: money(row.last_minor),
    before: money(row.before_minor),
    change: changeOf(row.last_minor, row.before_minor),
  };
}

function presentDays({ from, until }: DayRange) {
  return { from: from.toString(), until: until.toString() };
}
