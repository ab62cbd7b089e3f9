import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, moved, refusalsOfChange, takenBack } from "./change.ts";
import { heldMinor, type Opportunity, refusalsOf } from "./opportunity.ts";
import { type Counted, type Settlement, settle } from "./settlement.ts";

const today = "2026-06-15";
const open: Opportunity = {
  name: "Replacement of the foundry's servers",
  accountId: null,
  ownerPartnerId: "birch",
  sellerId: null,
  stage: "engaging",
  meaning: "open",
  valueMinor: null,
  engagedOn: "2026-01-12",
  expectedCloseOn: null,
  closedOn: null,
  lostReason: null,
  payBasis: "on-behalf",
  payBasisReason: "Sold at the fair.",
  lines: [{ productId: "gust", quantity: 1, amountMinor: null }],
  win: null,
  winCount: 0,
};
const won: Opportunity = {
  ...open,
  stage: "won",
  meaning: "won",
  valueMinor: 1_000n,
  closedOn: "2026-05-20",
  lines: [{ productId: "gust", quantity: 1, amountMinor: 1_000n }],
  win: { id: "win 1", n: 1, reversedMinor: 0n },
  winCount: 1,
};
const winning = (valueMinor: bigint, closedOn: string) =>
  ({ stage: "won", meaning: "won", valueMinor, closedOn, reason: null }) as const;
const losing = {
  stage: "lost",
  meaning: "lost",
  valueMinor: null,
  closedOn: null,
  reason: "They sent it back.",
} as const;
const settled = (before: Opportunity | null, after: Opportunity): Settlement =>
  settle(before, after, { today, reason: "They sent it back.", newId: () => `win ${after.winCount + 1}` });
const told = (values: readonly Counted[]) =>
  values.map((one) => [one.partnerId, one.countsOn, one.amount, one.winId]);

describe("won value", () => {
  test.each<[string, Opportunity | null, Opportunity, unknown[]]>([
    [
      "a win counts in full on its day of close",
      open,
      moved(open, winning(1_000n, "2026-05-20"), today),
      [["birch", "2026-05-20", 1_000n, "win 1"]],
    ],
    [
      "an entry that is already won counts alike",
      null,
      { ...won, win: null, winCount: 0 },
      [["birch", "2026-05-20", 1_000n, "win 1"]],
    ],
    [
      "a direct win is no partner's",
      open,
      { ...moved(open, winning(1_000n, "2026-05-20"), today), ownerPartnerId: null },
      [],
    ],
    [
      "a higher value counts its difference on the day it is recorded",
      won,
      changed(won, { valueMinor: 1_250n }, null),
      [["birch", today, 250n, "win 1"]],
    ],
    [
      "a lower value takes its difference away",
      won,
      changed(won, { valueMinor: 1n }, null),
      [["birch", today, -999n, "win 1"]],
    ],
    ["another day of close moves nothing", won, changed(won, { closedOn: "2026-02-01" }, null), []],
    [
      "a new owner takes over what the win holds",
      { ...won, win: { id: "win 1", n: 1, reversedMinor: 400n } },
      changed({ ...won, win: { id: "win 1", n: 1, reversedMinor: 400n } }, { ownerPartnerId: "cedar" }, null),
      [
        ["birch", today, -600n, "win 1"],
        ["cedar", today, 600n, "win 1"],
      ],
    ],
    [
      "an owner that goes takes it away",
      won,
      changed(won, { sellerId: "dina" }, null),
      [["birch", today, -1_000n, "win 1"]],
    ],
    [
      "a part taken back counts less",
      won,
      takenBack(won, 300n, losing, today),
      [["birch", today, -300n, "win 1"]],
    ],
    [
      "all of it taken back leaves nothing",
      won,
      takenBack(won, null, losing, today),
      [["birch", today, -1_000n, "win 1"]],
    ],
    [
      "another owner at the moment of loss gains nothing",
      won,
      { ...moved(won, losing, today), ownerPartnerId: "cedar" },
      [["birch", today, -1_000n, "win 1"]],
    ],
  ])("%s", (_what, before, after, expected) => {
    expect(told(settled(before, after).wonValues)).toEqual(expected);
  });
});

