import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "#platform/money/money.ts";
import { type Credit, creditBy, exclusionOf, type Touch } from "./credit.ts";
import { type ModelKey, modelKeys, models } from "./models.ts";

const numRuns = process.env.SIZE === "nightly" ? 100_000 : 500;
const day = (text: string) => Temporal.PlainDate.from(text);
const closedOn = day("2026-06-30");
const modelOf = (key: ModelKey) => {
  const found = models.find((model) => model.key === key);
  if (found === undefined) throw new Error(`There is no model ${key}.`);
  return found;
};
const win = (minor = 100_000n) => ({ closedOn, lookBackDays: 90, amount: money(minor, "EUR") });

/** Touches by partner, one a day, in the order of time, the last on the day of the win. */
function touches(partners: string): Touch[] {
  return [...partners].map((partnerId, at) => ({
    id: `t${String(at).padStart(3, "0")}`,
    partnerId,
    occurredOn: closedOn.subtract({ days: partners.length - 1 - at }),
    isConfirmed: true,
  }));
}
const pointsOf = ({ shares }: Credit) =>
  Object.fromEntries(shares.map(({ partnerId, basisPoints }) => [partnerId, basisPoints]));

describe("worked by hand", () => {
  test.each<[string, ModelKey, Record<string, number>]>([
    ["A", "first", { A: 10_000 }],
    ["A", "last", { A: 10_000 }],
    ["A", "linear", { A: 10_000 }],
    ["A", "position", { A: 10_000 }],
    ["AB", "first", { A: 10_000, B: 0 }],
    ["AB", "last", { A: 0, B: 10_000 }],
    ["AB", "linear", { A: 5_000, B: 5_000 }],
    ["AB", "position", { A: 5_000, B: 5_000 }],
    ["ABC", "first", { A: 10_000, B: 0, C: 0 }],
    ["ABC", "last", { A: 0, B: 0, C: 10_000 }],
    ["ABC", "linear", { A: 3_334, B: 3_333, C: 3_333 }],
    ["ABC", "position", { A: 4_000, B: 2_000, C: 4_000 }],
    ["ABCD", "position", { A: 4_000, B: 1_000, C: 1_000, D: 4_000 }],
    ["ABBA", "position", { A: 8_000, B: 2_000 }],
    ["ABCDE", "position", { A: 4_000, B: 667, C: 667, D: 666, E: 4_000 }],
    ["AABAC", "linear", { A: 6_000, B: 2_000, C: 2_000 }],
    ["BA", "first", { B: 10_000, A: 0 }],
  ])("%s by %s", (partners, key, points) => {
    expect(pointsOf(creditBy(modelOf(key), touches(partners), win()))).toEqual(points);
  });

  test("amounts add up to the win, whatever cannot be split", () => {
    const { shares } = creditBy(modelOf("linear"), touches("ABC"), win(100n));
    expect(shares.map(({ amount }) => amount.minor)).toEqual([34n, 33n, 33n]);
  });

  test("says which version of the model it is, and what each touch weighs", () => {
    expect(creditBy(modelOf("position"), touches("ABCD"), win())).toMatchObject({
      version: "position-1",
      total: 10n,
      weights: [
        { touchId: "t000", weight: 4n },
        { touchId: "t001", weight: 1n },
        { touchId: "t002", weight: 1n },
        { touchId: "t003", weight: 4n },
      ],
    });
  });
});

describe("what counts", () => {
  const at = (occurredOn: string, isConfirmed = true): Touch => ({
    id: "t",
    partnerId: "A",
    occurredOn: day(occurredOn),
    isConfirmed,
  });

  test.each<[string, Touch, ReturnType<typeof exclusionOf>]>([
    ["on the day of the win", at("2026-06-30"), null],
    ["the day after", at("2026-07-01"), "after-the-win"],
    ["on the first day of the window", at("2026-04-01"), null],
    ["the day before it", at("2026-03-31"), "before-the-window"],
    ["that nobody has confirmed", at("2026-06-30", false), "not-confirmed"],
  ])("%s", (_what, touch, exclusion) => {
    expect(exclusionOf(touch, win())).toBe(exclusion);
  });

  test("nobody has credit where nothing does", () => {
    for (const model of models) {
      expect(creditBy(model, [at("2026-07-01"), at("2026-06-30", false)], win()).shares).toEqual([]);
    }
  });

  test("touches of one day stand in the order of recording", () => {
    const same = touches("ABC").map((touch) => ({ ...touch, occurredOn: closedOn }));
    expect(pointsOf(creditBy(modelOf("first"), same.toReversed(), win()))).toEqual({ A: 10_000, B: 0, C: 0 });
  });
});

