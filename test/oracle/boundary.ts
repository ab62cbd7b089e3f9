import { handWorked, handWorkedTeams } from "./hand-worked.ts";
import type { HandWorked } from "./hand-worked-case.ts";
import type { Earning, ProblemRow, Product, Row, Team, Tier } from "./naive-plan.ts";
import { type Dice, dice } from "./random.ts";

export type BoundaryCases = {
  rows: Row[];
  teams: Team[];
  products: Product[];
  /** In the order of `rows`, a win's commission before its override. */
  expected: Earning[];
  problems: ProblemRow[];
};

export const products: Product[] = [
  { product: "GTX Basic", series: "GTX" },
  { product: "GTX Pro", series: "GTX" },
  { product: "MG Special", series: "MG" },
  { product: "MG Advanced", series: "MG" },
  { product: "GTK 500", series: "GTK" },
];

const percentOf = { "GTX Basic": 8n, "MG Special": 10n, "GTK 500": 5n };
type Sold = { product: keyof typeof percentOf; cents: bigint };

/**
 * Synthetic input at the plan's edges with the earnings it must give: the cases worked out by hand, and
 * `count` agents whose value in one quarter lies on, a cent below or a cent above a bound and who win in
 * the next quarter at values around half a cent, on the edge days of months and quarters. What the seeded ones
 * expect follows from how they were built, not from any implementation of the plan.
 */
export function boundaryCases(seed = 20170331, count = 90): BoundaryCases {
  const die = dice(seed);
  const seeded = Array.from({ length: count }, (_, at) =>
    agentAtABound(die, String(at + 1).padStart(3, "0")),
  );
  return {
    rows: [...handWorked.flatMap((each) => each.rows), ...seeded.flatMap((each) => each.rows)],
    teams: [...handWorkedTeams, ...seeded.map((each) => each.team)],
    products,
    expected: [...handWorkedEarnings(), ...seeded.flatMap((each) => each.expected)],
    problems: handWorked.flatMap((each) => each.problems ?? []),
  };
}

function handWorkedEarnings(): Earning[] {
  return handWorked.flatMap(earningsOfHandWorked);
}

/** What a case worked out by hand must give. */
export function earningsOfHandWorked({ rows, pays, master = "" }: HandWorked): Earning[] {
  return pays.flatMap(([opportunityId, tier, commission, override, to = master]) => {
    const row = rows.find((each) => each.opportunityId === opportunityId);
    if (!row) throw new Error(`no row ${opportunityId}`);
    return earningsOf(row, tier, override === undefined ? "" : to, commission, override ?? 0n);
  });
}

function agentAtABound(die: Dice, number: string): { rows: Row[]; team: Team; expected: Earning[] } {
  const agent = `Agent ${number}`;
  const master = die.below(4) === 0 ? "" : `Master ${1 + die.below(5)}`;
  const [basisDays, winDays] = die.pick(neighbouringQuarters);
  const [basisCents, tier] = die.pick(basesAndTiers);
  const basis = split(die, basisCents).map((cents, at): [string, Tier, string, Sold[]] => [
    `S${number}-${at + 1}`,
    "Silver",
    die.pick(basisDays),
    [{ product: "GTX Basic", cents }],
  ]);
  const sold = Array.from({ length: 1 + die.below(3) }, () => aroundHalfACent(die));
  const wins: [string, Tier, string, Sold[]][] = [...basis, [`S${number}-W`, tier, die.pick(winDays), sold]];
  const made = wins.map(([id, at, day, lines]) => ({ row: rowOf(id, agent, day, lines), tier: at, lines }));
  return {
    rows: made.map((win) => win.row),
    team: { agent, master },
    expected: made.flatMap((win) =>
      earningsOf(win.row, win.tier, master, commissionCents(win.lines, win.tier), overrideCents(win.lines)),
    ),
  };
}

/** Edge days of a quarter (its ends, a month's turn, a leap day) and of the quarter after it. */
const neighbouringQuarters: [
  [[string, ...string[]], [string, ...string[]]],
  ...[[string, ...string[]], [string, ...string[]]][],
] = [
  [
    ["2017-01-01", "2017-02-28", "2017-03-31"],
    ["2017-04-01", "2017-04-30", "2017-05-01", "2017-06-30"],
  ],
  [
    ["2017-10-01", "2017-11-30", "2017-12-31"],
    ["2018-01-01", "2018-01-31", "2018-02-01", "2018-03-31"],
  ],
  [
    ["2024-01-01", "2024-02-29", "2024-03-01", "2024-03-31"],
    ["2024-04-01", "2024-06-30"],
  ],
  [
    ["2023-10-01", "2023-12-31"],
    ["2024-01-01", "2024-02-29", "2024-03-31"],
  ],
];

const basesAndTiers: [[bigint, Tier], ...[bigint, Tier][]] = [
  [0n, "Silver"],
  [5_999_999n, "Silver"],
  [6_000_000n, "Gold"],
  [6_000_001n, "Gold"],
  [11_999_999n, "Gold"],
  [12_000_000n, "Platinum"],
  [12_000_001n, "Platinum"],
];

/** One to three wins that add up to `cents`; none for nothing. */
function split(die: Dice, cents: bigint): bigint[] {
  if (cents === 0n) return [];
  const first = BigInt(1 + die.below(1_000_000));
  const second = BigInt(1 + die.below(1_000_000));
  return die.pick([[cents], [cents - first, first], [first, second, cents - first - second]]);
}

/** A value of which some rate and multiplier make half a cent, or its neighbour. */
function aroundHalfACent(die: Dice): Sold {
  const product = die.pick(["GTX Basic", "MG Special", "GTK 500"] as const);
  const halves = BigInt(die.pick([5, 10, 25, 50, 100, 500]) * (1 + 2 * die.below(5_000)));
  return { product, cents: halves + BigInt(die.pick([0, 0, 0, 1, -1])) };
}

/** Cents × percent × hundredths of the multiplier, over ten thousand. */
function commissionCents(lines: Sold[], tier: Tier): bigint {
  const hundredths = { Silver: 100n, Gold: 110n, Platinum: 125n }[tier];
  const atRates = lines.reduce((sum, line) => sum + line.cents * percentOf[line.product], 0n);
  return evenOf(atRates * hundredths, 10_000n);
}

function overrideCents(lines: Sold[]): bigint {
  return evenOf(2n * lines.reduce((sum, line) => sum + line.cents, 0n), 100n);
}

/** Positive `of` over even `over`, half to even. */
function evenOf(of: bigint, over: bigint): bigint {
  const whole = of / over;
  const rest = of % over;
  const up = rest > over / 2n || (rest === over / 2n && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

function rowOf(opportunityId: string, agent: string, closeDay: string, lines: Sold[]): Row {
  const asRow = ({ product, cents }: Sold) => ({ product, value: dollars(cents) });
  return { opportunityId, agent, stage: "Won", closeDay, lines: lines.map(asRow) };
}

function dollars(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}

function earningsOf(row: Row, tier: Tier, master: string, commission: bigint, override: bigint): Earning[] {
  const { opportunityId, closeDay, agent } = row;
  const common = { month: closeDay.slice(0, 7), opportunityId, closeDay };
  const own: Earning = { ...common, partner: agent, component: "commission", cents: commission, tier };
  if (master === "") return [own];
  return [own, { ...common, partner: master, component: "override", cents: override, tier: null }];
}
