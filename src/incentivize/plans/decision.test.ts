import { describe, expect, test } from "vitest";
import type { LadderTwo } from "#ecosystem/ladders/contract.ts";
import { compile } from "./compile.ts";
import type { TierDecision } from "./decision.ts";
import { evaluate } from "./engine.ts";
import { explainInEnglish } from "./english.ts";
import type { DecidedTier, TierFacts } from "./facts.ts";
import { receiptWriter } from "./issue.ts";
import { asBooked, line, sampleRules, vendor, win } from "./plans.fixture.ts";
import { Receipt } from "./receipt.ts";
import { nothingBooked, settle } from "./settle.ts";
import { verifyReceipt } from "./verify.ts";

const asOf = { kind: "as-of" as const };
const ladder: LadderTwo = {
  format: "hanse-ladder/2",
  name: "agent-tiers",
  label: "Agent tiers",
  currency: "USD",
  base: "Silver",
  measuredAt: "entity",
  reviews: { everyMonths: 3, demoteEveryMonths: 6, decidedAfterDays: 0, inForceAfterDays: 0 },
  graceDays: 90,
  warnDays: 30,
  minimumStayMonths: 6,
  measures: [
    { key: "won", label: "Won value", kind: "fact", fact: "won_value", window: { kind: "previous-quarter" } },
    { key: "certified", label: "Certified people", kind: "fact", fact: "certified_heads", window: asOf },
    { key: "agreement", label: "Agreement", kind: "fact", fact: "agreement_signed", window: asOf },
  ],
  goodStanding: ["agreement >= 1"],
  levels: [
    { level: "Gold", requires: "won >= 60000.00 USD or 55000.00 EUR" },
    { level: "Platinum", requires: "all(won >= 60000.00 USD, certified >= 2)" },
  ],
};
const plan = compile({
  planId: "plan_agents",
  name: "Agent programme",
  version: 1,
  rules: sampleRules,
  ladders: [{ id: "ladder_2", version: 3, ladder }],
});

const decided: TierDecision = {
  decidedOn: "2017-04-01",
  earned: "Gold",
  fiscalYearStartMonth: 1,
  graceUntil: null,
  inForceFrom: "2017-04-01",
  measured: [
    { amounts: { USD: "72000.00" }, from: "2017-01-01", measure: "won", until: "2017-04-01" },
    { amounts: { "": "1" }, from: null, measure: "certified", until: "2017-04-01" },
    { amounts: { "": "1" }, from: null, measure: "agreement", until: "2017-04-01" },
  ],
  on: "2017-04-01",
  since: "2017-04-01",
  standing: "Gold",
  thresholds: [],
  why: "promoted",
};
const tierOf = (level: string, change: Partial<TierDecision> = {}): DecidedTier => ({
  level,
  how: "decided",
  decision: { ...decided, ...change },
  ladderVersionId: "ladder_2",
});
const evaluated = (tier: TierFacts) => evaluate(plan, win([line("GTX Pro", 4_821_00n)], { tier }));
const problems = (tier: TierFacts) => evaluated(tier).problems;

const [won, ...rest] = decided.measured;
if (won === undefined) throw new Error("It measures what was won.");
const wonOnly = (amounts: Record<string, string>) => ({ measured: [{ ...won, amounts }, ...rest] });
const platinumHere = [
  {
    amounts: { "": "1" },
    level: "Platinum",
    measure: "certified",
    scope: { key: "DE", kind: "country" as const },
  },
];
const behind = { ...wonOnly({}), earned: "Silver" };
const unsigned = {
  measured: decided.measured.map((one) => (one.measure === "agreement" ? { ...one, amounts: {} } : one)),
};

describe("a level that a review decided is accepted", () => {
  test.each<[string, TierFacts]>([
    ["where it was earned", tierOf("Gold")],
    ["earned in euros", tierOf("Gold", wonOnly({ EUR: "55000.00" }))],
    [
      "earned by the threshold of a country",
      tierOf("Platinum", { earned: "Platinum", standing: "Platinum", thresholds: platinumHere }),
    ],
    ["kept for its minimum stay", tierOf("Gold", { ...behind, why: "minimum-stay", since: "2016-11-01" })],
    [
      "kept since that review takes none away",
      tierOf("Gold", { ...behind, why: "waits-for-review", since: "2015-01-01" }),
    ],
    [
      "not given for want of good standing",
      tierOf("Silver", { ...unsigned, standing: "Silver", why: "not-in-good-standing" }),
    ],
    ["by exception", tierOf("Platinum", { why: "exception" })],
    ["by a grandfather clause", tierOf("Platinum", { why: "grandfathered" })],
    ["because a run used it", tierOf("Silver", { why: "stood" })],
    [
      "where none has decided",
      { level: "Silver", how: "unreviewed", stood: false, ladderVersionId: "ladder_2" },
    ],
    [
      "where none decides any more",
      { level: "Gold", how: "unreviewed", stood: true, ladderVersionId: "ladder_2" },
    ],
  ])("%s", (_what, tier) => {
    expect(problems(tier)).toEqual([]);
    expect(evaluated(tier).earnings.length).toBeGreaterThan(0);
  });
});

