import { compareDecimals, parseDecimal, powerOfTen } from "#platform/money/decimal.ts";
import type { LadderChange } from "./changes.ts";
import type { LadderTwo, Measure, Window } from "./ladder.ts";
import type { PointsMeasure } from "./points.ts";

/** What changes in how it is measured, of measures that both ladders have; others show where they are asked for. */
export function measureChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  return after.measures.flatMap((measure) => {
    const one = before.measures.find(({ key }) => key === measure.key);
    return one === undefined ? [] : changesOf(one, measure);
  });
}

function changesOf(before: Measure, after: Measure): LadderChange[] {
  const { key: measure, label } = after;
  const changes: LadderChange[] = [];
  if (before.label !== label) {
    changes.push({ code: "measure-renamed", takesAway: false, measure, before: before.label, after: label });
  }
  if (JSON.stringify(before.window) !== JSON.stringify(after.window)) {
    const takesAway = !isLonger(before.window, after.window);
    changes.push({
      code: "window-changed",
      takesAway,
      measure,
      label,
      before: before.window,
      after: after.window,
    });
  }
  if (before.kind === "points" && after.kind === "points") {
    return [...changes, ...rateChanges(before, after), ...marketChanges(before, after)];
  }
  const [old, new_] = [countedBy(before), countedBy(after)];
  if (old === new_) return changes;
  return [...changes, { code: "fact-changed", takesAway: true, measure, label, before: old, after: new_ }];
}

function countedBy(measure: Measure): string {
  return measure.kind === "points" ? "points" : measure.fact;
}

function isLonger(before: Window, after: Window): boolean {
  return (
    before.kind === "trailing-months" && after.kind === "trailing-months" && after.months > before.months
  );
}

type Rate = PointsMeasure["rates"][number];

/** The rates of each kind of fact, compared over every stretch of days in which neither changes. */
function rateChanges(before: PointsMeasure, after: PointsMeasure): LadderChange[] {
  const all = [...before.rates, ...after.rates];
  const groups = new Map(all.map(({ fact, currency }) => [`${fact} ${currency}`, { fact, currency }]));
  return [...groups.values()].flatMap(({ fact, currency }) => {
    const ofGroup = (rate: Rate) => rate.fact === fact && rate.currency === currency;
    const starts = [...new Set(all.filter(ofGroup).map(({ from }) => from))].sort();
    const changes: LadderChange[] = [];
    let last = "";
    for (const from of starts) {
      const [old, new_] = [rateOn(before, ofGroup, from), rateOn(after, ofGroup, from)];
      const order = compareRates(old, new_);
      const said = JSON.stringify([old, new_]);
      if (order === 0 || said === last) continue;
      last = said;
      const { key: measure, label } = after;
      const about = { measure, label, fact, currency, from };
      changes.push({ code: "rate-changed", takesAway: order > 0, ...about, before: old, after: new_ });
    }
    return changes;
  });
}

function rateOn({ rates }: PointsMeasure, ofGroup: (rate: Rate) => boolean, day: string) {
  const [rate] = rates
    .filter((one) => ofGroup(one) && one.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return rate === undefined ? null : { points: rate.points, per: rate.per };
}

type Points = { points: string; per: string } | null;

/** Positive where the first gives more. */
function compareRates(one: Points, other: Points): number {
  const fraction = (rate: Points) => {
    if (rate === null) return { top: 0n, bottom: 1n };
    const [points, per] = [parseDecimal(rate.points), parseDecimal(rate.per)];
    return { top: points.units * powerOfTen(per.scale), bottom: per.units * powerOfTen(points.scale) };
  };
  const [a, b] = [fraction(one), fraction(other)];
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function marketChanges(before: PointsMeasure, after: PointsMeasure): LadderChange[] {
  const times = ({ markets }: PointsMeasure, country: string) =>
    markets.find(({ countries }) => countries.includes(country))?.times ?? "1";
  const countries = new Set([...before.markets, ...after.markets].flatMap((market) => market.countries));
  const groups = new Map<string, { countries: string[]; before: string; after: string }>();
  for (const country of [...countries].sort()) {
    const [old, new_] = [times(before, country), times(after, country)];
    if (compareDecimals(parseDecimal(old), parseDecimal(new_)) === 0) continue;
    const group = groups.get(`${old} ${new_}`) ?? { countries: [], before: old, after: new_ };
    group.countries.push(country);
    groups.set(`${old} ${new_}`, group);
  }
  const { key: measure, label } = after;
  return [...groups.values()].map((group) => {
    const takesAway = compareDecimals(parseDecimal(group.before), parseDecimal(group.after)) > 0;
    return { code: "market-changed", takesAway, measure, label, ...group };
  });
}
