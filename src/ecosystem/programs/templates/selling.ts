import { benefit, given, ladder, mainTrack, paysInTime, program, type Template } from "./parts.ts";

/* Who sells and serves: resellers, service providers, integrators. */

export function reseller(currency: string): Template {
  const levels = ["Registered", "Silver", "Gold", "Platinum"] as const;
  const [, silver, gold, platinum] = levels;
  return {
    key: "reseller-var",
    type: "reseller",
    document: program(
      "reseller",
      "Reseller program",
      "For companies that sell to their own customers, under their own contracts.",
      {
        ladder: ladder("reseller-tiers", "Reseller tiers", currency, {
          base: levels[0],
          measures: ["won", "registered", "certified"],
          goodStanding: [paysInTime],
          levels: [
            [silver, `all(won >= 50000 ${currency}, certified >= 1)`],
            [gold, `all(won >= 150000 ${currency}, certified >= 2, registered >= 5)`],
            [platinum, `all(won >= 450000 ${currency}, certified >= 5, registered >= 15)`],
          ],
        }),
        benefits: [
          benefit("discount", "Discount on list price", "discount", "percent", {
            [levels[0]]: "5",
            [silver]: "12",
            [gold]: "18",
            [platinum]: "25",
          }),
          benefit(
            "marketing-funds",
            "Marketing funds, of won value",
            "fund-share",
            "percent",
            { [silver]: "1", [gold]: "2", [platinum]: "3" },
            { period: "quarter" },
          ),
          benefit(
            "demo-licences",
            "Demo licences",
            "demo-licences",
            "count",
            { [levels[0]]: "1", [silver]: "3", [gold]: "10", [platinum]: "25" },
            { period: "year", onRequest: true, validDays: 365 },
          ),
          given("leads", "Leads passed on first", "lead-priority", [gold, platinum]),
          benefit("support", "Support", "support-level", "text", {
            [levels[0]]: "Portal",
            [silver]: "Business hours",
            [gold]: "Business hours, four-hour answer",
            [platinum]: "Around the clock",
          }),
          given("badge", "Badge for website and tenders", "badge", [silver, gold, platinum]),
        ],
        tracks: [
          mainTrack("Resellers", {
            agreements: ["Reseller agreement"],
            content: ["Sales kit", "Price list"],
            tiers: { [gold]: { protectionDays: 120 }, [platinum]: { protectionDays: 180 } },
          }),
        ],
      },
    ),
  };
}

export function msp(currency: string): Template {
  const [base, advanced, premier] = ["Member", "Advanced", "Premier"] as const;
  return {
    key: "msp",
    type: "msp",
    document: program(
      "msp",
      "Managed services program",
      "For providers that run the product for their customers, month by month.",
      {
        ladder: ladder("msp-tiers", "Managed services tiers", currency, {
          base,
          measures: ["managed", "certified", "satisfaction", "audit"],
          goodStanding: [paysInTime],
          levels: [
            [
              advanced,
              `all(managed >= 100000 ${currency}, certified >= 3, any(satisfaction >= 4, audit >= 1))`,
            ],
            [premier, `all(managed >= 300000 ${currency}, certified >= 8, satisfaction >= 4.5, audit >= 1)`],
          ],
        }),
        benefits: [
          benefit("rate", "Discount on monthly rates", "discount", "percent", {
            [base]: "10",
            [advanced]: "20",
            [premier]: "30",
          }),
          benefit(
            "sandbox",
            "Multi-tenant sandbox",
            "sandbox",
            "count",
            { [base]: "1", [advanced]: "3", [premier]: "10" },
            { period: "year", onRequest: true, validDays: 365 },
          ),
          benefit("support", "Support", "support-level", "text", {
            [base]: "Business hours",
            [advanced]: "Four-hour answer",
            [premier]: "Named engineer, around the clock",
          }),
          benefit(
            "marketing-funds",
            "Marketing funds",
            "fund-share",
            "money",
            { [advanced]: "5000", [premier]: "20000" },
            { currency, period: "year", onRequest: true, validDays: 180 },
          ),
          given("roadmap", "Roadmap briefings", "roadmap-access", [advanced, premier]),
          given("badge", "Managed services badge", "badge", [advanced, premier]),
        ],
        tracks: [
          mainTrack("Service providers", {
            agreements: ["Managed services agreement", "Data processing agreement"],
            content: ["Operations handbook", "Service description"],
          }),
        ],
      },
    ),
  };
}

