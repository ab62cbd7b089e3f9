import fc from "fast-check";
import { builtInKinds } from "#ecosystem/facts/contract.ts";
import { type LadderTwo, ladderErrors } from "#ecosystem/ladders/contract.ts";
import type { Given, NaiveFact, NaivePartner } from "./naive-tiers.ts";

/* Ladders as vendors may write them, and partners' histories that come near to what they ask for. */

/** The days of a history; reviews are looked at from its second year on. */
export const history = { from: "2023-01-01", played: "2024-01-01", until: "2026-07-01" };

const windows = fc.oneof(
  fc.constant({ kind: "previous-quarter" as const }),
  fc.constant({ kind: "previous-year" as const }),
  fc.constantFrom(1, 3, 12, 18).map((months) => ({ kind: "trailing-months" as const, months })),
);
const asOf = { kind: "as-of" as const };
const rateFrom = fc.constantFrom("2020-01-01", "2023-07-01", "2024-02-15", "2025-01-01");

const measures: fc.Arbitrary<LadderTwo["measures"]> = fc
  .record({
    won: windows,
    registrations: windows,
    score: windows,
    rates: fc.uniqueArray(
      fc.record({
        fact: fc.constantFrom("won_value", "assisted_value"),
        points: fc.constantFrom("3", "5", "0.5", "1"),
        per: fc.constantFrom("100.00", "3.00", "1"),
        currency: fc.constantFrom("USD", "EUR"),
        from: rateFrom,
      }),
      { minLength: 1, maxLength: 6, selector: ({ fact, currency, from }) => `${fact} ${currency} ${from}` },
    ),
    markets: fc.constantFrom<{ countries: string[]; times: string }[]>(
      [],
      [{ countries: ["IN"], times: "2" }],
      [
        { countries: ["BR"], times: "1.5" },
        { countries: ["IN", "MX"], times: "0" },
      ],
    ),
  })
  .map(({ won, registrations, score, rates, markets }) => [
    { key: "won", label: "Won", kind: "fact", fact: "won_value", window: won },
    {
      key: "approved",
      label: "Approved",
      kind: "fact",
      fact: "registrations_approved",
      window: registrations,
    },
    { key: "certified", label: "Certified", kind: "fact", fact: "certified_heads", window: asOf },
    { key: "satisfaction", label: "Satisfaction", kind: "fact", fact: "satisfaction", window: asOf },
    { key: "agreement", label: "Agreement", kind: "fact", fact: "agreement_signed", window: asOf },
    { key: "overdue", label: "Overdue", kind: "fact", fact: "overdue_balance", window: asOf },
    { key: "score", label: "Score", kind: "points", window: score, rates, markets },
  ]);

/** What a level asks for; each measure stands in it once. */
const requirements = fc
  .record({
    usd: fc.integer({ min: 1, max: 400 }),
    eur: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
    certified: fc.integer({ min: 1, max: 4 }),
    satisfaction: fc.constantFrom("1.5", "3", "4.25"),
    approved: fc.integer({ min: 1, max: 4 }),
    score: fc.integer({ min: 1, max: 20 }),
    shape: fc.nat(6),
  })
  .map(({ usd, eur, certified, satisfaction, approved, score, shape }) => {
    const won = `won >= ${usd}.00 USD${eur === null ? "" : ` or ${eur} EUR`}`;
    const shapes = [
      won,
      `all(${won}, certified >= ${certified})`,
      `any(${won}, all(approved >= ${approved}, satisfaction >= ${satisfaction}))`,
      `points(60, 40: ${won}, 30: certified >= ${certified}, 30: any(satisfaction >= ${satisfaction}, approved >= ${approved}))`,
      `score >= ${score}`,
      `all(score >= ${score}.5, any(certified >= ${certified}, ${won}), overdue <= 50 USD or 40 EUR)`,
      `all(approved >= ${approved}, overdue <= 0)`,
    ];
    return shapes[shape] ?? won;
  });

type Cadence = LadderTwo["reviews"]["everyMonths"];

