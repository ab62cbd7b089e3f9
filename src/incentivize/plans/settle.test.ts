import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "./engine.ts";
import type { WinFacts } from "./facts.ts";
import {
  anyWin,
  book,
  booked,
  compilePlan,
  darcel,
  dustin,
  line,
  melvin,
  moses,
  samplePlan,
  sampleRules,
  tier,
  win,
} from "./plans.fixture.ts";
import { type BookedWin, type LineToBook, nothingBooked, settle, withdraw } from "./settle.ts";

const numRuns = process.env.SIZE === "nightly" ? 20_000 : 200;

const deal = win([line("GTX Pro", 4_821_00n)], { tier: tier("Gold") });

function settled(facts: WinFacts, before: BookedWin, plan = samplePlan): LineToBook[] {
  return settle(evaluate(plan, facts), before);
}

/** The lines as short text: what a finance clerk would read off the run. */
function told(lines: readonly LineToBook[]): string[] {
  return lines.map((each) => {
    const what = `${each.entry} ${each.component} ${each.beneficiary.name} ${each.amountMinor}`;
    return each.adjusts === null ? what : `${what} → ${each.adjusts}`;
  });
}

const first = settled(deal, nothingBooked);
const posted = booked(first, deal);

test("the first time every earning is a first line", () => {
  expect(told(first)).toEqual(["first commission Moses Frase 42425", "first override Dustin Brinkmann 9642"]);
});

/* Oracle 10 (Dub): one commission for each programme and invoice, however often the same news arrives. */
describe("what changes nothing books nothing", () => {
  test("a rerun", () => {
    expect(settled(deal, posted)).toEqual([]);
  });

  test("a new version of the plan with the same rates", () => {
    expect(settled(deal, posted, compilePlan(sampleRules, 2))).toEqual([]);
  });

  test("a new name of the opportunity", () => {
    expect(settled({ ...deal, opportunity: { ...deal.opportunity, name: "Cancity" } }, posted)).toEqual([]);
  });

  test("a win that has a problem now, until a person has solved it", () => {
    expect(settled({ ...deal, valueMinor: null }, posted)).toEqual([]);
  });

  test("an amount of nothing", () => {
    expect(settled({ ...deal, reversedMinor: 4_821_00n }, nothingBooked)).toEqual([]);
  });
});

describe("what changes books the difference, and names the first line", () => {
  test("the value", () => {
    const lines = [line("GTX Pro", 5_000_00n)];
    const changed = { ...deal, lines, valueMinor: 5_000_00n };
    // 440.00 − 424.25 and 100.00 − 96.42
    expect(told(settled(changed, posted))).toEqual([
      "adjustment commission Moses Frase 1575 → earn_commission part_moses",
      "adjustment override Dustin Brinkmann 358 → earn_override part_dustin",
    ]);
  });

  test("the product: the override does not depend on it", () => {
    const changed = { ...deal, lines: [line("MG Advanced", 4_821_00n)] };
    // 530.31 − 424.25
    expect(told(settled(changed, posted))).toEqual([
      "adjustment commission Moses Frase 10606 → earn_commission part_moses",
    ]);
  });

  test("the owner: it is taken from the one and given to the other", () => {
    const changed = { ...deal, owner: darcel, parents: { "master of": melvin }, tier: tier("Silver") };
    const lines = settled(changed, posted);
    expect(told(lines)).toEqual([
      "first commission Darcel Schlecht 38568",
      "first override Melvin Marxen 9642",
      "adjustment commission Moses Frase -42425 → earn_commission part_moses",
      "adjustment override Dustin Brinkmann -9642 → earn_override part_dustin",
    ]);
    // And back: the first lines of the first owner stand, so they are adjusted.
    expect(told(settled(deal, book(posted, lines, changed)))).toEqual([
      "adjustment commission Moses Frase 42425 → earn_commission part_moses",
      "adjustment override Dustin Brinkmann 9642 → earn_override part_dustin",
      "adjustment commission Darcel Schlecht -38568 → earn_commission part_darcel",
      "adjustment override Melvin Marxen -9642 → earn_override part_melvin",
    ]);
  });

  test.each(["no-owner", "no-pay-basis"] as const)("a win that nobody earns from any more: %s", (why) => {
    expect(told(withdraw(samplePlan, deal, posted, why))).toEqual([
      "adjustment commission Moses Frase -42425 → earn_commission part_moses",
      "adjustment override Dustin Brinkmann -9642 → earn_override part_dustin",
    ]);
  });

  test("a master that left: its override is taken back", () => {
    expect(told(settled({ ...deal, parents: { "master of": null } }, posted))).toEqual([
      "adjustment override Dustin Brinkmann -9642 → earn_override part_dustin",
    ]);
  });

  test("a component that a new version no longer has", () => {
    const plan = compilePlan({ ...sampleRules, components: sampleRules.components.slice(0, 1) }, 2);
    expect(told(settled(deal, posted, plan))).toEqual([
      "adjustment override Dustin Brinkmann -9642 → earn_override part_dustin",
    ]);
  });

  test("a rate of a new version", () => {
    const [commission, override] = sampleRules.components;
    if (!commission || !override) throw new Error("The sample plan has two components.");
    const raised = { ...override, rate: { kind: "flat" as const, rate: "0.03" } };
    const plan = compilePlan({ ...sampleRules, components: [commission, raised] }, 2);
    expect(told(settled(deal, posted, plan))).toEqual([
      "adjustment override Dustin Brinkmann 4821 → earn_override part_dustin",
    ]);
  });
});

