import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bid, promotable, slotOf } from "./claims.ts";
import { type Claim, claimsOf, identifierKey, projectKey, stateAt } from "./deal.ts";

const claim = (key: string, more: Partial<Claim> = {}): Claim => ({
  kind: "domain",
  key,
  series: "GTX",
  country: "NO",
  project: "",
  role: "sells",
  ...more,
});
const bid = (registrationId: string, receivedNo: number, keys: readonly string[]): Bid => ({
  registrationId,
  series: "GTX",
  receivedNo: BigInt(receivedNo),
  claims: keys.map((key) => claim(key)),
});
const whoIsNext = (waiting: readonly Bid[], held: readonly Claim[] = []) =>
  promotable(waiting, held.map(slotOf)).map((one) => one.registrationId);

describe("who moves up", () => {
  test("the one that came first, whatever the order they are read in", () => {
    expect(whoIsNext([bid("late", 9, ["a"]), bid("early", 4, ["a"])])).toEqual(["early"]);
  });
  test("nobody, while it is held", () => {
    expect(whoIsNext([bid("one", 1, ["a"])], [claim("a")])).toEqual([]);
  });
  test("somebody later, where the earlier one waits for something else too", () => {
    expect(whoIsNext([bid("early", 1, ["a", "b"]), bid("late", 2, ["b"])], [claim("a")])).toEqual(["late"]);
  });
  test("everybody who asks for something else", () => {
    expect(whoIsNext([bid("one", 1, ["a"]), bid("two", 2, ["b"])])).toEqual(["one", "two"]);
  });
  test.each<[string, Partial<Claim>]>([
    ["series", { series: "MG" }],
    ["country", { country: "SE" }],
    ["project", { project: "phase 2" }],
    ["role", { role: "delivers" }],
    ["kind of key", { kind: "name" }],
  ])("those of another %s do not meet", (_what, more) => {
    const other = { ...bid("other", 2, []), claims: [claim("a", more)] };
    expect(whoIsNext([bid("one", 1, ["a"]), other])).toEqual(["one", "other"]);
  });
});

test("no two that hold share a place, and nobody waits who could hold", () => {
  const bids = fc.uniqueArray(
    fc.record({
      no: fc.integer({ min: 1, max: 100 }),
      keys: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
    }),
    { selector: (one) => one.no, maxLength: 12 },
  );
  fc.assert(
    fc.property(bids, (given) => {
      const waiting = given.map(({ no, keys }) => bid(String(no), no, keys));
      const next = promotable(waiting, []);
      const slots = next.flatMap((one) => one.claims.map(slotOf));
      expect(new Set(slots).size).toBe(slots.length);
      const rest = waiting.filter((one) => !next.includes(one));
      expect(promotable(rest, slots)).toEqual([]);
      const first = waiting.toSorted((a, b) => Number(a.receivedNo - b.receivedNo))[0];
      if (first) expect(next).toContain(first);
    }),
  );
});

test("a registration asks for every key in every series, once", () => {
  const claims = claimsOf({
    identities: [
      { kind: "domain", key: "halden.example" },
      { kind: "name", key: "halden" },
    ],
    series: ["MG", "GTX", "MG"],
    country: "NO",
    project: "  New   PLANT ",
    role: "sells",
  });
  expect(claims.map(({ series, kind }) => `${series} ${kind}`)).toEqual([
    "GTX domain",
    "GTX name",
    "MG domain",
    "MG name",
  ]);
  expect(new Set(claims.map((one) => one.project))).toEqual(new Set(["new plant"]));
});

test("words of people are compared as they are meant", () => {
  expect(projectKey(" Plant　Two ")).toBe(projectKey("plant two"));
  expect(identifierKey("ATU 123-456.78")).toBe(identifierKey("atu12345678"));
});

describe("protection is half-open", () => {
  const until = Temporal.Instant.from("2026-09-01T00:00:00Z");
  const at = (milliseconds: number) =>
    stateAt({ state: "approved", protectedUntil: until, questionDueAt: null }, until.add({ milliseconds }));
  test("to the millisecond", () => {
    expect([at(-1), at(0), at(1)]).toEqual(["approved", "expired", "expired"]);
  });
  test("and ends nothing but an approval", () => {
    expect(
      stateAt({ state: "closed", protectedUntil: until, questionDueAt: null }, until.add({ hours: 1 })),
    ).toBe("closed");
  });
});
