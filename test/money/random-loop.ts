import type { Rates, Row, Team } from "../oracle/naive-plan.ts";
import { type Dice, dice } from "../oracle/random.ts";
import { centsOf, closeCents, dollars } from "./acts.ts";
import type { Payout, Twin } from "./twin.ts";

export const teams: readonly Team[] = [
  { agent: "Ada North", master: "Holt Brandt" },
  { agent: "Ben Ost", master: "Holt Brandt" },
  { agent: "Cleo West", master: "Iris Cole" },
  { agent: "Dora South", master: "" },
];

const agents = ["Ada North", "Ben Ost", "Cleo West", "Dora South", ""] as const;
const sold = ["GTX Basic", "MG Special", "GTK 500"] as const;

/** What makes a tier: on a bound, a cent below it, or far from it. */
const largeCents = [5_999_999, 6_000_000, 11_999_999, 12_000_000, 3_000_000] as const;

const otherRates: readonly [Rates, ...Rates[]] = [
  {
    ofSeries: { GTX: "0.08", MG: "0.10", GTK: "0.05" },
    ofTier: { Silver: "1.00", Gold: "1.10", Platinum: "1.25" },
    ofOverride: "0.02",
  },
  {
    ofSeries: { GTX: "0.07", MG: "0.105", GTK: "0.05" },
    ofTier: { Silver: "1.00", Gold: "1.15", Platinum: "1.30" },
    ofOverride: "0.025",
  },
  {
    ofSeries: { GTX: "0.08", MG: "0.10", GTK: "0.03" },
    ofTier: { Silver: "0.95", Gold: "1.10", Platinum: "1.25" },
    ofOverride: "0",
  },
];

/**
 * A life of the programme by chance: each call does one thing that is possible then, and answers it in a few words.
 * The same seed lives the same life.
 */
export function randomLife(twin: Twin, seed: number): () => Promise<string> {
  const die = dice(seed);
  const acts: [weight: number, act: () => Promise<string | null>][] = [
    [6, () => pass(twin, die)],
    [6, () => win(twin, die)],
    [5, () => change(twin, die)],
    [3, () => share(twin, die)],
    [3, () => takeBack(twin, die)],
    [1, () => reopenOrWinAgain(twin, die)],
    [3, () => run(twin, die)],
    [4, () => adjust(twin, die)],
    [2, () => hesitate(twin, die)],
    [1, () => publish(twin, die)],
    [1, () => endHolds(twin)],
    [2, () => close(twin, die)],
    [2, () => batch(twin, die)],
    [3, () => pay(twin, die)],
    [1, () => giveBack(twin, die)],
  ];
  const chances = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));
  return async () => {
    for (;;) {
      const done = await chances[die.below(chances.length)]?.();
      if (typeof done === "string") return `${twin.today()} ${done}`;
    }
  };
}

function chosen<T>(die: Dice, from: readonly T[]): T | undefined {
  return from[die.below(Math.max(1, from.length))];
}

async function pass(twin: Twin, die: Dice): Promise<string> {
  const days = die.pick([1, 3, 8, 20, 35]);
  twin.pass(days);
  return `${days} days pass`;
}

/** A day that is over, most often a recent one. */
function closeDay(twin: Twin, die: Dice): string {
  const days = die.pick([0, 0, 2, 9, 30, 70]);
  return Temporal.PlainDate.from(twin.today()).subtract({ days }).toString();
}

function linesOf(die: Dice): Row["lines"] {
  return Array.from({ length: die.pick([1, 1, 2, 3]) }, () => {
    const cents = die.below(5) === 0 ? die.pick(largeCents) : 5 * die.below(200_000);
    return { product: die.pick(sold), value: dollars(BigInt(cents)) };
  });
}

async function win(twin: Twin, die: Dice): Promise<string> {
  const opportunityId = `R${String(twin.deals.length + 1).padStart(3, "0")}`;
  const row: Row = {
    opportunityId,
    agent: die.pick(agents),
    stage: "Won",
    closeDay: closeDay(twin, die),
    lines: linesOf(die),
  };
  await twin.win(row);
  return `win ${told(row)}`;
}

async function change(twin: Twin, die: Dice): Promise<string | null> {
  const deal = chosen(
    die,
    twin.deals.filter(({ win: { stands } }) => stands),
  );
  if (deal === undefined) return null;
  const { row } = deal.win;
  const wanted: Partial<Row> = die.pick<Partial<Row>>([
    { lines: linesOf(die) },
    { closeDay: closeDay(twin, die) },
    { agent: die.pick(agents) },
    { agent: die.pick(agents), closeDay: closeDay(twin, die) },
  ]);
  const after = { ...row, ...wanted };
  // Somebody who has no part in a split would make a problem of it.
  if (after.agent !== "" && row.split && !row.split.some(({ agent }) => agent === after.agent)) return null;
  const isBelowReversed = row.reversed !== undefined && closeCents(after) <= centsOf(row.reversed);
  if (isBelowReversed || JSON.stringify(after) === JSON.stringify(row)) return null;
  await twin.change(deal, wanted);
  return `change to ${told(after)}`;
}

