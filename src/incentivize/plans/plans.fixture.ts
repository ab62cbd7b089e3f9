import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { LadderOne } from "#ecosystem/ladders/contract.ts";
import { type CompiledPlan, compile } from "./compile.ts";
import { PlanFile, type PlanRules } from "./contract.ts";
import type { MeasuredTier, Named, WinFacts, WinLine } from "./facts.ts";
import type { BookedLine } from "./issue.ts";
import type { ReceiptVendor } from "./receipt.ts";
import { type Booked, type BookedWin, type LineToBook, nothingBooked } from "./settle.ts";

/* A small believable world around the sample plan: three agents, two master agents, the real product list. */

export const sampleFile = PlanFile.parse(
  JSON.parse(readFileSync(new URL("../../../sample/agent-programme.plan.json", import.meta.url), "utf8")),
);

export const sampleLadder: LadderOne = sampleFile.ladders[0] ?? fail("The sample plan has a ladder.");
export const sampleRules = sampleFile.rules;
export const samplePlan = compilePlan(sampleRules);

export const vendor: ReceiptVendor = { id: "vend_1", name: "Kanalwerk", zone: "UTC" };

export const moses: Named = { id: "part_moses", name: "Moses Frase" };
export const darcel: Named = { id: "part_darcel", name: "Darcel Schlecht" };
export const dustin: Named = { id: "part_dustin", name: "Dustin Brinkmann" };
export const melvin: Named = { id: "part_melvin", name: "Melvin Marxen" };

export const seriesOf = {
  "GTX Basic": "GTX",
  "GTX Pro": "GTX",
  "MG Special": "MG",
  "MG Advanced": "MG",
  "GTK 500": "GTK",
};
export type Product = keyof typeof seriesOf;

export function compilePlan(rules: PlanRules, version = 1): CompiledPlan {
  return compile({
    planId: "plan_agents",
    name: sampleFile.name,
    version,
    rules,
    ladders: [{ id: "ladder_1", version: 1, ladder: sampleLadder }],
  });
}

/** A line of the sample catalogue; `amount` in cents. */
export function line(product: Product, amountMinor: bigint): WinLine {
  return { product: { id: `prod_${product}`, name: product }, series: seriesOf[product], amountMinor };
}

const basisOfLevel = { Silver: 2_500_000n, Gold: 7_200_000n, Platinum: 15_000_000n };
export type Level = keyof typeof basisOfLevel;

/** The tier for a close in the second quarter of 2017. */
export function tier(level: Level, how: MeasuredTier["how"] = "computed"): MeasuredTier {
  return {
    level,
    how,
    basisMinor: how === "base" ? 0n : basisOfLevel[level],
    window: { from: "2017-01-01", until: "2017-04-01" },
    ladderVersionId: "ladder_1",
  };
}

/** A win of Moses in April 2017, below Dustin, at Silver; its value is the sum of its lines unless told. */
export function win(lines: readonly WinLine[], changes: Partial<WinFacts> = {}): WinFacts {
  return {
    winId: "win_1",
    opportunity: { id: "opp_1", externalId: "1C1I7A6R", name: "Cancity, April" },
    closedOn: "2017-04-12",
    currency: "USD",
    valueMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    reversedMinor: 0n,
    lines,
    owner: moses,
    parents: { "master of": dustin },
    tier: tier("Silver"),
    payBasis: { kind: "opening-import", reason: "First load of the CRM export" },
    ...changes,
  };
}

/** What is booked after these lines as well, as a store would tell it. */
export function book(before: BookedWin, lines: readonly LineToBook[], facts: WinFacts): BookedWin {
  const booked = new Map(before.lines.map((one) => [`${one.component} ${one.beneficiary.id}`, one]));
  for (const { component, beneficiary, amountMinor, entry } of lines) {
    const key = `${component} ${beneficiary.id}`;
    const known = booked.get(key);
    if ((entry === "first") === (known !== undefined)) throw new Error(`A second first line for ${key}.`);
    const firstLineId = known?.firstLineId ?? `earn_${key}`;
    const sumMinor = (known?.sumMinor ?? 0n) + amountMinor;
    booked.set(key, { component, beneficiary, sumMinor, firstLineId } satisfies Booked);
  }
  return { lines: [...booked.values()], reversedMinor: facts.reversedMinor };
}

export function booked(lines: readonly LineToBook[], facts: WinFacts): BookedWin {
  return book(nothingBooked, lines, facts);
}

/** The line with the id and month that booking gives it. */
export function asBooked(toBook: LineToBook, period = "2017-04"): BookedLine {
  return { ...toBook, id: `earn_${toBook.component}`, period };
}

const products = Object.keys(seriesOf) as Product[];

/** Any win under the sample plan without a problem: one to four lines, any owner, master, tier and reversal in part. */
export const anyWin: fc.Arbitrary<WinFacts> = fc
  .record({
    lines: fc.array(fc.tuple(fc.constantFrom(...products), fc.bigInt({ min: 1n, max: 10n ** 10n })), {
      minLength: 1,
      maxLength: 4,
    }),
    level: fc.constantFrom<Level>("Silver", "Gold", "Platinum"),
    how: fc.constantFrom<MeasuredTier["how"]>("computed", "stood"),
    owner: fc.constantFrom(moses, darcel),
    parent: fc.constantFrom(dustin, melvin, null),
    reversedPermille: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 1000n })),
  })
  .map(({ lines, level, how, owner, parent, reversedPermille }) => {
    const facts = win(lines.map(([product, amount]) => line(product, amount)));
    const reversedMinor = ((facts.valueMinor ?? 0n) * reversedPermille) / 1000n;
    return { ...facts, owner, parents: { "master of": parent }, tier: tier(level, how), reversedMinor };
  });

function fail(why: string): never {
  throw new Error(why);
}