export function integrator(currency: string): Template {
  const [base, specialist, strategic] = ["Registered", "Specialist", "Strategic"] as const;
  return {
    key: "systems-integrator",
    type: "integrator",
    document: program(
      "integrator",
      "Integrator program",
      "For consultancies and systems integrators, who help to win and who deliver.",
      {
        ladder: ladder("integrator-tiers", "Integrator tiers", currency, {
          base,
          measures: ["won", "assisted", "certified", "references", "satisfaction"],
          goodStanding: [paysInTime],
          levels: [
            [
              specialist,
              `all(any(won >= 100000 ${currency}, assisted >= 300000 ${currency}), points(60, 40: certified >= 5, 30: references >= 2, 30: satisfaction >= 4))`,
            ],
            [
              strategic,
              `all(any(won >= 300000 ${currency}, assisted >= 900000 ${currency}), certified >= 12, references >= 5, satisfaction >= 4.5)`,
            ],
          ],
        }),
        benefits: [
          benefit("referral", "Share of assisted deals", "other", "percent", {
            [base]: "2",
            [specialist]: "4",
            [strategic]: "6",
          }),
          benefit(
            "sandbox",
            "Sandboxes for proofs of concept",
            "sandbox",
            "count",
            { [base]: "1", [specialist]: "5", [strategic]: "20" },
            { period: "year", onRequest: true, validDays: 90 },
          ),
          given("leads", "Service leads passed on first", "lead-priority", [specialist, strategic]),
          given("roadmap", "Roadmap under non-disclosure", "roadmap-access", [strategic]),
          benefit("support", "Support", "support-level", "text", {
            [base]: "Portal",
            [specialist]: "Business hours",
            [strategic]: "Architect on call",
          }),
          given("badge", "Integrator badge", "badge", [specialist, strategic]),
        ],
        tracks: [
          mainTrack("Integrators", {
            agreements: ["Services partner agreement"],
            content: ["Reference architectures", "Delivery method"],
            tiers: { [specialist]: { protectionDays: 120 }, [strategic]: { protectionDays: 180 } },
          }),
        ],
      },
    ),
  };
}

export function distributor(currency: string): Template {
  const [base, value, premier] = ["Authorized", "Value-added", "Premier"] as const;
  return {
    key: "distributor",
    type: "distributor",
    document: program(
      "distributor",
      "Distribution program",
      "For distributors, who supply and develop resellers of their own.",
      {
        ladder: ladder("distributor-tiers", "Distribution tiers", currency, {
          base,
          measures: ["won", "deals", "active", "certified", "cleared"],
          goodStanding: [paysInTime, "cleared >= 1"],
          levels: [
            [value, `all(won >= 2000000 ${currency}, deals >= 50, active >= 20, certified >= 5)`],
            [premier, `all(won >= 6000000 ${currency}, deals >= 150, active >= 60, certified >= 12)`],
          ],
          // Its resellers win the customers: by its own deals alone a distributor would have none.
          more: { measuredAt: "downline", graceDays: 360, minimumStayMonths: 12 },
        }),
        benefits: [
          benefit("discount", "Distribution discount", "discount", "percent", {
            [base]: "30",
            [value]: "35",
            [premier]: "40",
          }),
          benefit(
            "funds",
            "Development funds, of won value",
            "fund-share",
            "percent",
            { [base]: "1", [value]: "2", [premier]: "3" },
            { period: "quarter" },
          ),
          benefit(
            "demo",
            "Demo pool for resellers",
            "demo-licences",
            "count",
            { [base]: "20", [value]: "100", [premier]: "500" },
            { period: "year", onRequest: true, validDays: 365 },
          ),
          benefit("support", "Support", "support-level", "text", {
            [base]: "Second level",
            [value]: "Second level, four-hour answer",
            [premier]: "Named engineers",
          }),
          given("roadmap", "Quarterly roadmap review", "roadmap-access", [value, premier]),
        ],
        tracks: [
          mainTrack("Distributors", {
            agreements: ["Distribution agreement", "Code of conduct"],
            content: ["Price list for distribution", "Reseller kit"],
            tiers: { [value]: { protectionDays: 120 }, [premier]: { protectionDays: 180 } },
          }),
        ],
      },
    ),
  };
}
