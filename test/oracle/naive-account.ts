import { releaseDay } from "./naive-statement.ts";

/** What moves a partner's account, in the order in which it was recorded. */
export type Entry =
  | {
      what: "line";
      partner: string;
      cents: bigint;
      /** False where it adjusts or takes back an earlier line, in whose day of close it is then held. */
      isFirst: boolean;
      closeDay: string;
      postedOn: string;
      /** The month in which it is booked. */
      month: string;
    }
  | { what: "payment"; partner: string; cents: bigint /** Below zero: it came back. */; day: string }
  | { what: "close"; month: string /** All partners where nobody is named. */; partner?: string };

/**
 * In cents; closing = opening + released + adjusted − paid. Beside that what is booked in the month, and what was
 * posted by its end and held beyond it.
 */
export type Statement = {
  partner: string;
  month: string;
  opening: bigint;
  released: bigint;
  adjusted: bigint;
  paid: bigint;
  closing: bigint;
  earned: bigint;
  held: bigint;
};

/**
 * The statements that were closed. One holds whatever was released or paid up to the end of its month and stands on
 * none yet, however late that was recorded. It exists where there is something to hold or a balance to carry, and
 * never for a month before one that is closed already.
 */
export function naiveStatements(entries: readonly Entry[]): Statement[] {
  return accounts(entries).statements;
}

/**
 * The month that has to be closed before this one, of one partner or of all: the earliest before it in which
 * something was released that stands on no statement, though one of that month is still to come.
 */
export function naiveEarlierMonth(
  entries: readonly Entry[],
  month: string,
  partner?: string,
): string | undefined {
  const { statements, waiting } = accounts(entries);
  const open = [...waiting]
    .filter(([whose]) => partner === undefined || whose === partner)
    .flatMap(([whose, moved]) => {
      const last = statements.findLast((each) => each.partner === whose)?.month ?? "";
      const months = moved.filter(({ what }) => what === "line").map(monthOf);
      return months.filter((each) => last < each && each < month);
    });
  return open.sort()[0];
}

function accounts(entries: readonly Entry[]) {
  const statements: Statement[] = [];
  const waiting = new Map<string, Moved[]>();
  for (const [at, entry] of entries.entries()) {
    if (entry.what !== "close") {
      waiting.set(entry.partner, [...(waiting.get(entry.partner) ?? []), entry]);
      continue;
    }
    for (const [partner, moved] of waiting) {
      if (entry.partner !== undefined && entry.partner !== partner) continue;
      const last = statements.findLast((each) => each.partner === partner);
      if (last && last.month >= entry.month) continue;
      const shown = moved.filter((each) => monthOf(each) <= entry.month);
      const opening = last?.closing ?? 0n;
      if (shown.length === 0 && opening === 0n) continue;
      const beside = entries
        .slice(0, at)
        .filter((each) => each.what === "line")
        .filter((line) => line.partner === partner);
      statements.push({
        ...statementOf(partner, entry.month, opening, shown),
        earned: total(beside.filter(({ month }) => month === entry.month)),
        held: total(
          beside.filter((line) => line.postedOn.slice(0, 7) <= entry.month && monthOf(line) > entry.month),
        ),
      });
      waiting.set(
        partner,
        moved.filter((each) => monthOf(each) > entry.month),
      );
    }
  }
  return { statements, waiting };
}

type Moved = Exclude<Entry, { what: "close" }>;

function monthOf(entry: Moved): string {
  return (entry.what === "line" ? releaseDay(entry) : entry.day).slice(0, 7);
}

function total(moved: readonly Moved[]): bigint {
  return moved.reduce((sum, { cents }) => sum + cents, 0n);
}

function statementOf(partner: string, month: string, opening: bigint, shown: readonly Moved[]) {
  const sum = (is: (entry: Moved) => boolean) => total(shown.filter(is));
  const released = sum((each) => each.what === "line" && each.isFirst);
  const adjusted = sum((each) => each.what === "line" && !each.isFirst);
  const paid = sum((each) => each.what === "payment");
  return { partner, month, opening, released, adjusted, paid, closing: opening + released + adjusted - paid };
}
