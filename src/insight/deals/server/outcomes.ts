import { rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { type ReasonKey, reasonKeys } from "#sell/engagement/contract.ts";
import { report } from "../../report.ts";
import type { Outcomes, readDealOutcomes } from "../contract.ts";
import { daysOfAll, shownUntil } from "./months.ts";

interface OutcomeRow {
  period: string;
  what: Exclude<keyof Outcomes, "rejectedFor">;
  reason_key: ReasonKey | null;
  count: number;
}

const outcomes = report<OutcomeRow>(new URL("../reports/outcomes.sql", import.meta.url));

/** What became of registrations in the last months, and how many of those that closed were won. */
export async function outcomesByMonth(tx: Tx): Promise<ResponseOf<typeof readDealOutcomes>> {
  const months = shownUntil(tx.today());
  const days = daysOfAll(months);
  const found = await rows(
    tx,
    outcomes({ vendor: tx.vendorId, zone: tx.vendor.timezone, from: days.from, now: tx.now().toString() }),
  );
  const total = sum(found);
  const closed = total.won + total.lost;
  return {
    months: months.map((period) => ({
      period,
      days: daysOfAll([period]),
      ...sum(found.filter((row) => row.period === period)),
    })),
    total: { ...total, days, winRate: closed === 0 ? null : (total.won / closed).toFixed(3) },
  };
}

function sum(some: readonly OutcomeRow[]): Outcomes {
  const count = (of: readonly OutcomeRow[]) => of.reduce((all, row) => all + row.count, 0);
  const what = (wanted: OutcomeRow["what"]) => some.filter((row) => row.what === wanted);
  const rejected = what("rejected");
  return {
    approved: count(what("approved")),
    rejected: count(rejected),
    rejectedFor: reasonKeys
      .map((reasonKey) => ({
        reasonKey,
        count: count(rejected.filter((row) => row.reason_key === reasonKey)),
      }))
      .filter((one) => one.count > 0),
    withdrawn: count(what("withdrawn")),
    expired: count(what("expired")),
    revoked: count(what("revoked")),
    won: count(what("won")),
    lost: count(what("lost")),
  };
}
