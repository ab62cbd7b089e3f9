/*
 * How a win is shared among those who touched it, by models side by side. Insight credit: it moves no money. Pure: no
 * clock, no database. Weights are whole numbers, so that nothing is rounded before the very end.
 */

export const modelKeys = ["first", "last", "linear", "position"] as const;
export type ModelKey = (typeof modelKeys)[number];

export interface Model {
  key: ModelKey;
  /** A rule that changes gets a new version; what an older one said can be told apart from it. */
  version: string;
  /** The weight of each of `count` touches in the order of time, at least one. */
  weightsOf: (count: number) => bigint[];
}

const each = (count: number, weight: (index: number) => bigint) =>
  Array.from({ length: count }, (_, index) => weight(index));

export const models: readonly Model[] = [
  { key: "first", version: "first-1", weightsOf: (count) => each(count, (at) => (at === 0 ? 1n : 0n)) },
  {
    key: "last",
    version: "last-1",
    weightsOf: (count) => each(count, (at) => (at === count - 1 ? 1n : 0n)),
  },
  { key: "linear", version: "linear-1", weightsOf: (count) => each(count, () => 1n) },
  { key: "position", version: "position-1", weightsOf: positionWeights },
];

/**
 * 40 % for the first touch, 40 % for the last, 20 % shared by those in between; two share in halves. With n touches
 * one in between has 1 of 5 (n − 2) parts, an end 2 (n − 2).
 */
function positionWeights(count: number): bigint[] {
  const between = BigInt(count - 2);
  if (between <= 0n) return each(count, () => 1n);
  return each(count, (at) => (at === 0 || at === count - 1 ? 2n * between : 1n));
}
