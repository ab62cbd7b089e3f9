import * as payouts from "#incentivize/payouts/contract.ts";
import * as runs from "#incentivize/runs/contract.ts";
import * as statements from "#incentivize/statements/contract.ts";
import { Problem } from "#platform/problem.ts";
import { type Clock, manualClock } from "#platform/time/clock.ts";
import { monthOf, nextMonth } from "#platform/time/month.ts";
import type { Caller } from "../caller.ts";

/** The people of the vendor's finance, each by the clock of the day on which they act. */
export interface Finance {
  finance: (clock: Clock) => Caller;
  controller: (clock: Clock) => Caller;
}

/** A month's statements are closed and paid once it has been over for more than this many days. */
const settledAfterDays = 30;

/**
 * Plays the months in order, each step on its own day: a month with wins is run and posted on its last evening; the
 * statements of a month that has been over for long are closed, paid and released early in the next one. The month of
 * `today` is left to the visitor.
 */
export async function playMonths(
  people: Finance,
  planId: string,
  today: Temporal.PlainDate,
): Promise<{ posted: number }> {
  const months = (
    await people.finance(manualClock(at(today, 12))).call(runs.openMonths, { params: { planId } })
  ).items;
  const withWins = new Set(months.map(({ period }) => period));
  const first = [...withWins].sort()[0];
  if (first === undefined) return { posted: 0 };
  let posted = 0;
  for (let month = first; month < monthOf(today); month = nextMonth(month)) {
    const lastDay = Temporal.PlainYearMonth.from(month)
      .toPlainDate({ day: 1 })
      .add({ months: 1 })
      .subtract({ days: 1 });
    if (withWins.has(month)) {
      await runMonth(people, planId, month, lastDay);
      posted += 1;
    }
    if (lastDay.until(today, { largestUnit: "day" }).days > settledAfterDays)
      await settleMonth(people, month, lastDay);
  }
  return { posted };
}

async function runMonth(
  people: Finance,
  planId: string,
  period: string,
  lastDay: Temporal.PlainDate,
): Promise<void> {
  const finance = people.finance(manualClock(at(lastDay, 18)));
  const preview = await finance.call(runs.previewRun, { body: { planId, period } });
  await finance.call(runs.postRun, { params: { runId: preview.id } });
}

/** Closes a month's statements, and pays what they owe: made by one, released by another. */
async function settleMonth(people: Finance, period: string, lastDay: Temporal.PlainDate): Promise<void> {
  const closing = people.finance(manualClock(at(lastDay.add({ days: 2 }), 9)));
  if (
    !(await didSomething(closing.call(statements.closeStatements, { body: { period } }), "nothing-to-close"))
  )
    return;
  const made = await optional(closing.call(payouts.makePayout, {}), "nothing-to-pay");
  if (made === null) return;
  const controller = people.controller(manualClock(at(lastDay.add({ days: 3 }), 10)));
  await controller.call(payouts.releasePayout, { params: { payoutId: made.id } });
  const paying = people.finance(manualClock(at(lastDay.add({ days: 4 }), 14)));
  await paying.call(payouts.payAll, {
    params: { payoutId: made.id },
    body: { reference: `Bank transfer ${period}` },
  });
}

async function didSomething(act: Promise<unknown>, unless: string): Promise<boolean> {
  return (await optional(act, unless)) !== null;
}

/** The answer, or null where there was nothing to do, which is said as a problem of that type. */
async function optional<T>(act: Promise<T>, nothing: string): Promise<T | null> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof Problem && error.type === nothing) return null;
    throw error;
  }
}

function at(day: Temporal.PlainDate, hour: number): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: "UTC", plainTime: Temporal.PlainTime.from({ hour }) }).toInstant();
}