/** Several share what one has: the owner, whoever had a part before, and others by chance. */
async function share(twin: Twin, die: Dice): Promise<string | null> {
  const deal = chosen(
    die,
    twin.deals.filter(({ win: { row } }) => row.agent !== ""),
  );
  if (deal === undefined) return null;
  const { row } = deal.win;
  const names = new Set([row.agent, ...(row.split ?? []).map(({ agent }) => agent)]);
  for (const agent of agents) if (agent !== "" && die.below(3) === 0) names.add(agent);
  if (names.size < 2) return null;
  const order = [...names].map((agent) => ({ agent, lot: die.below(1000) })).sort((a, b) => a.lot - b.lot);
  const cuts = order.map(() => 1 + die.below(3000));
  cuts[0] = 10_000 - cuts.slice(1).reduce((sum, cut) => sum + cut, 0);
  const split = order.map(({ agent }, at) => ({ agent, hundredths: cuts[at] ?? 0 }));
  await twin.share(deal, split);
  const told = split.map(({ agent, hundredths }) => `${agent} ${hundredths}`).join(", ");
  return `share ${row.opportunityId}: ${told}`;
}

async function takeBack(twin: Twin, die: Dice): Promise<string | null> {
  const deal = chosen(
    die,
    twin.deals.filter(({ win: { stands } }) => stands),
  );
  if (deal === undefined) return null;
  const { row } = deal.win;
  const left = closeCents(row) - centsOf(row.reversed ?? "0.00");
  const part = die.below(4) === 0 ? null : (left * BigInt(1 + die.below(99))) / 100n;
  if (part === 0n) return null;
  await twin.takeBack(deal, part === null ? null : dollars(part));
  return `take ${part === null ? "all" : dollars(part)} back of ${row.opportunityId}`;
}

async function reopenOrWinAgain(twin: Twin, die: Dice): Promise<string | null> {
  const deal = chosen(die, twin.deals);
  if (deal === undefined) return null;
  if (deal.win.stands) {
    await twin.reopen(deal);
    return `reopen ${deal.win.row.opportunityId}`;
  }
  await twin.winAgain(deal, closeDay(twin, die));
  return `win again ${told(deal.win.row)}`;
}

/** The month of a win that no run has, the current one sometimes. */
async function run(twin: Twin, die: Dice): Promise<string | null> {
  const thisMonth = twin.today().slice(0, 7);
  const months = new Set(twin.naive.wins.map(({ row }) => row.closeDay.slice(0, 7)));
  const open = [...months].filter(
    (month) => !twin.runs.has(month) && (month < thisMonth || die.below(3) === 0),
  );
  const month = chosen(die, open.sort());
  if (month === undefined) return null;
  await twin.run(month);
  return `run ${month}`;
}

async function adjust(twin: Twin, die: Dice): Promise<string | null> {
  const month = chosen(die, [...twin.runs.keys()]);
  if (month === undefined) return null;
  await twin.adjust(month);
  return `adjust ${month}`;
}

/** Somebody looks at a preview while somebody else changes things. */
async function hesitate(twin: Twin, die: Dice): Promise<string | null> {
  const month = chosen(die, [...twin.runs.keys()]);
  if (month === undefined) return null;
  const others = [win, change, takeBack, publish, pass].map((act) => () => act(twin, die));
  const told: (string | null)[] = [];
  const outcome = await twin.hesitate(month, async () => told.push((await chosen(die, others)?.()) ?? null));
  return `adjust ${month}, meanwhile ${told.join() || "nothing"}: ${outcome}`;
}

async function publish(twin: Twin, die: Dice): Promise<string> {
  const from = Temporal.PlainDate.from(twin.today())
    .subtract({ days: die.below(120) })
    .toString();
  await twin.publish(from, die.pick(otherRates));
  return `publish from ${from}`;
}

async function endHolds(twin: Twin): Promise<string> {
  await twin.acts.endHolds();
  return "end the holds";
}

async function close(twin: Twin, die: Dice): Promise<string> {
  const month = Temporal.PlainDate.from(twin.today())
    .subtract({ months: die.pick([1, 1, 2]) })
    .toString()
    .slice(0, 7);
  const partner = die.below(4) === 0 ? die.pick(["Ada North", "Holt Brandt"]) : undefined;
  await twin.close(month, partner);
  return `close ${month} of ${partner ?? "everybody"}`;
}

async function batch(twin: Twin, die: Dice): Promise<string | null> {
  const made = chosen(
    die,
    twin.payouts.filter(({ state }) => state === "made"),
  );
  if (made === undefined) {
    const batchId = await twin.makeBatch();
    return batchId && "make a batch";
  }
  if (die.below(4) === 0) {
    await twin.withdraw(made.batchId);
    return "withdraw a batch";
  }
  await twin.release(made.batchId);
  return "release a batch";
}

async function pay(twin: Twin, die: Dice): Promise<string | null> {
  const payout = chosen(die, inState(twin, "released"));
  if (payout === undefined) return null;
  const day = dayBetween(die, payout.since, twin.today());
  await twin.pay(payout, day);
  return `pay ${payout.partner} ${dollars(payout.cents)} on ${day}`;
}

async function giveBack(twin: Twin, die: Dice): Promise<string | null> {
  const payout = chosen(die, inState(twin, "paid"));
  if (payout === undefined) return null;
  const day = dayBetween(die, payout.since, twin.today());
  await twin.giveBack(payout, day);
  return `what ${payout.partner} was paid comes back on ${day}`;
}

function dayBetween(die: Dice, from: string, to: string): string {
  const first = Temporal.PlainDate.from(from);
  return first.add({ days: die.below(1 + first.until(to, { largestUnit: "day" }).days) }).toString();
}

function inState(twin: Twin, wanted: Payout["state"]): Payout[] {
  return twin.payouts.filter(({ state }) => state === wanted);
}

function told({ opportunityId, agent, closeDay: day, lines, reversed }: Row): string {
  const parts = lines.map(({ product, value }) => `${product} ${value}`).join(" + ");
  return `${opportunityId} of ${agent || "nobody"} on ${day}: ${parts}${reversed ? ` less ${reversed}` : ""}`;
}