const some = fc
  .array(
    fc.record({
      partnerId: fc.constantFrom("A", "B", "C", "D"),
      daysBefore: fc.integer({ min: -20, max: 120 }),
      isConfirmed: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(
      ({ daysBefore, ...touch }, at): Touch => ({
        ...touch,
        id: `t${String(at).padStart(3, "0")}`,
        occurredOn: closedOn.subtract({ days: daysBefore }),
      }),
    ),
  );
const anyModel = fc.constantFrom(...modelKeys).map(modelOf);
const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });

test("shares add up to exactly all of it, in points and in money, or nobody has one", () => {
  fc.assert(
    fc.property(anyModel, some, amounts, (model, list, minor) => {
      const { shares } = creditBy(model, list, win(minor));
      const counted = list.some((touch) => exclusionOf(touch, win()) === null);
      expect(shares.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(counted ? 10_000 : 0);
      expect(shares.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(counted ? minor : 0n);
    }),
    { numRuns },
  );
});

test("what comes in another order gives the same, and what does not count changes nothing", () => {
  fc.assert(
    fc.property(anyModel, some, (model, list) => {
      const credit = creditBy(model, list, win());
      expect(creditBy(model, list.toReversed(), win())).toEqual(credit);
      const counting = list.filter((touch) => exclusionOf(touch, win()) === null);
      expect(creditBy(model, counting, win())).toEqual(credit);
    }),
    { numRuns },
  );
});

/** The same once more and as plainly as can be: fractions of one hundred, added up touch by touch. */
function naive(key: ModelKey, list: readonly Touch[]): Map<string, [bigint, bigint]> {
  const counting = list
    .filter(({ isConfirmed, occurredOn }) => {
      const days = occurredOn.until(closedOn, { largestUnit: "days" }).days;
      return isConfirmed && days >= 0 && days <= 90;
    })
    .sort((a, b) => `${a.occurredOn}${a.id}`.localeCompare(`${b.occurredOn}${b.id}`));
  const n = BigInt(counting.length);
  const shares = new Map<string, [bigint, bigint]>();
  counting.forEach(({ partnerId }, at) => {
    const isFirst = at === 0;
    const isLast = at === counting.length - 1;
    let part: [bigint, bigint];
    if (key === "first") part = isFirst ? [1n, 1n] : [0n, 1n];
    else if (key === "last") part = isLast ? [1n, 1n] : [0n, 1n];
    else if (key === "linear") part = [1n, n];
    else if (n === 1n) part = [1n, 1n];
    else if (n === 2n) part = [1n, 2n];
    else part = isFirst || isLast ? [40n, 100n] : [20n, 100n * (n - 2n)];
    const [above, below] = shares.get(partnerId) ?? [0n, 1n];
    shares.set(partnerId, [above * part[1] + part[0] * below, below * part[1]]);
  });
  return shares;
}

test("a second reckoning comes to the same, to less than a hundredth of a per cent", () => {
  fc.assert(
    fc.property(fc.constantFrom(...modelKeys), some, (key, list) => {
      const { shares } = creditBy(modelOf(key), list, win());
      const expected = naive(key, list);
      expect(new Set(shares.map(({ partnerId }) => partnerId))).toEqual(new Set(expected.keys()));
      for (const { partnerId, basisPoints } of shares) {
        const [above, below] = expected.get(partnerId) ?? [0n, 1n];
        const away = BigInt(basisPoints) * below - above * 10_000n;
        expect(away < below && away > -below).toBe(true);
      }
    }),
    { numRuns },
  );
});
