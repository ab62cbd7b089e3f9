import type { LadderTwo } from "#ecosystem/ladders/contract.ts";
import { atLeast, decimal, type Fraction, plus, times, zero } from "./fraction.ts";
import { begins, dayAfter, daysLater, monthsLater } from "./naive-days.ts";

/*
 * Tiers a second time, day by day, from the words of what a ladder promises: it reads the requirements in its own way,
 * counts days one by one and calculates with fractions. It shares nothing with the engine but the document.
 */

/** A fact as it is written down, in the order in which they were. */
export type NaiveFact = {
  kind: string;
  /** None for a plain number. */
  currency: string | null;
  country: string | null;
  countsOn: string;
  /** The day whose rate of points applies; the day it counts on where nothing is said. */
  ratedOn: string | null;
  /** The first day on which it no longer holds, of what holds for a time. */
  validUntil: string | null;
  /** A plain decimal. */
  amount: string;
};

/** A level given to a partner, from a day up to but not including a day. */
export type Given = { level: string; from: string; until: string };

export type NaivePartner = {
  facts: readonly NaiveFact[];
  exceptions: readonly Given[];
  floors: readonly Given[];
};

/** The kinds of which the latest counts; all others add up. */
export const stocks = ["certified_heads", "satisfaction", "agreement_signed", "overdue_balance"];

/** What one review decided. */
export type NaiveDecision = {
  on: string;
  decidedOn: string;
  inForceFrom: string;
  earned: string;
  level: string;
  why: string;
  since: string;
  graceUntil: string | null;
};

type Held = { level: string; since: string; graceUntil: string | null };

/**
 * Lives through the days from `from` up to but not including `until`: what every review decided whose level came into
 * force on one of them, and the level on each day. Before the first review there is none.
 */
export function naiveTiers(
  ladder: LadderTwo,
  firstMonth: number,
  partner: NaivePartner,
  from: string,
  until: string,
): { decisions: NaiveDecision[]; levelOn: Map<string, string> } {
  const { everyMonths, decidedAfterDays, inForceAfterDays } = ladder.reviews;
  const decisions: NaiveDecision[] = [];
  const levelOn = new Map<string, string>();
  const coming: (NaiveDecision & { rulesLevel: string })[] = [];
  let held: Held | null = null;
  let level: string | null = null;
  // A review may lie well before the day on which its level counts.
  for (let day = monthsLater(from, -7); day < until; day = dayAfter(day)) {
    if (begins(day, everyMonths, firstMonth)) {
      const decidedOn = daysLater(day, decidedAfterDays);
      const inForceFrom = daysLater(decidedOn, inForceAfterDays);
      if (inForceFrom >= from && inForceFrom < until) {
        const earned = earnedOn(ladder, firstMonth, partner.facts, day);
        const next: Held & { why: string } = afterReview(
          ladder,
          firstMonth,
          partner.facts,
          day,
          inForceFrom,
          held,
          earned,
        );
        held = { level: next.level, since: next.since, graceUntil: next.graceUntil };
        const { why, since, graceUntil } = next;
        coming.push({
          on: day,
          decidedOn,
          inForceFrom,
          earned,
          level: next.level,
          why,
          since,
          graceUntil,
          rulesLevel: next.level,
        });
      }
    }
    for (const { rulesLevel, ...decision } of coming.filter(({ inForceFrom }) => inForceFrom === day)) {
      const exception = partner.exceptions.find((one) => one.from <= day && day < one.until);
      const floor = partner.floors.find((one) => one.from <= day && day < one.until);
      if (exception) [decision.level, decision.why] = [exception.level, "exception"];
      else if (floor && place(ladder, floor.level) > place(ladder, rulesLevel)) {
        [decision.level, decision.why] = [floor.level, "grandfathered"];
      }
      level = decision.level;
      decisions.push(decision);
    }
    if (level !== null && day >= from) levelOn.set(day, level);
  }
  return { decisions, levelOn };
}

function afterReview(
  ladder: LadderTwo,
  firstMonth: number,
  facts: readonly NaiveFact[],
  day: string,
  inForceFrom: string,
  held: Held | null,
  earned: string,
): Held & { why: string } {
  const inOrder = ladder.goodStanding.every((text) =>
    holds(text, (key) => measuredOn(ladder, firstMonth, facts, key, day)),
  );
  if (held === null) {
    if (earned !== ladder.base && !inOrder) {
      return { level: ladder.base, since: inForceFrom, graceUntil: null, why: "not-in-good-standing" };
    }
    return { level: earned, since: inForceFrom, graceUntil: null, why: "entered" };
  }
  if (earned === held.level) return { ...held, graceUntil: null, why: "kept" };
  if (place(ladder, earned) > place(ladder, held.level)) {
    if (!inOrder) return { ...held, graceUntil: null, why: "not-in-good-standing" };
    return { level: earned, since: inForceFrom, graceUntil: null, why: "promoted" };
  }
  if (monthsLater(held.since, ladder.minimumStayMonths) > inForceFrom)
    return { ...held, why: "minimum-stay" };
  if (!begins(day, ladder.reviews.demoteEveryMonths, firstMonth)) return { ...held, why: "waits-for-review" };
  if (ladder.graceDays > 0 && held.graceUntil === null) {
    return { ...held, graceUntil: daysLater(inForceFrom, ladder.graceDays), why: "grace" };
  }
  if (held.graceUntil !== null && held.graceUntil > inForceFrom) return { ...held, why: "grace" };
  return { level: earned, since: inForceFrom, graceUntil: null, why: "demoted" };
}

