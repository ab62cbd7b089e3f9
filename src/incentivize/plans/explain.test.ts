import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  parseDecimal,
} from "#platform/money/decimal.ts";
import { evaluate } from "./engine.ts";
import { explainInEnglish } from "./english.ts";
import { explain } from "./explain.ts";
import type { WinFacts } from "./facts.ts";
import { receiptWriter } from "./issue.ts";
import { anyWin, asBooked, booked, darcel, line, samplePlan, tier, vendor, win } from "./plans.fixture.ts";
import type { Receipt } from "./receipt.ts";
import { type BookedWin, nothingBooked, settle } from "./settle.ts";

function receiptsOf(facts: WinFacts, before: BookedWin = nothingBooked): Receipt[] {
  const writer = receiptWriter(vendor, samplePlan);
  return settle(evaluate(samplePlan, facts), before).map((each) => writer.write(asBooked(each)));
}

const deal = win([line("GTX Pro", 4_821_00n), line("MG Special", 55_00n)], { tier: tier("Gold") });
const posted = booked(settle(evaluate(samplePlan, deal), nothingBooked), deal);

function english(facts: WinFacts, before?: BookedWin): string[][] {
  return receiptsOf(facts, before).map(explainInEnglish);
}

test("a commission, in sentences that a seller can follow with a pocket calculator", () => {
  expect(english(deal)[0]).toEqual([
    "Commission: 430.30 USD for Moses Frase, booked in 2017-04.",
    'By the plan "Agent programme", version 1.',
    "Cancity, April (1C1I7A6R) closed on 12 April 2017 with a value of 4,876.00 USD; its owner is Moses Frase.",
    'It earns because an opening import brought it ("First load of the CRM export").',
    "Tier Gold: won close value of 72,000.00 USD from 1 January 2017 through 31 March 2017; Gold starts at 60,000.00 USD.",
    "GTX Pro (series GTX): 4,821.00 × 8% = 385.68.",
    "MG Special (series MG): 55.00 × 10% = 5.50.",
    "The 2 lines together: 391.18.",
    "Multiplier of tier Gold: 391.18 × 1.10 = 430.298.",
    "The win counts 100% for its owner: 430.298 × 100% = 430.298.",
    "Rounded once, a half to the even digit, to 0.01: 430.30.",
    "Held for 30 days from the day of close: through 11 May 2017, released on 12 May 2017 at 00:00 (UTC).",
  ]);
});

test("an override says whose deal it is, and nothing of the agent's money", () => {
  expect(english(deal)[1]).toEqual([
    "Override: 97.52 USD for Dustin Brinkmann, booked in 2017-04.",
    'By the plan "Agent programme", version 1.',
    "Cancity, April (1C1I7A6R) closed on 12 April 2017 with a value of 4,876.00 USD; its owner is Moses Frase.",
    'Dustin Brinkmann stands above Moses Frase ("master of").',
    'It earns because an opening import brought it ("First load of the CRM export").',
    "Close value: 4,876.00 × 2% = 97.52.",
    "The win counts 100% for its owner: 97.52 × 100% = 97.52.",
    "Rounded once, a half to the even digit, to 0.01: 97.52.",
    "Held for 30 days from the day of close: through 11 May 2017, released on 12 May 2017 at 00:00 (UTC).",
  ]);
});

test("a reversal in part says what is left, and the difference to what was booked", () => {
  expect(english({ ...deal, reversedMinor: 1_000_00n }, posted)[0]?.slice(0, 1)).toEqual([
    "Reversal of Commission: -88.25 USD for Moses Frase, booked in 2017-04.",
  ]);
  expect(english({ ...deal, reversedMinor: 1_000_00n }, posted)[0]?.slice(-4)).toEqual([
    "1,000.00 of the value was reversed, 3,876.00 is left: 430.298 × 3,876.00 ÷ 4,876.00 = 342.04984577… (208479381/609500).",
    "Rounded once, a half to the even digit, to 0.01: 342.05.",
    "Due 342.05 − booked before 430.30 = -88.25.",
    "Held for 30 days from the day of close: through 11 May 2017, released on 12 May 2017 at 00:00 (UTC).",
  ]);
});

test("what is taken back says why", () => {
  expect(english({ ...deal, owner: darcel }, posted).at(-1)).toEqual([
    "Adjustment of Commission: -430.30 USD for Moses Frase, booked in 2017-04.",
    'By the plan "Agent programme", version 1.',
    "It concerns the opportunity 1C1I7A6R.",
    "Nothing is due any more: the opportunity now counts for another partner.",
    "Due 0.00 − booked before 430.30 = -430.30.",
  ]);
});

test.each([
  [
    "base",
    "Silver",
    "Tier Silver, where everyone starts: no won close value from 1 January 2017 through 31 March 2017.",
  ],
  [
    "computed",
    "Silver",
    "Tier Silver: won close value of 25,000.00 USD from 1 January 2017 through 31 March 2017; below every higher tier.",
  ],
  [
    "stood",
    "Platinum",
    "Tier Platinum: won close value of 150,000.00 USD from 1 January 2017 through 31 March 2017; Platinum starts at 120,000.00 USD. A posted run has used it, so it stands for the quarter.",
  ],
] as const)("a tier that is %s (%s) says how it came", (how, level, sentence) => {
  expect(english({ ...deal, tier: tier(level, how) })[0]).toContain(sentence);
});

test("a deal that a person entered says so, and one without a number of its own shows its name alone", () => {
  const entered = {
    ...deal,
    opportunity: { ...deal.opportunity, externalId: null },
    payBasis: { kind: "entered-on-behalf", reason: "Signed at the fair" } as const,
  };
  expect(english(entered)[0]).toContain(
    'It earns because it was entered on the partner\'s behalf ("Signed at the fair").',
  );
  expect(english(entered)[0]?.[2]).toMatch(/^Cancity, April closed on/);
});

test("every step names the value it starts from", () => {
  const [receipt] = receiptsOf(deal);
  if (!receipt) throw new Error("There is a receipt.");
  const steps = explain(receipt).flatMap((each) => ("from" in each ? [[each.code, each.from]] : []));
  expect(steps).toEqual([
    ["line", ""],
    ["line", "385.68"],
    ["sum", "5.50"],
    ["multiplier", "391.18"],
    ["credit", "430.298"],
    ["round", "430.298"],
  ]);
});

/** What a pocket calculator shows for "4,821.00 × 8%". */
function product(expression: string): Decimal {
  return expression
    .split(" × ")
    .map((factor) => {
      const number = parseDecimal(factor.replaceAll(",", "").replace("%", ""));
      return factor.endsWith("%") ? { units: number.units, scale: number.scale + 2 } : number;
    })
    .reduce(multiplyDecimals);
}

test("every product that a receipt claims is right, and the lines add up", () => {
  fc.assert(
    fc.property(anyWin, (facts) => {
      for (const sentences of english({ ...facts, reversedMinor: 0n })) {
        let lines: Decimal = { units: 0n, scale: 0 };
        for (const sentence of sentences) {
          const [, expression, result] = /: ([\d,.% ×]+) = ([\d,.]+)\.$/.exec(sentence) ?? [];
          if (expression && result) {
            expect(compareDecimals(product(expression), product(result)), sentence).toBe(0);
            if (/\(series \w+\): /.test(sentence)) lines = addDecimals(lines, product(result));
          }
          const [, together] = /lines together: ([\d,.]+)\.$/.exec(sentence) ?? [];
          if (together) expect(compareDecimals(lines, product(together)), sentence).toBe(0);
        }
      }
    }),
  );
});
