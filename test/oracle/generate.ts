import { type Dice, dice } from "./random.ts";

/** How much of everything; the real export has 85 accounts, 6 masters, 35 agents and 7 products. */
export type Scale = {
  accounts: number;
  masters: number;
  agents: number;
  products: number;
  /** Quarter's first day that the closes begin at, `YYYY-MM-DD`. */
  firstDay: string;
  /** Whole months that the closes are spread over. */
  months: number;
};

/** At a million lines an agent wins around 90,000 a quarter, between the bounds of the plan's tiers. */
export const defaultScale: Scale = {
  accounts: 10_000,
  masters: 200,
  agents: 4_000,
  products: 100,
  firstDay: "2017-01-01",
  months: 12,
};

const series = ["GTX", "MG", "GTK"] as const;
const lineEnd = "\r\n";

/**
 * `n` opportunities as a CSV file in the columns of the export's pipeline, header first, one string a line
 * with its line end. Stages, gaps and values are spread about as in the export. Nothing is kept but one list of days, so any
 * `n` needs the same memory; the same seed and scale give the same lines.
 */
export async function* generateOrderLines(
  n: number,
  seed: number,
  scale: Scale = defaultScale,
): AsyncGenerator<string, void, undefined> {
  const die = dice(seed);
  const days = daysOf(scale);
  yield `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value${lineEnd}`;
  for (let at = 0; at < n; at++) yield orderLine(at, die, days, scale);
}

/** `accounts.csv` at this scale; every sixth account is the subsidiary of an earlier one. */
export function* generateAccounts(scale: Scale = defaultScale): Generator<string, void, undefined> {
  yield `account,sector,year_established,revenue,employees,office_location,subsidiary_of${lineEnd}`;
  for (let at = 0; at < scale.accounts; at++) {
    const parent = at % 6 === 5 ? accountName(at - 5) : "";
    yield `${accountName(at)},retail,${1980 + (at % 40)},${1 + (at % 9_000)}.50,${1 + (at % 20_000)},United States,${parent}${lineEnd}`;
  }
}

/** `products.csv` at this scale, the series in turn. */
export function* generateProducts(scale: Scale = defaultScale): Generator<string, void, undefined> {
  yield `product,series,sales_price${lineEnd}`;
  for (let at = 0; at < scale.products; at++) {
    yield `${productName(at)},${series[at % series.length]},${listPrice(at)}${lineEnd}`;
  }
}

/** `partners.csv` at this scale: the masters first, then the agents, shared out among them in turn. */
export function* generatePartners(scale: Scale = defaultScale): Generator<string, void, undefined> {
  yield `name,type,parent,territory,external_id${lineEnd}`;
  for (let at = 0; at < scale.masters; at++) {
    yield `${masterName(at)},master agent,,${territory(at)},${masterName(at)}${lineEnd}`;
  }
  for (let at = 0; at < scale.agents; at++) {
    const above = at % scale.masters;
    yield `${agentName(at)},sub-agent,${masterName(above)},${territory(above)},${agentName(at)}${lineEnd}`;
  }
}

function orderLine(at: number, die: Dice, days: readonly [string, ...string[]], scale: Scale): string {
  const stage = stageOf(die.below(100));
  const closed = stage === "Won" || stage === "Lost";
  const product = die.below(scale.products);
  const closedAt = die.below(days.length);
  const engagedAt = Math.max(0, closedAt - die.below(120));
  const values = [
    `G${at.toString(36).toUpperCase().padStart(9, "0")}`,
    agentName(die.below(scale.agents)),
    productName(product),
    closed || die.below(3) === 0 ? accountName(die.below(scale.accounts)) : "",
    stage,
    stage === "Prospecting" ? "" : days[engagedAt],
    closed ? days[closedAt] : "",
    stage === "Won" ? soldFor(die, product) : stage === "Lost" ? "0" : "",
  ];
  return `${values.join(",")}${lineEnd}`;
}

/** Shares of the export: 48 % won, 28 % lost, 18 % engaging, 6 % prospecting. */
function stageOf(percent: number): "Won" | "Lost" | "Engaging" | "Prospecting" {
  if (percent < 48) return "Won";
  if (percent < 76) return "Lost";
  return percent < 94 ? "Engaging" : "Prospecting";
}

/** Whole dollars between four fifths and six fifths of the list price. */
function soldFor(die: Dice, product: number): string {
  const price = listPrice(product);
  const least = Math.floor((price * 4) / 5);
  return String(least + die.below(price - least + Math.floor(price / 5)));
}

function daysOf({ firstDay, months }: Scale): [string, ...string[]] {
  const first = Temporal.PlainDate.from(firstDay);
  const count = first.until(first.add({ months }), { largestUnit: "day" }).days;
  const rest = Array.from({ length: count - 1 }, (_, at) => first.add({ days: at + 1 }).toString());
  return [first.toString(), ...rest];
}

function listPrice(product: number): number {
  return 50 + ((product * 977) % 6_000);
}

function accountName(at: number): string {
  return `Account ${String(at + 1).padStart(7, "0")}`;
}

function agentName(at: number): string {
  return `Agent ${String(at + 1).padStart(6, "0")}`;
}

function masterName(at: number): string {
  return `Master ${String(at + 1).padStart(5, "0")}`;
}

function productName(at: number): string {
  return `${series[at % series.length]} ${String(at + 1).padStart(5, "0")}`;
}

function territory(at: number): string {
  return ["Central", "East", "West"][at % 3] ?? "Central";
}