const place = (ladder: LadderTwo, level: string) =>
  [ladder.base, ...ladder.levels.map((one) => one.level)].indexOf(level);

function earnedOn(ladder: LadderTwo, firstMonth: number, facts: readonly NaiveFact[], day: string): string {
  const met = ladder.levels.filter(({ requires }) =>
    holds(requires, (key) => measuredOn(ladder, firstMonth, facts, key, day)),
  );
  return met.at(-1)?.level ?? ladder.base;
}

type Amounts = Map<string, Fraction>;

/** What a measure comes to at a review of a day, by currency; plain numbers and points without one. */
function measuredOn(
  ladder: LadderTwo,
  firstMonth: number,
  facts: readonly NaiveFact[],
  key: string,
  day: string,
): Amounts {
  const measure = ladder.measures.find((one) => one.key === key);
  if (!measure) throw new Error(`no measure ${key}`);
  if (measure.kind === "fact" && stocks.includes(measure.fact)) return latest(facts, measure.fact, day);
  const [from, until] = daysCounted(measure.window, firstMonth, day);
  const counted = facts.filter(({ countsOn }) => countsOn >= from && countsOn < until);
  const sums: Amounts = new Map();
  if (measure.kind === "fact") {
    for (const { kind, currency, amount } of counted) {
      if (kind === measure.fact) add(sums, currency ?? "", decimal(amount));
    }
    return sums;
  }
  for (const fact of counted) add(sums, "", pointsFor(measure, fact));
  const total = sums.get("") ?? zero;
  // Whole thousandths; the rest is left out.
  return new Map([["", { of: (total.of * 1000n) / total.over, over: 1000n }]]);
}

function pointsFor(
  { rates, markets }: Extract<LadderTwo["measures"][number], { kind: "points" }>,
  { kind, currency, country, countsOn, ratedOn, amount }: NaiveFact,
): Fraction {
  const day = ratedOn ?? countsOn;
  let rate: (typeof rates)[number] | undefined;
  for (const one of rates) {
    if (one.fact !== kind || one.currency !== currency || one.from > day) continue;
    if (rate === undefined || one.from > rate.from) rate = one;
  }
  if (rate === undefined) return zero;
  const per = decimal(rate.per);
  let points = times(times(decimal(amount), decimal(rate.points)), { of: per.over, over: per.of });
  for (const market of markets) {
    if (country !== null && market.countries.includes(country)) points = times(points, decimal(market.times));
  }
  return points;
}

function latest(facts: readonly NaiveFact[], kind: string, day: string): Amounts {
  const found: Amounts = new Map();
  const since = new Map<string, string>();
  for (const one of facts) {
    const lastDayHolds = one.validUntil === null || one.validUntil >= day;
    if (one.kind !== kind || one.countsOn >= day || !lastDayHolds) continue;
    const currency = one.currency ?? "";
    if ((since.get(currency) ?? "") > one.countsOn) continue;
    since.set(currency, one.countsOn);
    found.set(currency, decimal(one.amount));
  }
  return found;
}

function daysCounted(
  window: LadderTwo["measures"][number]["window"],
  firstMonth: number,
  day: string,
): [from: string, until: string] {
  if (window.kind === "as-of") return ["0001-01-01", day];
  if (window.kind === "trailing-months") return [monthsLater(day, -window.months), day];
  const months = window.kind === "previous-quarter" ? 3 : 12;
  let until = `${day.slice(0, 8)}01`;
  while (!begins(until, months, firstMonth)) until = monthsLater(until, -1);
  return [monthsLater(until, -months), until];
}

function add(sums: Amounts, currency: string, amount: Fraction): void {
  sums.set(currency, plus(sums.get(currency) ?? zero, amount));
}

/** Whether a requirement holds, read from its text from the outside in. */
export function holds(text: string, measured: (key: string) => Amounts): boolean {
  const bracket = /^(all|any|points)\((.*)\)$/s.exec(text.trim());
  if (bracket?.[1] === "all") return pieces(bracket[2] ?? "").every((piece) => holds(piece, measured));
  if (bracket?.[1] === "any") return pieces(bracket[2] ?? "").some((piece) => holds(piece, measured));
  if (bracket) {
    const [wanted, ...given] = pieces(bracket[2] ?? "");
    let had = 0;
    for (const piece of given) {
      const colon = piece.indexOf(":");
      if (holds(piece.slice(colon + 1), measured)) had += Number(piece.slice(0, colon));
    }
    return had >= Number(wanted);
  }
  const [, key = "", sign = "", rest = ""] = /^\s*(\w+)\s*([<>]=)(.*)$/s.exec(text) ?? [];
  const asked: Amounts = new Map(
    rest.split(" or ").map((one) => {
      const [number = "", currency = ""] = one.trim().split(/\s+/);
      return [currency, decimal(number)];
    }),
  );
  const have = measured(key);
  if (sign === ">=") {
    return [...asked].some(([currency, number]) => atLeast(have.get(currency) ?? zero, number));
  }
  return [...have, ...asked].every(([currency]) =>
    atLeast(asked.get(currency) ?? zero, have.get(currency) ?? zero),
  );
}

/** What stands between the commas, those inside of brackets left alone. */
function pieces(text: string): string[] {
  const found: string[] = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === "," && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found.map((piece) => piece.trim());
}
