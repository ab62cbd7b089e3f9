import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sha256 } from "./canonical.ts";
import { evaluate } from "./engine.ts";
import type { WinFacts } from "./facts.ts";
import { type BookedLine, type KeptLine, receiptWriter, rewriteReceipt } from "./issue.ts";
import {
  anyWin,
  asBooked,
  book,
  booked,
  darcel,
  dustin,
  line,
  samplePlan,
  tier,
  vendor,
  win,
} from "./plans.fixture.ts";
import type { Receipt } from "./receipt.ts";
import ofBefore from "./receipts-of-before.fixture.json" with { type: "json" };
import { type BookedWin, nothingBooked, settle, withdraw } from "./settle.ts";
import { verifyReceipt } from "./verify.ts";

const numRuns = process.env.SIZE === "nightly" ? 20_000 : 200;

const writer = receiptWriter(vendor, samplePlan);

function linesOf(facts: WinFacts, before: BookedWin = nothingBooked, period = "2017-04"): BookedLine[] {
  return settle(evaluate(samplePlan, facts), before).map((each) => asBooked(each, period));
}

function receiptsOf(facts: WinFacts, before?: BookedWin): Receipt[] {
  return linesOf(facts, before).map((each) => writer.write(each));
}

function one(receipts: Receipt[], component: string): Receipt {
  const found = receipts.find(({ earning }) => earning.component === component);
  if (!found) throw new Error(`There is no ${component}.`);
  return found;
}

const deal = win([line("GTX Pro", 4_821_00n), line("MG Special", 55_00n)], { tier: tier("Gold") });
const posted = booked(linesOf(deal), deal);
const inPart = { ...deal, reversedMinor: 1_000_00n };
const moved = { ...deal, owner: darcel, tier: tier("Silver") };

const commission = one(receiptsOf(deal), "commission");
const override = one(receiptsOf(deal), "override");
const reversal = one(receiptsOf(inPart, posted), "commission");
const takenBack =
  receiptsOf(moved, posted).filter(({ earning }) => earning.entry === "adjustment")[0] ?? commission;

const withdrawn =
  withdraw(samplePlan, deal, posted, "win-reversed").map((each) => writer.write(asBooked(each)))[0] ??
  commission;

test("the receipt of a commission holds everything from which its amount follows", () => {
  expect(commission).toMatchObject({
    format: "hanse-receipt/1",
    earning: { component: "commission", entry: "first", adjusts: null, period: "2017-04" },
    beneficiary: { name: "Moses Frase" },
    facts: {
      win: {
        closedOn: "2017-04-12",
        value: "4876.00",
        reversed: "0.00",
        opportunity: { externalId: "1C1I7A6R" },
      },
      tier: { level: "Gold", basis: { amount: "72000.00", currency: "USD" } },
    },
    plan: { name: "Agent programme", version: 1, rules: { components: [{ key: "commission" }] } },
    bookedBefore: { amount: "0.00", currency: "USD" },
    result: { amount: "430.30", currency: "USD" },
  });
});

test("receipts of before tiers were reviewed verify as they are, with the digests that they had", () => {
  const tiers = ofBefore.map(
    ({ earning, facts }) => `${earning.entry} ${facts.tier?.how} ${facts.tier?.level}`,
  );
  expect(tiers).toEqual(["first computed Gold", "first stood Platinum", "reversal computed Gold"]);
  for (const receipt of ofBefore) {
    expect(verifyReceipt(receipt)).toEqual({ ok: true, receipt });
    const { digest, ...rest } = receipt;
    expect(sha256(canonicalJson(rest))).toBe(digest);
  }
});

test("the digest is the SHA-256 of the canonical JSON of all the rest", () => {
  for (const { digest, ...rest } of [commission, override, reversal, takenBack]) {
    expect(digest).toBe(sha256(canonicalJson(rest)));
  }
});

test("what a run stores beside a line is the digest of the receipt that anybody gets later", () => {
  fc.assert(
    fc.property(anyWin, (facts) => {
      for (const each of linesOf(facts)) expect(writer.digest(each)).toBe(writer.write(each).digest);
    }),
    { numRuns },
  );
});

