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
    }
  | { what: "payment"; partner: string; cents: bigint /** Below zero: it came back. */; day: string }
  | { what: "close"; month: string /** All partners where nobody is named. */; partner?: string };

/** In cents; closing = opening + released + adjusted − paid. */
export type Statement = {
  partner: string;
  month: string;
  opening: bigint;
  released: bigint;
  adjusted: bigint;
  paid: bigint;
  closing: bigint;
};

/**
 * The statements that were closed. One holds whatever was released or paid up to the end of its month and stands on
 * none yet, however late that was recorded. It exists where there is something to hold or a balance to carry, and
 * never for a month before one that is closed already.
 */
export function naiveStatements(entries: readonly Entry[]): Statement[] {
  const statements: Statement[] = [];
  const waiting = new Map<string, Moved[]>();
  for (const entry of entries) {
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
      statements.push(statementOf(partner, entry.month, opening, shown));
      waiting.set(
        partner,
        moved.filter((each) => monthOf(each) > entry.month),
      );
    }
  }
  return statements;
}

type Moved = Exclude<Entry, { what: "close" }>;

function monthOf(entry: Moved): string {
  return (entry.what === "line" ? releaseDay(entry) : entry.day).slice(0, 7);
}

function statementOf(partner: string, month: string, opening: bigint, shown: readonly Moved[]): Statement {
  const sum = (is: (entry: Moved) => boolean) =>
    shown.filter(is).reduce((total, { cents }) => total + cents, 0n);
  const released = sum((each) => each.what === "line" && each.isFirst);
  const adjusted = sum((each) => each.what === "line" && !each.isFirst);
  const paid = sum((each) => each.what === "payment");
  return { partner, month, opening, released, adjusted, paid, closing: opening + released + adjusted - paid };
}
