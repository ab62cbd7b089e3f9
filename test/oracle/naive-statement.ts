const holdDays = 30;
/** A month's statement of the demo is closed and paid once the month is over for more than this. */
const settledAfterDays = 30;

export type StatementState = {
  state: "held" | "approved" | "paid";
  /** First day on which the line is no longer held. */
  releasedOn: string;
  /** `YYYY-MM` of the closed statement it stands on; only where paid. */
  statement?: string;
};

/**
 * Where each line stands in the demo on `today`. A line is held through the 29th day after its close and
 * released at 00:00 of the 30th, or on the day it was posted if that is later. It stands on the statement of
 * the month of its release, which is closed and paid when more than 30 days lie behind that month's last day.
 */
export function naiveStatementState<Line extends { closeDay: string; postedOn?: string }>(
  lines: readonly Line[],
  today: string,
): (Line & StatementState)[] {
  return lines.map((line) => ({ ...line, ...stateOn(line, today) }));
}

function stateOn(line: { closeDay: string; postedOn?: string }, today: string): StatementState {
  const releasedOn = releaseDay(line);
  if (today < releasedOn) return { state: "held", releasedOn };
  const release = Temporal.PlainDate.from(releasedOn);
  const lastDayOfMonth = release.with({ day: release.daysInMonth }).toString();
  if (today <= addDays(lastDayOfMonth, settledAfterDays)) return { state: "approved", releasedOn };
  return { state: "paid", releasedOn, statement: releasedOn.slice(0, 7) };
}

/** First day on which a line is no longer held: close + 30, or the day it was posted if that is later. */
export function releaseDay(line: { closeDay: string; postedOn?: string }): string {
  const holdEnd = addDays(line.closeDay, holdDays);
  return line.postedOn !== undefined && line.postedOn > holdEnd ? line.postedOn : holdEnd;
}

/** Days written `YYYY-MM-DD` compare as text. */
function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
