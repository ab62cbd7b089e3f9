import fc from "fast-check";
import type { z } from "zod";
import type { Samples } from "../matrix/requests.ts";
import { type Place, placesOf, shapeOf } from "../matrix/shape.ts";

const texts = [
  "",
  " ",
  "0",
  "-1",
  "null",
  "undefined",
  "NaN",
  "true",
  "[object Object]",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e evil",
  "Łódź 👩‍👩‍👧 ﷽",
  "'; drop table partner; --",
  "%' or '1'='1",
  "\\",
  "%",
  "__proto__",
  "../../etc/passwd",
  "=cmd|' /C calc'!A0",
  "x".repeat(300),
  "9".repeat(60),
  "1e309",
  "0x10",
  "2026-02-30",
  "2026-13",
  "0000-00-00",
  "0000-01",
  "9999-12-31",
  "9999-12",
  "-000001-01-01",
  "2026-06-15T09:00:00Z",
  "999999999999999.9999",
  "-999999999999999",
  "99999999999999999999.99",
  "ZZZ",
  "eyJhIjoxfQ",
  "WyIyMDI2LTA2LTE1IiwiMSJd",
  "W10",
];
const others: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
];

/**
 * Part of a request: some of what the schema knows, each with a value that may be anything. Ids are real ones of any
 * kind now and then, so that nonsense also meets rows.
 */
export function nonsenseFor(schema: z.ZodType, samples: Samples): fc.Arbitrary<unknown> {
  const names = Object.keys(shapeOf(schema).properties ?? {});
  if (names.length === 0) return fc.constant({});
  const inner = new Map(names.map((name) => [name, placesOf(schema, name)]));
  const ids = [...samples.values()].flatMap((kind) => kind.slice(0, 2).map((one) => one.id));
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...texts) },
    { weight: 2, arbitrary: fc.constantFrom(...ids) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  );
  const member = fc.constantFrom(...names).chain((name) => {
    const places = inner.get(name) ?? [];
    const whole = value.map((one): [string, unknown] => [name, one]);
    if (places.length === 0) return whole;
    const part = fc
      .tuple(fc.constantFrom(...places), value)
      .map(([place, one]): [string, unknown] => [name, at(place, one)]);
    return fc.oneof(whole, part);
  });
  return fc.array(member, { maxLength: 3 }).map((members) => Object.fromEntries(members));
}

/** A value at a place within a member, with nothing beside it. */
function at(place: Place, value: unknown): unknown {
  return place.reduceRight<unknown>((held, step) => (step === 0 ? [held] : { [step]: held }), value);
}
