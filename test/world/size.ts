import { randomInt } from "node:crypto";

/** How much of a test to run: little on every change, a lot with `SIZE=nightly`. */
export function size({ small, nightly }: { small: number; nightly: number }): number {
  return process.env.SIZE === "nightly" ? nightly : small;
}

/**
 * The seed of a random test: `SEED` when one is being looked into, otherwise one that changes from run to run. Tests
 * put it into the message of what they assert, so that a failure can be seen again.
 */
export const seed: number = Number(process.env.SEED ?? randomInt(2 ** 31));