describe("from what is kept of a line, its receipt is written again to the byte", () => {
  /** What a store keeps of a line: columns, and the facts as JSON. */
  function keep({ id, period, entry, adjusts, component, bookedMinor, facts }: BookedLine): KeptLine {
    return { id, period, entry, adjusts, component, bookedMinor, facts: JSON.parse(facts) };
  }

  test("after any history, first lines, adjustments, reversals and what was taken back", () => {
    fc.assert(
      fc.property(fc.array(anyWin, { minLength: 1, maxLength: 5 }), (history) => {
        let books = nothingBooked;
        for (const facts of history) {
          const lines = linesOf(facts, books);
          for (const each of lines) {
            const then = canonicalJson(writer.write(each));
            expect(canonicalJson(rewriteReceipt(vendor, samplePlan, keep(each)))).toBe(then);
          }
          books = book(books, lines, facts);
        }
      }),
      { numRuns },
    );
  });

  test("also when the store gives the members of the facts in another order", () => {
    const [kept] = linesOf(deal).map(keep);
    if (!kept) throw new Error("There is a line.");
    const facts = JSON.parse(JSON.stringify(kept.facts), (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(canonicalJson(rewriteReceipt(vendor, samplePlan, { ...kept, facts }))).toBe(
      canonicalJson(commission),
    );
  });
});

describe("whoever holds a receipt reads no money of others in it", () => {
  test("a master agent sees the deal, and nothing of its agent's tier or commission", () => {
    const text = JSON.stringify(override);
    expect(override.facts).toMatchObject({
      parent: { edge: "master of", name: "Dustin Brinkmann" },
      tier: null,
    });
    expect(text).toContain("GTX Pro");
    for (const hidden of [
      "commission",
      "Commission",
      "Gold",
      "72000.00",
      "430.30",
      "0.08",
      "1.10",
      "agent-tiers",
    ]) {
      expect(text).not.toContain(hidden);
    }
  });

  test("the override is the same to the byte at every tier of the agent", () => {
    for (const level of ["Silver", "Platinum"] as const) {
      expect(one(receiptsOf({ ...deal, tier: tier(level) }), "override")).toEqual(override);
    }
  });

  test("an agent reads nothing of its master", () => {
    expect(JSON.stringify(commission)).not.toContain(dustin.name);
    expect(one(receiptsOf({ ...deal, parents: {} }), "commission")).toEqual(commission);
  });

  test("from whom a deal was taken away learns that, and not who has it or what became of it", () => {
    const changed = { ...moved, valueMinor: 9_000_00n, lines: [line("GTX Pro", 9_000_00n)] };
    const [theirs] = receiptsOf(changed, posted).filter(
      ({ beneficiary }) => beneficiary.name === "Moses Frase",
    );
    expect(theirs).toMatchObject({
      facts: { about: "ended", why: "another-owner" },
      bookedBefore: { amount: "430.30" },
      result: { amount: "-430.30" },
    });
    for (const hidden of [darcel.name, darcel.id, "9000.00", "25000.00"]) {
      expect(JSON.stringify(theirs)).not.toContain(hidden);
    }
    expect(theirs?.digest).toBe(takenBack.digest);
  });
});

describe("verifying", () => {
  const receipts = { commission, override, reversal, takenBack, withdrawn };

  /** The places of each receipt from which its amount follows. */
  const ofCommission =
    /^(steps|result|bookedBefore|beneficiary)|win\/(value|reversed|currency|lines.*(amount|series))$|tier\/level$|(rates\/(GTX|MG)|by\/Gold)$/;
  const decisive: Record<string, RegExp> = {
    commission: ofCommission,
    reversal: ofCommission,
    override: /^(steps|result|bookedBefore|beneficiary)|win\/(value|reversed|currency)$|rate\/rate$/,
    takenBack: /^(steps|result|bookedBefore|beneficiary)|^facts\/why$/,
    withdrawn: /^(steps|result|bookedBefore|beneficiary)|^facts\/why$/,
  };

  test("any receipt of any history holds, read from a file", () => {
    fc.assert(
      fc.property(fc.array(anyWin, { minLength: 1, maxLength: 4 }), (history) => {
        let books = nothingBooked;
        for (const facts of history) {
          for (const receipt of receiptsOf(facts, books)) {
            const verdict = verifyReceipt(JSON.parse(JSON.stringify(receipt, null, 2)));
            expect(verdict).toEqual({ ok: true, receipt });
          }
          books = book(books, linesOf(facts, books), facts);
        }
      }),
      { numRuns: numRuns / 2 },
    );
  });

  describe.each(Object.entries(receipts))("%s", (name, receipt) => {
    test("holds", () => {
      expect(verifyReceipt(receipt).ok).toBe(true);
    });

    test("any value that is changed is found", () => {
      for (const { path, value } of leavesOf(receipt)) {
        for (const other of changesOf(value)) {
          const verdict = verifyReceipt(withValue(receipt, path, other));
          expect(verdict, `${path.join("/")} from ${String(value)} to ${String(other)}`).toMatchObject({
            ok: false,
          });
        }
      }
    });

    test("any member that is missing or added is found", () => {
      for (const { path } of leavesOf(receipt)) {
        expect(verifyReceipt(withValue(receipt, path, undefined)).ok).toBe(false);
        expect(verifyReceipt(withValue(receipt, [...path.slice(0, -1), "extra"], "1")).ok).toBe(false);
      }
    });

    test("whoever renews the digest too can change words and references, but no amount and nothing it follows from", () => {
      for (const { path, value } of leavesOf(receipt).filter((leaf) =>
        decisive[name]?.test(leaf.path.join("/")),
      )) {
        for (const other of changesOf(value)) {
          const forged = withNewDigest(withValue(receipt, path, other));
          expect(verifyReceipt(forged).ok, `${path.join("/")}: ${String(other)}`).toBe(false);
        }
      }
    });
  });

  test("says in a sentence what does not hold, and where", () => {
    const changed = (path: string[], value: unknown) => verifyReceipt(withValue(commission, path, value));
    expect(changed(["result", "amount"], "530.30")).toEqual({
      ok: false,
      path: "/result/amount",
      reason: 'The receipt says "530.30" where its facts and rules give "430.30".',
    });
    expect(changed(["beneficiary", "name"], "Somebody")).toMatchObject({ path: "/beneficiary/name" });
    expect(changed(["vendor", "name"], "Somebody")).toEqual({
      ok: false,
      path: "/digest",
      reason:
        "The digest does not belong to this content: something was changed after the receipt was written.",
    });
    expect(changed(["facts", "win", "value"], "4876.001")).toMatchObject({ path: "/facts/win/value" });
    expect(changed(["facts", "tier", "level"], "Platinum")).toMatchObject({ path: "/facts" });
    expect(changed(["earning", "adjusts"], "earn_7")).toMatchObject({ path: "/earning/adjusts" });
    expect(changed(["plan", "rules", "payCredit", "0", "share"], "0.5")).toMatchObject({
      path: "/plan/rules/payCredit",
    });
  });

  test.each([null, 7, "receipt", [], {}, { format: "hanse-receipt/2" }])("%j is no receipt", (document) => {
    expect(verifyReceipt(document).ok).toBe(false);
  });

  test("text that no JSON file can hold is refused, not thrown", () => {
    expect(verifyReceipt(withValue(commission, ["vendor", "name"], "\ud800")).ok).toBe(false);
  });
});

interface Leaf {
  path: string[];
  value: unknown;
}

function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, below]) => leavesOf(below, [...path, name]));
}

/** Other values for a leaf: near ones of the same kind, and ones of other kinds. */
function changesOf(value: unknown): unknown[] {
  if (typeof value === "number") return [value + 1, -value - 1, String(value)];
  if (typeof value !== "string") return ["1", 0, false];
  const digit = value.replace(/\d/, (found) => String((Number(found) + 1) % 10));
  const last = value.replace(/\d(?=\D*$)/, (found) => String((Number(found) + 9) % 10));
  return [digit, last, `${value}0`, `${value} `, `-${value}`, "", null].filter((other) => other !== value);
}

function withValue(document: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const copy: unknown = Array.isArray(document) ? [...document] : { ...Object(document) };
  const below: unknown = Reflect.get(Object(document), name);
  const changed = withValue(below, rest, value);
  if (changed === undefined && !Array.isArray(copy)) Reflect.deleteProperty(Object(copy), name);
  else Reflect.set(Object(copy), name, changed);
  return copy;
}

function withNewDigest(document: unknown): unknown {
  const { digest: _old, ...rest } = Object(document);
  return { ...rest, digest: sha256(canonicalJson(rest)) };
}
