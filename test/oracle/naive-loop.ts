import type { Entry } from "./naive-account.ts";
import { type Adjustment, type Book, naiveAdjustment } from "./naive-adjustment.ts";
import {
  type Change,
  naiveTier,
  type Product,
  quarterOf,
  type Rates,
  type Row,
  sampleRates,
  type Team,
  type Tier,
} from "./naive-plan.ts";

/** One passage of an opportunity to won. */
export type NaiveWin = {
  /** As it stands; as it stood, once all of it is taken back. */
  row: Row;
  /** As it was when it was won: so it counts for the tier of the next quarter, whatever becomes of it. */
  entered: Row;
  stands: boolean;
  /** What its lines were last computed from. */
  booked?: { row: Row | undefined; book: Book };
  /** The month whose run booked it first; every later line comes by an adjustment of that month. */
  month?: string;
};

/** A line as it is posted. */
export type NaiveLine = Adjustment & {
  /** Of its win, component and partner. */
  isFirst: boolean;
  /** Of the first line: in its hold the later ones are held. */
  closeDay: string;
  postedOn: string;
};

/**
 * Wins, what becomes of them, and what the runs of months and their adjustments book: all kept in lists and walked
 * through again for every question.
 */
export function naiveLoop(firstTeams: readonly Team[], products: readonly Product[]) {
  let teams = firstTeams;
  const wins: NaiveWin[] = [];
  const changes: Change[] = [];
  const versions: { from: string; rates: Rates }[] = [{ from: "0000-01-01", rates: sampleRates }];
  const stood = new Map<string, Tier>();
  const lines: (NaiveLine & { win: NaiveWin })[] = [];
  const entries: Entry[] = [];

  const ratesOn = (day: string) => versions.findLast(({ from }) => from <= day)?.rates ?? sampleRates;
  const tierOn = (agent: string, day: string) =>
    stood.get(`${agent} ${quarterOf(day)}`) ??
    naiveTier(
      agent,
      day,
      wins.map(({ entered }) => entered),
      changes,
    );

  /** The tiers that a row is computed with: its agent's, and those of who shares it. */
  function tiersOf({ agent, closeDay, split = [] }: Row): Map<string, Tier> {
    const names = [agent, ...split.map((each) => each.agent)];
    return new Map(names.map((name) => [name, tierOn(name, closeDay)]));
  }

  /** What a win books, by the tiers and the plan of its day of close and by who is above whom now. */
  function settle(
    win: NaiveWin,
    tiers: ReadonlyMap<string, Tier>,
    month: string,
    openMonth: string,
  ): Adjustment[] {
    const { row, booked } = win;
    const rates = ratesOn(row.closeDay);
    const book = {
      teams: [...teams],
      products,
      openMonth,
      tierOn: (agent: string) => tiers.get(agent) ?? "Silver",
      ratesOn: () => rates,
    };
    const after = win.stands ? row : undefined;
    const due = naiveAdjustment(booked?.row, after, book, booked?.book);
    if (due.length > 0) win.month ??= month;
    if (win.month !== undefined) win.booked = { row: after, book };
    const credited = after?.split?.map(({ agent }) => agent) ?? [after?.agent ?? ""];
    for (const agent of credited) {
      const isUsed = due.some((line) => line.component === "commission" && line.partner === agent);
      const key = `${agent} ${quarterOf(row.closeDay)}`;
      if (isUsed && !stood.has(key)) stood.set(key, tiers.get(agent) ?? "Silver");
    }
    return due;
  }

  function record(win: NaiveWin, due: Adjustment, postedOn: string): NaiveLine {
    const first = lines.find(
      (each) => each.win === win && each.component === due.component && each.partner === due.partner,
    );
    const line = {
      ...due,
      isFirst: first === undefined,
      closeDay: first?.closeDay ?? win.row.closeDay,
      postedOn,
    };
    lines.push({ ...line, win });
    entries.push({ what: "line", ...line });
    return line;
  }

  function post(chosen: readonly NaiveWin[], month: string, bookedIn: string, today: string): NaiveLine[] {
    const tiers = chosen.map(({ row }) => tiersOf(row));
    return chosen.flatMap((win, at) =>
      settle(win, tiers[at] ?? new Map(), month, bookedIn).map((due) => record(win, due, today)),
    );
  }

  const waitsIn = (win: NaiveWin, month: string) =>
    win.stands && win.month === undefined && win.row.agent !== "" && win.row.closeDay.startsWith(month);

  return {
    wins,
    /** Lines, payments and closings so far, for the statements. */
    entries,
    tierOn,
    /** Who is above whom is otherwise, on past days too. */
    arrange(otherTeams: readonly Team[]): void {
      teams = otherTeams;
    },
    publish(from: string, rates: Rates): void {
      versions.push({ from, rates });
    },
    win(row: Row): NaiveWin {
      const win: NaiveWin = { row, entered: row, stands: true };
      wins.push(win);
      return win;
    },
    /** The win is otherwise from today on; `undefined` takes back all that is left of it. */
    change(win: NaiveWin, after: Row | undefined, today: string): void {
      const moved = (row: Row, sign: string) =>
        row.agent === "" ? [] : valuesOf(row).map((value) => changeOf(row.agent, today, value, sign));
      changes.push(...moved(win.row, "-"), ...(after ? moved(after, "") : []));
      win.stands = after !== undefined;
      win.row = after ?? win.row;
    },
    /** Others share it from now on; who has won it by the tiers' measure stays. */
    share(win: NaiveWin, split: NonNullable<Row["split"]>): void {
      win.row = { ...win.row, split };
    },
    /** Posts the run of a month: every win of it that no run has booked. */
    run: (month: string, today: string) =>
      post(
        wins.filter((win) => waitsIn(win, month)),
        month,
        month,
        today,
      ),
    /** Posts the adjustment run of a month: what has become of its wins since, and those that came late. */
    adjust: (month: string, today: string) =>
      post(
        wins.filter((win) => win.month === month || waitsIn(win, month)),
        month,
        today.slice(0, 7),
        today,
      ),
  };
}

/** What a row holds, piece by piece: its lines, less what was taken back. */
function valuesOf(row: Row): string[] {
  return [...row.lines.map(({ value }) => value), ...(row.reversed ? [`-${row.reversed}`] : [])];
}

function changeOf(agent: string, recordedDay: string, value: string, sign: string): Change {
  const text = `${sign}${value}`;
  return { agent, recordedDay, value: text.startsWith("--") ? text.slice(2) : text };
}
