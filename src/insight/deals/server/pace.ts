import { one, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { minutesOfDay } from "#platform/time/business.ts";
import { currentRules } from "#sell/engagement/index.ts";
import { report } from "../../report.ts";
import type { Pace, readDealPace } from "../contract.ts";
import { daysOfAll, shownUntil } from "./months.ts";

interface PaceRow {
  period: string;
  clock: "answers" | "decisions";
  count: number;
  in_time: number;
  median_minutes: number;
  most_minutes: number;
}

const pace = report<PaceRow>(new URL("../reports/pace.sql", import.meta.url));
const owed = report<{ waiting: number; overdue: number }>(new URL("../reports/owed.sql", import.meta.url));

const none: Pace = { count: 0, inTime: 0, medianHours: null, mostHours: null };

/** The vendor's times by month: with everybody, or on the partners' side with one's own registrations. */
export async function paceByMonth(tx: Tx): Promise<ResponseOf<typeof readDealPace>> {
  const months = shownUntil(tx.today());
  const asked = { vendor: tx.vendorId, partners: ownPartners(tx) };
  const found = await rows(tx, pace({ ...asked, zone: tx.vendor.timezone, from: daysOfAll(months).from }));
  const of = (period: string, clock: PaceRow["clock"]): Pace => {
    const row = found.find((each) => each.period === period && each.clock === clock);
    return row === undefined
      ? none
      : {
          count: row.count,
          inTime: row.in_time,
          medianHours: hours(row.median_minutes),
          mostHours: hours(row.most_minutes),
        };
  };
  const { settings } = await currentRules(tx);
  const dayHours = minutesOfDay(settings.workingTime) / 60;
  return {
    months: months.map((period) => ({
      period,
      days: daysOfAll([period]),
      answers: of(period, "answers"),
      decisions: of(period, "decisions"),
    })),
    promised: {
      answerHours: settings.firstAnswerDays * dayHours,
      decisionHours: settings.decisionDays * dayHours,
    },
    owed: await one(tx, owed({ ...asked, now: tx.now().toString() })),
  };
}

function ownPartners({ actor }: Tx): string[] | null {
  return actor.databaseRole === "hanse_partner" ? [...actor.reach.own] : null;
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