describe("a level that does not follow is a problem", () => {
  test.each<[string, TierFacts, string]>([
    ["not earned", tierOf("Platinum", { earned: "Platinum", standing: "Platinum" }), "tier-does-not-follow"],
    ["another than the rules give", tierOf("Platinum"), "tier-does-not-follow"],
    ["earned, and not given", tierOf("Silver", { standing: "Silver" }), "tier-does-not-follow"],
    [
      "a grandfather clause that takes away",
      tierOf("Silver", { why: "grandfathered" }),
      "tier-does-not-follow",
    ],
    ["a level that the ladder has not", tierOf("Titanium", { why: "exception" }), "tier-does-not-follow"],
    ["no review of the ladder", tierOf("Gold", { on: "2017-03-01" }), "tier-window-differs"],
    ["decided on another day", tierOf("Gold", { decidedOn: "2017-03-31" }), "tier-window-differs"],
    [
      "other days",
      tierOf("Gold", { measured: [{ ...won, from: "2016-10-01" }, ...rest] }),
      "tier-window-differs",
    ],
    ["another fiscal year", tierOf("Gold", { fiscalYearStartMonth: 2 }), "tier-window-differs"],
    ["of a quarter that was over", tierOf("Gold", { quarterFrom: "2017-01-01" }), "tier-window-differs"],
    ["of a quarter that it came in", tierOf("Gold", { quarterFrom: "2017-03-01" }), "tier-window-differs"],
    ["something not measured", tierOf("Gold", { measured: [won] }), "tier-window-differs"],
    [
      "measured for a later quarter",
      tierOf("Gold", { on: "2017-07-01", decidedOn: "2017-07-01", inForceFrom: "2017-07-01" }),
      "tier-window-differs",
    ],
    [
      "above the base with no review",
      { level: "Gold", how: "unreviewed", stood: false, ladderVersionId: "ladder_2" },
      "tier-does-not-follow",
    ],
    [
      "as a ladder of the first format would say it",
      {
        level: "Silver",
        how: "base",
        basisMinor: 0n,
        window: { from: "2017-01-01", until: "2017-04-01" },
        ladderVersionId: "ladder_2",
      },
      "tier-missing",
    ],
  ])("%s", (_what, tier, code) => {
    expect(problems(tier)).toMatchObject([{ code }]);
  });

  test("kept without anything that keeps it, at a review that takes away", () => {
    const days = { on: "2017-01-01", decidedOn: "2017-01-01", inForceFrom: "2017-01-01" };
    const measured = [
      { ...won, amounts: {}, from: "2016-10-01", until: "2017-01-01" },
      ...rest.map((one) => ({ ...one, until: "2017-01-01" })),
    ];
    const kept = { ...days, measured, earned: "Silver", since: "2016-01-01" } as const;
    expect(problems(tierOf("Gold", { ...kept, why: "grace", graceUntil: "2017-04-01" }))).toEqual([]);
    expect(problems(tierOf("Gold", { ...kept, why: "kept" }))).toMatchObject([
      { code: "tier-does-not-follow" },
    ]);
  });
});

describe("its receipt", () => {
  const [earning] = settle(
    evaluated(tierOf("Platinum", { earned: "Platinum", standing: "Platinum", thresholds: platinumHere })),
    nothingBooked,
  );
  if (earning === undefined) throw new Error("It earns.");
  const receipt = receiptWriter(vendor, plan).write(asBooked(earning));

  test("holds what was measured, when it was decided and why, and is recomputed from it", () => {
    expect(verifyReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual({ ok: true, receipt });
    expect(Receipt.parse(receipt)).toEqual(receipt);
  });

  test("does not verify where what was measured would have given another level", () => {
    const text = JSON.stringify(receipt).replace('"USD":"72000.00"', '"USD":"52000.00"');
    expect(verifyReceipt(JSON.parse(text))).toMatchObject({ ok: false });
  });

  test("says all of it in sentences", () => {
    const said = explainInEnglish(receipt);
    expect(said).toContain(
      "Tier Platinum, decided on 1 April 2017 and in force from 1 April 2017: it earned it.",
    );
    expect(said).toContain("Won value from 1 January 2017 through 31 March 2017: 72,000.00 USD.");
    expect(said).toContain("Certified people on 31 March 2017: 1.");
  });
});
