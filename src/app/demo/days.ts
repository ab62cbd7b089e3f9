/** The day itself, or the Friday before a weekend: on other days nobody of the vendor's works. */
export function businessDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: daysIntoWeekend(day) });
}

/** The morning of a business day. What a weekend would bring comes on its Friday, later in the day the later it is told. */
export function businessMorning(day: Temporal.PlainDate): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from({ hour: 9 + 2 * daysIntoWeekend(day), minute: 30 });
  return businessDay(day).toZonedDateTime({ timeZone: "UTC", plainTime }).toInstant();
}

function daysIntoWeekend({ dayOfWeek }: Temporal.PlainDate): number {
  return Math.max(0, dayOfWeek - 5);
}
