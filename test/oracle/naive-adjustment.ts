import {
  type Component,
  type Earning,
  naiveEarningsOf,
  type Product,
  type Rates,
  type Row,
  type Team,
  type Tier,
} from "./naive-plan.ts";

/** What a later change adds to or takes from one partner, booked in the open month. */
export type Adjustment = {
  opportunityId: string;
  partner: string;
  component: Component;
  /** The month it is booked in: the vendor's current one, not the month of the close. */
  month: string;
  cents: bigint;
};

export type Book = {
  teams: readonly Team[];
  products: readonly Product[];
  /** The tier that stands for this agent in the quarter of this day. */
  tierOn: (agent: string, day: string) => Tier;
  openMonth: string;
  /** The version of the plan that governs this day; the sample's where nothing is said. */
  ratesOn?: (day: string) => Rates;
};

/**
 * The lines that bring an opportunity, posted as `before`, to `after`: the difference of what each earns,
 * rounded each, per partner and component; nothing where they are equal. `undefined` is no win: as `before`
 * a late win, as `after` a reversal of everything. A reversal in part is an `after` with less value, so that what is
 * left is always what the value that is left would have earned. `then` is the book by which `before` was posted,
 * where the plan has changed since.
 */
export function naiveAdjustment(
  before: Row | undefined,
  after: Row | undefined,
  book: Book,
  then: Book = book,
): Adjustment[] {
  const taken = earned(before, then).map((line) => ({ ...line, cents: -line.cents }));
  const sums = new Map<string, Adjustment>();
  for (const { opportunityId, partner, component, cents } of [...taken, ...earned(after, book)]) {
    const key = `${component} ${partner}`;
    const sum = (sums.get(key)?.cents ?? 0n) + cents;
    sums.set(key, { opportunityId, partner, component, month: book.openMonth, cents: sum });
  }
  return [...sums.values()].filter((line) => line.cents !== 0n);
}

function earned(row: Row | undefined, { tierOn, teams, products, ratesOn }: Book): Earning[] {
  if (row?.stage !== "Won" || row.agent === "") return [];
  const { agent, closeDay } = row;
  const alone = (who: string) =>
    naiveEarningsOf({ ...row, agent: who }, tierOn(who, closeDay), teams, products, ratesOn?.(closeDay));
  const { split } = row;
  if (split === undefined) return alone(agent);
  return split.flatMap((each, place) =>
    alone(each.agent).map((line) => ({ ...line, cents: naivePart(line.cents, split, place) })),
  );
}

/** One part of a sum: everybody gets whole cents, then each cent that is left goes to who lost most by that. */
function naivePart(cents: bigint, split: readonly { hundredths: number }[], place: number): bigint {
  const parts = split.map(({ hundredths }, index) => {
    const exact = cents * BigInt(hundredths);
    return { index, whole: exact / 10_000n, lost: exact % 10_000n };
  });
  const left = cents - parts.reduce((sum, { whole }) => sum + whole, 0n);
  const byLoss = [...parts].sort((a, b) => Number(b.lost - a.lost) || a.index - b.index);
  const gains = byLoss.slice(0, Number(left)).some(({ index }) => index === place);
  return (parts[place]?.whole ?? 0n) + (gains ? 1n : 0n);
}
