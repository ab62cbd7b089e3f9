import { atLeast, decimal, type Fraction, plus, roundHalfEven, times, zero } from "./fraction.ts";

/** An opportunity as the plan sees it. */
export type Row = {
  opportunityId: string;
  /** The owner partner; empty where there is none. */
  agent: string;
  /** Only `Won` earns. */
  stage: string;
  /** `YYYY-MM-DD`; empty while open. */
  closeDay: string;
  lines: { product: string /** US dollars, a plain decimal. */; value: string }[];
  /** How it came in; an opening import where nothing is said. An ordinary import earns nothing. */
  origin?: "opening import" | "channel manager" | "ordinary import";
  /** Dollars of the close value that were taken back since; every line loses the same share. */
  reversed?: string;
  /** By a signed split several agents share it, in hundredths of a percent that add up to 10,000. */
  split?: { agent: string; hundredths: number }[];
};
/** Who stands above whom; `master` is empty for an agent with nobody above. */
export type Team = {
  agent: string;
  master: string;
  /** First and last day on which it is so; always where nothing is said. */
  from?: string;
  to?: string;
};
export type Product = { product: string; series: string };

/** A change or reversal of a won close value, counted for the tier in the quarter in which it is recorded. */
export type Change = {
  agent: string;
  recordedDay: string /** Dollars; negative takes away. */;
  value: string;
};

export type Tier = "Silver" | "Gold" | "Platinum";
export type Component = "commission" | "override";
export type Earning = {
  /** `YYYY-MM` of the close. */
  month: string;
  opportunityId: string;
  partner: string;
  component: Component;
  cents: bigint;
  /** The agent's tier; an override has none. */
  tier: Tier | null;
  closeDay: string;
};
export type ProblemRow = { opportunityId: string; reason: "no product" | "unknown product" };

/** What a version of the plan says; everything else is the same in all of them. */
export type Rates = {
  ofSeries: Record<string, string>;
  ofTier: Record<Tier, string>;
  ofOverride: string;
};
export const sampleRates: Rates = {
  ofSeries: { GTX: "0.08", MG: "0.10", GTK: "0.05" },
  ofTier: { Silver: "1.00", Gold: "1.10", Platinum: "1.25" },
  ofOverride: "0.02",
};
const goldFrom = "60000";
const platinumFrom = "120000";
/** The export's spelling, and the catalogue's. */
const spelling: Record<string, string> = { GTXPro: "GTX Pro" };

/** Every earning of every win, row by row, the commission before the override. Problem rows earn nothing. */
export function naiveEarnings(
  rows: readonly Row[],
  teams: readonly Team[],
  products: readonly Product[],
): Earning[] {
  return rows
    .filter((row) => earns(row) && naiveProblem(row, products) === undefined)
    .flatMap((row) => naiveEarningsOf(row, naiveTier(row.agent, row.closeDay, rows), teams, products));
}

/** The rows that a preview shows as problems instead of lines. */
export function naiveProblems(rows: readonly Row[], products: readonly Product[]): ProblemRow[] {
  return rows.filter(earns).flatMap((row) => naiveProblem(row, products) ?? []);
}

/** What one won row earns its agent at `tier`, and its agent's master if there is one on the day of close. */
export function naiveEarningsOf(
  row: Row,
  tier: Tier,
  teams: readonly Team[],
  products: readonly Product[],
  rates: Rates = sampleRates,
): Earning[] {
  const common = {
    month: row.closeDay.slice(0, 7),
    opportunityId: row.opportunityId,
    closeDay: row.closeDay,
  };
  const atRates = row.lines
    .map((line) => times(decimal(line.value), decimal(rateOf(line.product, products, rates))))
    .reduce(plus, zero);
  const commission: Earning = {
    ...common,
    partner: row.agent,
    component: "commission",
    cents: toCents(times(times(atRates, decimal(rates.ofTier[tier])), shareLeft(row))),
    tier,
  };
  const master = masterOf(row.agent, row.closeDay, teams);
  if (master === "") return [commission];
  const override: Earning = {
    ...common,
    partner: master,
    component: "override",
    cents: toCents(times(times(closeValue(row), decimal(rates.ofOverride)), shareLeft(row))),
    tier: null,
  };
  return [commission, override];
}

/**
 * The agent's tier on `closeDay`: by its won close value in the calendar quarter before that day's quarter,
 * with the changes that were recorded in that earlier quarter.
 */
export function naiveTier(
  agent: string,
  closeDay: string,
  rows: readonly Row[],
  changes: readonly Change[] = [],
): Tier {
  const quarter = quarterBefore(closeDay);
  const won = rows
    .filter((row) => row.agent === agent && row.stage === "Won" && quarterOf(row.closeDay) === quarter)
    .map(closeValue);
  const changed = changes
    .filter((change) => change.agent === agent && quarterOf(change.recordedDay) === quarter)
    .map((change) => decimal(change.value));
  const basis = [...won, ...changed].reduce(plus, zero);
  if (atLeast(basis, decimal(platinumFrom))) return "Platinum";
  if (atLeast(basis, decimal(goldFrom))) return "Gold";
  return "Silver";
}

/** `2017-05-31` lies in `2017-Q2`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function quarterBefore(day: string): string {
  const year = Number(day.slice(0, 4));
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
}

function earns(row: Row): boolean {
  return row.stage === "Won" && row.agent !== "" && row.origin !== "ordinary import";
}

function naiveProblem(row: Row, products: readonly Product[]): ProblemRow | undefined {
  const { opportunityId } = row;
  if (row.lines.length === 0 || row.lines.some((line) => line.product === "")) {
    return { opportunityId, reason: "no product" };
  }
  const isKnown = (name: string) => seriesOf(name, products) !== undefined;
  return row.lines.every((line) => isKnown(line.product))
    ? undefined
    : { opportunityId, reason: "unknown product" };
}

function closeValue(row: Row): Fraction {
  return row.lines.map((line) => decimal(line.value)).reduce(plus, zero);
}

/** What is left of the close value after reversals, over the close value. */
function shareLeft(row: Row): Fraction {
  const taken = decimal(row.reversed ?? "0");
  if (taken.of === 0n) return { of: 1n, over: 1n };
  const value = closeValue(row);
  const left = plus(value, { of: -taken.of, over: taken.over });
  return { of: left.of * value.over, over: left.over * value.of };
}

function masterOf(agent: string, day: string, teams: readonly Team[]): string {
  const above = teams.find(
    (team) => team.agent === agent && (team.from ?? "0000-01-01") <= day && day <= (team.to ?? "9999-12-31"),
  );
  return above?.master ?? "";
}

function rateOf(product: string, products: readonly Product[], rates: Rates): string {
  const rate = rates.ofSeries[seriesOf(product, products) ?? ""];
  if (rate === undefined) throw new RangeError(`no rate for the product ${JSON.stringify(product)}`);
  return rate;
}

function seriesOf(product: string, products: readonly Product[]): string | undefined {
  return products.find((each) => each.product === (spelling[product] ?? product))?.series;
}

function toCents(dollars: Fraction): bigint {
  return roundHalfEven(times(dollars, decimal("100")));
}
