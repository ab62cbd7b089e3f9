import type { LadderTwo, MeasurableKind } from "./contract.ts";

/** Kinds of facts for tests of rules, as the features that own them describe them. */
export const kinds: readonly MeasurableKind[] = [
  { key: "won_value", label: "Won value", unit: "money", counts: "sum" },
  { key: "assisted_value", label: "Assisted value", unit: "money", counts: "sum" },
  { key: "registrations_approved", label: "Approved registrations", unit: "number", counts: "sum" },
  { key: "certified_heads", label: "Certified people", unit: "number", counts: "latest" },
  { key: "satisfaction", label: "Satisfaction", unit: "number", counts: "latest" },
  { key: "agreement_signed", label: "Agreement signed", unit: "number", counts: "latest" },
  { key: "overdue_balance", label: "Overdue balance", unit: "money", counts: "latest" },
];

/** A ladder that uses most of what the second format can say. */
export const serviceLadder: LadderTwo = {
  format: "hanse-ladder/2",
  name: "service-tiers",
  label: "Service tiers",
  currency: "USD",
  base: "Registered",
  measuredAt: "entity",
  reviews: { everyMonths: 3, demoteEveryMonths: 6, decidedAfterDays: 14, inForceAfterDays: 0 },
  graceDays: 90,
  warnDays: 30,
  minimumStayMonths: 6,
  measures: [
    {
      key: "won",
      label: "Won value",
      kind: "fact",
      fact: "won_value",
      window: { kind: "trailing-months", months: 12 },
    },
    {
      key: "certified",
      label: "Certified people",
      kind: "fact",
      fact: "certified_heads",
      window: { kind: "as-of" },
    },
    {
      key: "satisfaction",
      label: "Satisfaction",
      kind: "fact",
      fact: "satisfaction",
      window: { kind: "as-of" },
    },
    {
      key: "agreement",
      label: "Agreement signed",
      kind: "fact",
      fact: "agreement_signed",
      window: { kind: "as-of" },
    },
    {
      key: "overdue",
      label: "Overdue balance",
      kind: "fact",
      fact: "overdue_balance",
      window: { kind: "as-of" },
    },
    {
      key: "score",
      label: "Points",
      kind: "points",
      window: { kind: "trailing-months", months: 12 },
      rates: [
        { fact: "won_value", points: "3", per: "100.00", currency: "USD", from: "2020-01-01" },
        { fact: "won_value", points: "5", per: "100.00", currency: "USD", from: "2022-01-01" },
        { fact: "assisted_value", points: "3", per: "100.00", currency: "USD", from: "2020-01-01" },
      ],
      markets: [{ countries: ["IN", "BR"], times: "2" }],
    },
  ],
  goodStanding: ["agreement >= 1", "overdue <= 0"],
  levels: [
    { level: "Silver", requires: "won >= 20000.00 USD or 18000.00 EUR" },
    {
      level: "Gold",
      requires: "all(won >= 60000.00 USD or 55000.00 EUR, any(certified >= 2, satisfaction >= 4.5))",
    },
    {
      level: "Platinum",
      requires: "all(score >= 5000, won >= 60000.00 USD or 55000.00 EUR, certified >= 4)",
    },
  ],
};