describe("a reversal of the win", () => {
  test("in part takes back in proportion, on every component alike", () => {
    // A third is gone: 424.248 × 2 ÷ 3 = 282.832, 96.42 × 2 ÷ 3 = 64.28.
    expect(told(settled({ ...deal, reversedMinor: 1_607_00n }, posted))).toEqual([
      "reversal commission Moses Frase -14142 → earn_commission part_moses",
      "reversal override Dustin Brinkmann -3214 → earn_override part_dustin",
    ]);
  });

  test("in part, then whole, brings the net to zero", () => {
    const part = { ...deal, reversedMinor: 1_607_00n };
    const after = book(posted, settled(part, posted), part);
    expect(told(settled({ ...deal, reversedMinor: 4_821_00n }, after))).toEqual([
      "reversal commission Moses Frase -28283 → earn_commission part_moses",
      "reversal override Dustin Brinkmann -6428 → earn_override part_dustin",
    ]);
  });

  test("as a whole succeeds whatever the opportunity has become since", () => {
    expect(told(withdraw(samplePlan, deal, posted, "win-reversed"))).toEqual([
      "reversal commission Moses Frase -42425 → earn_commission part_moses",
      "reversal override Dustin Brinkmann -9642 → earn_override part_dustin",
    ]);
    const after = book(posted, withdraw(samplePlan, deal, posted, "win-reversed"), deal);
    expect(withdraw(samplePlan, deal, after, "win-reversed")).toEqual([]);
    expect(withdraw(samplePlan, deal, nothingBooked, "win-reversed")).toEqual([]);
  });

  test("that was a mistake gives back, and is called an adjustment", () => {
    const reversed = { ...deal, reversedMinor: 4_821_00n };
    const after = book(posted, settled(reversed, posted), reversed);
    expect(told(settled(deal, after)).map((each) => each.split(" ")[0])).toEqual([
      "adjustment",
      "adjustment",
    ]);
  });

  test("known before the month is run simply lowers the first line", () => {
    expect(told(settled({ ...deal, reversedMinor: 1_607_00n }, nothingBooked))).toEqual([
      "first commission Moses Frase 28283",
      "first override Dustin Brinkmann 6428",
    ]);
  });
});

/*
 * Oracle 6 (Tolt): 14.70 on day 0, approved on day 30, paid on day 45, refunded on day 60: a new line of −14.70. Refunded
 * before it was paid, theirs becomes 0; ours keeps the line and books −14.70 beside it. Here both are one case: the
 * line stays, whatever happened to it since.
 */
test("a refund is a new line of −14.70 beside the line of 14.70", () => {
  const sale = win([line("MG Special", 147_00n)], { parents: {} });
  const lines = settled(sale, nothingBooked);
  expect(told(lines)).toEqual(["first commission Moses Frase 1470"]);
  const refunded = { ...sale, reversedMinor: 147_00n };
  expect(told(settled(refunded, booked(lines, sale)))).toEqual([
    "reversal commission Moses Frase -1470 → earn_commission part_moses",
  ]);
});

describe("whatever happens in whatever order", () => {
  /** Sums by component and beneficiary, without the zeros. */
  const sums = (lines: readonly { component: string; beneficiary: { id: string }; sumMinor: bigint }[]) =>
    new Map(
      lines
        .filter(({ sumMinor }) => sumMinor !== 0n)
        .map((each) => [`${each.component} ${each.beneficiary.id}`, each.sumMinor]),
    );

  test("what is booked is what is due, a rerun books nothing, and a full reversal leaves nothing", () => {
    fc.assert(
      fc.property(fc.array(anyWin, { minLength: 1, maxLength: 8 }), (history) => {
        let books = nothingBooked;
        for (const facts of history) {
          const target = evaluate(samplePlan, facts);
          // `book` refuses a second first line for one win, component and beneficiary.
          books = book(books, settle(target, books), facts);
          const due = target.earnings.map((each) => ({ ...each, sumMinor: each.amountMinor }));
          expect(sums(books.lines)).toEqual(sums(due));
          expect(settle(target, books)).toEqual([]);
        }
        const last = history.at(-1) ?? deal;
        const reversed = { ...last, reversedMinor: last.valueMinor ?? 0n };
        const lines = settled(reversed, books);
        expect(sums(book(books, lines, reversed).lines).size).toBe(0);
        expect(lines.every(({ entry, amountMinor }) => entry === "reversal" && amountMinor < 0n)).toBe(true);
      }),
      { numRuns },
    );
  });

  test("the lines add up step by step: each says what was booked before it", () => {
    fc.assert(
      fc.property(fc.array(anyWin, { minLength: 2, maxLength: 6 }), (history) => {
        let books = nothingBooked;
        for (const facts of history) {
          const before = sums(books.lines);
          for (const each of settled(facts, books)) {
            expect(each.bookedMinor).toBe(before.get(`${each.component} ${each.beneficiary.id}`) ?? 0n);
            expect(each.amountMinor).not.toBe(0n);
          }
          books = book(books, settled(facts, books), facts);
        }
      }),
      { numRuns },
    );
  });
});

test("beneficiaries are told apart by who they are, not by name", () => {
  const namesake = { id: "part_other", name: moses.name };
  expect(told(settled({ ...deal, owner: namesake, parents: { "master of": dustin } }, posted))).toEqual([
    "first commission Moses Frase 42425",
    "adjustment commission Moses Frase -42425 → earn_commission part_moses",
  ]);
});