test("a deal counts once, however much of it is taken back, and goes with its owner", () => {
  const count = (before: Opportunity | null, after: Opportunity) => told(settled(before, after).wonDeals);
  expect(count(null, { ...won, win: null, winCount: 0 })).toEqual([["birch", "2026-05-20", 1_000n, "win 1"]]);
  expect(count(won, changed(won, { valueMinor: 1n }, null))).toEqual([]);
  expect(count(won, takenBack(won, 300n, losing, today))).toEqual([]);
  expect(count(won, takenBack(won, null, losing, today))).toEqual([["birch", today, -1_000n, "win 1"]]);
  expect(count(won, changed(won, { ownerPartnerId: "cedar" }, null))).toEqual([
    ["birch", today, -1_000n, "win 1"],
    ["cedar", today, 1_000n, "win 1"],
  ]);
});

describe("wins", () => {
  test("leaving won closes the win with a reversal of what is left of it", () => {
    const before = { ...won, win: { id: "win 1", n: 1, reversedMinor: 400n } };
    const { after, closed, reversal } = settled(before, moved(before, losing, today));
    expect(after).toMatchObject({ meaning: "lost", win: null, winCount: 1, closedOn: today });
    expect(closed?.id).toBe("win 1");
    expect(reversal).toEqual({ winId: "win 1", amountMinor: 600n, reason: "They sent it back." });
  });

  test("winning again is the next win", () => {
    const lost = settled(won, moved(won, losing, today)).after;
    const { opened, after } = settled(lost, moved(lost, winning(700n, today), today));
    expect(opened).toEqual({ id: "win 2", n: 2, reversedMinor: 0n });
    expect(after).toMatchObject({ winCount: 2, win: opened, lostReason: null });
  });

  test("taking back exactly what is left is taking back all of it", () => {
    expect(takenBack(won, 1_000n, losing, today).meaning).toBe("lost");
    expect(takenBack(won, 999n, losing, today)).toMatchObject({
      meaning: "won",
      win: { reversedMinor: 999n },
    });
  });

  test.each<[string, Partial<Opportunity>, boolean]>([
    ["value", { valueMinor: 2_000n }, true],
    ["day of close", { closedOn: "2026-05-21" }, true],
    ["owner", { ownerPartnerId: "cedar" }, true],
    ["product", { lines: [{ productId: "gale", quantity: 1, amountMinor: 1_000n }] }, true],
    ["reason to pay", { payBasis: null, payBasisReason: null }, true],
    ["name", { name: "Servers" }, false],
    ["account", { accountId: "halden" }, false],
    ["expected close", { expectedCloseOn: "2026-08-01" }, false],
  ])("another %s concerns the money: %s", (_what, other, concerns) => {
    expect(settled(won, { ...won, ...other }).moneyChanged).toBe(concerns);
  });
});

describe("what it earns by", () => {
  const direct = { ...open, ownerPartnerId: null, sellerId: "dina", payBasis: null, payBasisReason: null };
  const opening = { ...open, payBasis: "opening-import", payBasisReason: "Carried over." } as const;
  test.each<[string, Opportunity, Parameters<typeof changed>[1], string | null, (string | null)[]]>([
    ["comes with a partner", direct, { ownerPartnerId: "elm" }, "Elm asked.", ["on-behalf", "Elm asked."]],
    [
      "is said anew for another partner",
      open,
      { ownerPartnerId: "elm" },
      "Elm asked.",
      ["on-behalf", "Elm asked."],
    ],
    ["goes with the partner", open, { ownerPartnerId: null }, null, [null, null]],
    ["goes when a direct seller takes over", open, { sellerId: "dina" }, null, [null, null]],
    [
      "stays where an opening import brought it",
      opening,
      { ownerPartnerId: "elm" },
      null,
      ["opening-import", "Carried over."],
    ],
    [
      "stays when something else changes",
      open,
      { name: "Servers" },
      "Spelling.",
      ["on-behalf", "Sold at the fair."],
    ],
  ])("%s", (_what, before, change, reason, expected) => {
    const after = changed(before, change, reason);
    expect([after.payBasis, after.payBasisReason]).toEqual(expected);
    expect(refusalsOfChange(before, after, reason)).toEqual([]);
  });

  test("is refused without a reason", () => {
    for (const before of [direct, open]) {
      const after = changed(before, { ownerPartnerId: "elm" }, null);
      expect(refusalsOfChange(before, after, null)).toHaveLength(1);
    }
  });
});

