import { jobs } from "#ecosystem/tiers/index.ts";
import type { VendorContext } from "#platform/principal.ts";
import { manualClock } from "#platform/time/clock.ts";
import type { Hanse } from "../hanse.ts";

/** The days of a month on which the sample's ladders decide their reviews, and a warning is due at the latest. */
const daysOfMonth = [1, 15];

/**
 * Decides the reviews of all programs on their own days, from the first month up to but not including today, as a server
 * would that has run all the while. It comes before the months are run: a level is given first and paid by afterwards.
 */
export async function reviewTiers(
  hanse: Hanse,
  vendor: VendorContext,
  since: string,
  today: Temporal.PlainDate,
): Promise<void> {
  let month = Temporal.PlainDate.from(since).toPlainYearMonth();
  for (; ; month = month.add({ months: 1 })) {
    for (const day of daysOfMonth.map((one) => month.toPlainDate({ day: one }))) {
      if (Temporal.PlainDate.compare(day, today) >= 0) return;
      await reviewOn(hanse, vendor, day);
    }
  }
}

/** Decides what is due now: what has come since the last time, late facts among it. */
export async function reviewToday(hanse: Hanse, vendor: VendorContext): Promise<void> {
  for (const job of jobs(hanse)) await job.run?.(vendor, {});
}

async function reviewOn(hanse: Hanse, vendor: VendorContext, day: Temporal.PlainDate): Promise<void> {
  const night = day.toZonedDateTime({ timeZone: vendor.timezone, plainTime: "00:20" }).toInstant();
  await reviewToday({ ...hanse, door: hanse.door.at(manualClock(night)) }, vendor);
}