/** Ladders that may be published. */
export const randomLadders: fc.Arbitrary<LadderTwo> = fc
  .record({
    measures,
    asked: fc.array(requirements, { minLength: 1, maxLength: 4 }),
    cadence: fc.constantFrom<[Cadence, Cadence]>([1, 1], [1, 3], [3, 3], [3, 6], [3, 12], [6, 6], [12, 12]),
    decidedAfterDays: fc.constantFrom(0, 0, 14, 45),
    inForceAfterDays: fc.constantFrom(0, 0, 1, 30),
    graceDays: fc.constantFrom(0, 30, 90, 200),
    minimumStayMonths: fc.constantFrom(0, 0, 3, 6, 7),
    goodStanding: fc.constantFrom<string[]>([], ["agreement >= 1"], ["agreement >= 1", "overdue <= 0"]),
  })
  .map(({ measures: some, asked, cadence, decidedAfterDays, inForceAfterDays, ...rest }): LadderTwo => {
    const [everyMonths, demoteEveryMonths] = cadence;
    return {
      format: "hanse-ladder/2",
      name: "random-tiers",
      label: "Random tiers",
      currency: "USD",
      base: "Base",
      measuredAt: "entity",
      warnDays: 30,
      reviews: { everyMonths, demoteEveryMonths, decidedAfterDays, inForceAfterDays },
      measures: some,
      levels: asked.map((requires, index) => ({ level: `L${index + 1}`, requires })),
      ...rest,
    };
  })
  .map(withoutIndistinct);

/** Levels that ask for no more than those below, or that nobody can reach, are left out, as their author would do. */
function withoutIndistinct(ladder: LadderTwo): LadderTwo {
  const levels: LadderTwo["levels"] = [];
  for (const level of ladder.levels) {
    if (ladderErrors({ ...ladder, levels: [...levels, level] }, { kinds: builtInKinds }).length === 0)
      levels.push(level);
  }
  return { ...ladder, levels };
}

const days: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 1270 })
  .map((count) => Temporal.PlainDate.from(history.from).add({ days: count }).toString());

const flows: fc.Arbitrary<NaiveFact> = fc.record({
  kind: fc.constantFrom("won_value", "won_value", "assisted_value"),
  currency: fc.constantFrom("USD", "USD", "EUR"),
  country: fc.constantFrom("IN", "BR", "DE", null),
  countsOn: days,
  ratedOn: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: days }),
  validUntil: fc.constant(null),
  amount: fc.integer({ min: -5_000, max: 20_000 }).map(inCents),
});
const registrations: fc.Arbitrary<NaiveFact> = fc.record({
  kind: fc.constant("registrations_approved"),
  currency: fc.constant(null),
  country: fc.constant(null),
  countsOn: days,
  ratedOn: fc.constant(null),
  validUntil: fc.constant(null),
  amount: fc.constantFrom("1", "1", "1", "-1"),
});
const holdsFor = fc.option(fc.integer({ min: 1, max: 400 }), { nil: null });
const stocks: fc.Arbitrary<NaiveFact> = fc
  .record({
    what: fc.constantFrom(
      ["certified_heads", null, ["0", "1", "2", "3", "4"]] as const,
      ["satisfaction", null, ["1", "2.5", "3", "4.25", "5"]] as const,
      ["agreement_signed", null, ["1", "1", "1", "0"]] as const,
      ["overdue_balance", "USD", ["0", "0.01", "49.99", "50"]] as const,
      ["overdue_balance", "EUR", ["0", "0", "40", "41"]] as const,
    ),
    value: fc.nat(59),
    countsOn: days,
    holdsFor,
  })
  .map(({ what: [kind, currency, values], value, countsOn, holdsFor: length }) => ({
    kind,
    currency,
    country: null,
    countsOn,
    ratedOn: null,
    validUntil: length === null ? null : Temporal.PlainDate.from(countsOn).add({ days: length }).toString(),
    amount: values[value % values.length] ?? "0",
  }));

function inCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Days on which something given begins or ends are often the first of a month, as reviews are. */
const turns: fc.Arbitrary<string> = fc.oneof(
  days,
  fc
    .integer({ min: 0, max: 41 })
    .map((months) => Temporal.PlainDate.from(history.from).add({ months }).toString()),
);

const given = (levels: readonly string[]): fc.Arbitrary<Given[]> =>
  fc
    .record({
      level: fc.constantFrom(...levels),
      days: fc.uniqueArray(turns, { minLength: 2, maxLength: 2 }),
    })
    .map(({ level, days: [a = "", b = ""] }) => ({ level, from: a < b ? a : b, until: a < b ? b : a }))
    .chain((one) => fc.constantFrom([], [one]));

/** A partner's history under a ladder. */
export function randomPartners(ladder: LadderTwo): fc.Arbitrary<NaivePartner> {
  const levels = [ladder.base, ...ladder.levels.map(({ level }) => level)];
  return fc.record({
    facts: fc.array(
      fc.oneof({ weight: 3, arbitrary: flows }, registrations, { weight: 2, arbitrary: stocks }),
      {
        maxLength: 40,
      },
    ),
    exceptions: given(levels),
    floors: given(levels),
  });
}