describe("an opportunity may not stand", () => {
  test.each<[string, Opportunity, string]>([
    ["won without a value", { ...won, valueMinor: null }, "/value"],
    ["won without a day", { ...won, closedOn: null }, "/closedOn"],
    ["lost without a day", { ...moved(open, losing, today), closedOn: null }, "/closedOn"],
    ["open with a day of close", { ...open, closedOn: "2026-05-20" }, "/closedOn"],
    ["worth less than nothing", { ...open, valueMinor: -1n }, "/value"],
    ["worth more than anybody sells", { ...open, valueMinor: 10n ** 15n + 1n }, "/value"],
    ["closed before it was engaged", { ...won, closedOn: "2026-01-11" }, "/closedOn"],
    ["closed tomorrow", { ...won, closedOn: "2026-06-16" }, "/closedOn"],
    ["held by two", { ...open, sellerId: "dina" }, "/sellerId"],
    [
      "worth what was taken back of it",
      { ...won, win: { id: "win 1", n: 1, reversedMinor: 1_000n } },
      "/value",
    ],
  ])("%s", (_what, one, pointer) => {
    expect(refusalsOf(one, today).map((error) => error.pointer)).toEqual([pointer]);
  });
});

test("whatever happens to it, the won values add up to what its owner holds now, and to nothing for all others", () => {
  const partner = fc.constantFrom("birch", "cedar", null);
  const value = fc.bigInt({ min: 0n, max: 10_000n });
  const day = fc.constantFrom("2026-02-17", "2026-05-20", "2026-06-15");
  type Step = (before: Opportunity) => Opportunity;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(value, day).map<Step>(
      ([minor, on]) =>
        (one) =>
          one.meaning === "won" ? one : moved(one, winning(minor, on), today),
    ),
    fc.constant<Step>((one) => moved(one, losing, today)),
    fc.constant<Step>((one) =>
      moved(
        one,
        { stage: "engaging", meaning: "open", valueMinor: null, closedOn: null, reason: "Undecided." },
        today,
      ),
    ),
    partner.map<Step>((owner) => (one) => changed(one, { ownerPartnerId: owner }, "Handed over.")),
    value.map<Step>((minor) => (one) => changed(one, { valueMinor: minor }, null)),
    day.map<Step>((on) => (one) => (one.meaning === "open" ? one : changed(one, { closedOn: on }, null))),
    value.map<Step>((minor) => (one) => {
      const held = heldMinor(one);
      return held === 0n ? one : takenBack(one, minor > held || minor === 0n ? null : minor, losing, today);
    }),
    // An import may bring all of it in one row.
    fc.tuple(partner, value).map<Step>(([owner, minor]) => (one) => {
      const other = changed(one, { ownerPartnerId: owner, valueMinor: minor }, "Brought by an import.");
      return one.meaning === "won"
        ? moved(other, losing, today)
        : moved(other, winning(minor, "2026-05-20"), today);
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const sums = new Map<string, bigint>();
      const deals = new Map<string, bigint>();
      const reversals = new Map<string, bigint>();
      let now: Opportunity = open;
      for (const take of steps) {
        const wanted = take(now);
        if (refusalsOf(wanted, today).length > 0) continue;
        const { after, wonValues, wonDeals, reversal, opened } = settled(now, wanted);
        for (const one of wonDeals) deals.set(one.partnerId, (deals.get(one.partnerId) ?? 0n) + one.amount);
        for (const one of wonValues) sums.set(one.partnerId, (sums.get(one.partnerId) ?? 0n) + one.amount);
        if (reversal !== null)
          reversals.set(reversal.winId, (reversals.get(reversal.winId) ?? 0n) + reversal.amountMinor);
        if (opened !== null) expect(opened.n).toBe(now.winCount + 1);
        now = after;
        for (const name of ["birch", "cedar"]) {
          const isIts = now.ownerPartnerId === name;
          expect(sums.get(name) ?? 0n).toBe(isIts ? heldMinor(now) : 0n);
          expect(deals.get(name) ?? 0n).toBe(isIts && now.meaning === "won" ? 1_000n : 0n);
        }
        if (now.win !== null) expect(reversals.get(now.win.id) ?? 0n).toBe(now.win.reversedMinor);
      }
    }),
  );
});
