/** Whole numbers that look random and are the same for the same seed. */
export type Dice = {
  /** From 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
};

/** A small generator of 32-bit state (a Weyl sequence, mixed); good for test data, for nothing secret. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    below,
    pick(from) {
      return from[below(from.length)] ?? from[0];
    },
  };
}
