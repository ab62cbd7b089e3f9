import { pointerTo } from "#platform/document.ts";
import { isCurrency } from "#platform/money/currency.ts";
import type { FieldError } from "#platform/problem.ts";
import { isDay } from "#platform/time/day.ts";
import { reservedWords } from "./expression.ts";
import type { LadderContext, LadderTwo, MeasurableKind, Measure } from "./ladder.ts";
import type { PointsMeasure } from "./points.ts";

/* What can be wrong with the measures of a ladder: what they count, over which days, at which rates. */

type Path = readonly PropertyKey[];

export function measureErrors({ measures }: LadderTwo, context: LadderContext): FieldError[] {
  const named = new Set<string>();
  return measures.flatMap((measure, index) => {
    const at = ["measures", index];
    const errors: FieldError[] = [];
    if (reservedWords.includes(measure.key)) {
      const message = `"${measure.key}" is a word of the language of requirements. Choose another key.`;
      errors.push(wrong([...at, "key"], message));
    }
    if (named.has(measure.key)) {
      const message = `The key "${measure.key}" is used twice. Every measure needs its own.`;
      errors.push(wrong([...at, "key"], message));
    }
    named.add(measure.key);
    const found =
      measure.kind === "fact" ? factErrors(measure, at, context) : pointErrors(measure, at, context);
    return [...errors, ...found];
  });
}

function factErrors(
  measure: Extract<Measure, { kind: "fact" }>,
  at: Path,
  { kinds }: LadderContext,
): FieldError[] {
  if (kinds === undefined) return [];
  const kind = kinds.find(({ key }) => key === measure.fact);
  if (kind === undefined) return [wrong([...at, "fact"], unknownFact(measure.fact, kinds))];
  const asOf = measure.window.kind === "as-of";
  if (kind.counts === "sum" && asOf) {
    const message = `"${kind.label}" adds up over time. Say over which days: a quarter, a year, or some months.`;
    return [wrong([...at, "window"], message)];
  }
  if (kind.counts === "latest" && !asOf) {
    const message = `"${kind.label}" says how things are, not what happened. Measure it as of the day of the review.`;
    return [wrong([...at, "window"], message)];
  }
  return [];
}

function unknownFact(fact: string, kinds: readonly MeasurableKind[]): string {
  return `There are no facts "${fact}". There are: ${kinds.map(({ key }) => key).join(", ")}.`;
}

function pointErrors(measure: PointsMeasure, at: Path, { kinds }: LadderContext): FieldError[] {
  const errors: FieldError[] = [];
  if (measure.window.kind === "as-of") {
    const message =
      "Points are given for what happens. Say over which days: a quarter, a year, or some months.";
    errors.push(wrong([...at, "window"], message));
  }
  const begun = new Set<string>();
  for (const [index, rate] of measure.rates.entries()) {
    const path = [...at, "rates", index];
    errors.push(...rateErrors(rate, path, kinds));
    const beginning = `${rate.fact} ${rate.currency} ${rate.from}`;
    if (begun.has(beginning)) {
      const message = `Two rates for ${rate.fact} begin on ${rate.from}. Keep one of them.`;
      errors.push(wrong([...path, "from"], message));
    }
    begun.add(beginning);
  }
  return [...errors, ...marketErrors(measure, at)];
}

function rateErrors(
  rate: PointsMeasure["rates"][number],
  at: Path,
  kinds: readonly MeasurableKind[] | undefined,
): FieldError[] {
  const errors: FieldError[] = [...dayErrors(rate.from, [...at, "from"])];
  if (/^[0.]+$/.test(rate.per)) {
    errors.push(wrong([...at, "per"], "Points are given for some amount: write more than 0."));
  }
  if (rate.currency !== null && !isCurrency(rate.currency)) {
    errors.push(wrong([...at, "currency"], `"${rate.currency}" is not a currency in use.`));
  }
  if (kinds === undefined) return errors;
  const kind = kinds.find(({ key }) => key === rate.fact);
  if (kind === undefined) return [...errors, wrong([...at, "fact"], unknownFact(rate.fact, kinds))];
  if (kind.counts === "latest") {
    const message = `"${kind.label}" says how things are, and points are given for what happens. Ask for it beside the points.`;
    errors.push(wrong([...at, "fact"], message));
  }
  if (kind.unit === "money" && rate.currency === null) {
    errors.push(
      wrong([...at, "currency"], `"${kind.label}" is money: say in which currency it gives these points.`),
    );
  }
  if (kind.unit === "number" && rate.currency !== null) {
    errors.push(wrong([...at, "currency"], `"${kind.label}" is a plain number: leave out the currency.`));
  }
  return errors;
}

function dayErrors(day: string, at: Path): FieldError[] {
  return isDay(day) ? [] : [wrong(at, `The calendar has no day ${day}.`)];
}

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

function marketErrors({ markets }: PointsMeasure, at: Path): FieldError[] {
  const listed = new Set<string>();
  return markets.flatMap(({ countries }, index) =>
    countries.flatMap((country, place) => {
      const path = [...at, "markets", index, "countries", place];
      const twice = listed.has(country);
      listed.add(country);
      if (twice) return [wrong(path, `${country} is in two markets. Keep it in one.`)];
      if (regionNames.of(country) === undefined) return [wrong(path, `There is no country "${country}".`)];
      return [];
    }),
  );
}

function wrong(path: Path, message: string): FieldError {
  return { pointer: pointerTo(path), message };
}
