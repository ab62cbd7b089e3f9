import { benefit, given, ladder, mainTrack, program, type Template, track, within } from "./parts.ts";

/* Who brings, connects and recommends: agents, alliances, affiliates, consultants, advisors. */

export function masterAgent(currency: string): Template {
  const [base, preferred, premier, elite] = ["Agent", "Preferred", "Premier", "Elite"] as const;
  const protection = { [premier]: { protectionDays: 120 }, [elite]: { protectionDays: 150 } };
  // What rewards bringing in and leading others is for masters alone.
  const ofAgents = ["commission", "leads", "demo", "support"];
  return {
    key: "master-agent",
    type: "master-agent",
    document: program(
      "master-agent",
      "Agent program",
      "For master agents with their sub-agents, and for agents on their own: they bring, you contract.",
      {
        criteria: { types: ["master-agent", "sub-agent", "direct-agent"], regions: [] },
        ladder: ladder("agent-program-tiers", "Agent tiers", currency, {
          base,
          measures: ["won", "deals", "registered"],
          levels: [
            [preferred, `any(won >= 100000 ${currency}, all(deals >= 6, registered >= 12))`],
            [premier, `all(won >= 300000 ${currency}, deals >= 12)`],
            [elite, `all(won >= 900000 ${currency}, deals >= 30)`],
          ],
          more: {
            // A master has what its sub-agents bring; who has nobody below is measured by its own.
            measuredAt: "downline",
            reviews: { everyMonths: 3, demoteEveryMonths: 6, decidedAfterDays: 7, inForceAfterDays: 7 },
            graceDays: 90,
          },
        }),
        benefits: [
          benefit("commission", "Addition to the commission", "other", "percent", {
            [preferred]: "1",
            [premier]: "2",
            [elite]: "3",
          }),
          benefit("leading", "Share of what sub-agents bring", "other", "percent", {
            [base]: "1",
            [preferred]: "2",
            [premier]: "3",
            [elite]: "4",
          }),
          benefit(
            "recruiting",
            "Allowance for recruiting and training sub-agents",
            "other",
            "money",
            { [preferred]: "2500", [premier]: "7500", [elite]: "20000" },
            { currency, period: "year", onRequest: true, validDays: 365 },
          ),
          given("leads", "Leads passed on first", "lead-priority", [preferred, premier, elite]),
          benefit(
            "demo",
            "Demo licences",
            "demo-licences",
            "count",
            { [base]: "1", [preferred]: "2", [premier]: "3", [elite]: "5" },
            { period: "year", onRequest: true, validDays: 365 },
          ),
          benefit("support", "Deal desk", "support-level", "text", {
            [base]: "Next business day",
            [preferred]: "Same day",
            [premier]: "Same day, by phone",
            [elite]: "Named desk",
          }),
        ],
        tracks: [
          mainTrack("Agents", {
            agreements: ["Agent agreement"],
            content: ["Sales kit"],
            tiers: within(ofAgents, [base, preferred, premier, elite], protection),
          }),
          track("masters", "Master agents", {
            types: ["master-agent"],
            agreements: [
              { kind: "agreement", name: "Master agent agreement" },
              { kind: "agreement", name: "Sub-agent terms" },
            ],
            content: [
              { kind: "content", name: "Sales kit" },
              { kind: "content", name: "Recruiting kit for sub-agents" },
            ],
            tiers: protection,
          }),
          track("sub-agents", "Sub-agents", {
            types: ["sub-agent"],
            agreements: [{ kind: "agreement", name: "Sub-agent terms" }],
            content: [{ kind: "content", name: "Sales kit" }],
            tiers: within(["commission", "leads", "support"], [base, preferred, premier, elite], protection),
          }),
        ],
      },
    ),
  };
}

export function alliance(currency: string): Template {
  const [base, build, co] = ["Listed", "Validated", "Co-sell"] as const;
  return {
    key: "technology-alliance",
    type: "technology-alliance",
    document: program(
      "technology-alliance",
      "Technology alliance program",
      "For software makers whose product works with yours.",
      {
        ladder: ladder("alliance-tiers", "Alliance tiers", currency, {
          base,
          measures: ["audit", "references", "assisted"],
          levels: [
            [build, "all(audit >= 1, references >= 1)"],
            [co, `all(audit >= 1, references >= 3, assisted >= 250000 ${currency})`],
          ],
        }),
        benefits: [
          benefit(
            "sandbox",
            "Developer sandboxes",
            "sandbox",
            "count",
            { [base]: "2", [build]: "5", [co]: "20" },
            { period: "year", onRequest: true, validDays: 365 },
          ),
          given("roadmap", "Interface roadmap", "roadmap-access", [build, co]),
          given("badge", "Validated integration badge", "badge", [build, co]),
          given("leads", "Introductions to shared customers", "lead-priority", [co]),
          benefit(
            "funds",
            "Joint marketing",
            "fund-share",
            "money",
            { [co]: "10000" },
            { currency, period: "year", onRequest: true, validDays: 180 },
          ),
          benefit("support", "Engineering support", "support-level", "text", {
            [base]: "Forum",
            [build]: "Business hours",
            [co]: "Named engineer",
          }),
        ],
        tracks: [
          mainTrack("Alliances", {
            agreements: ["Technology partner agreement", "Non-disclosure agreement"],
            content: ["Interface documentation", "Validation checklist"],
          }),
        ],
      },
    ),
  };
}

export function affiliate(currency: string): Template {
  const [base, plus, pro] = ["Starter", "Plus", "Pro"] as const;
  return {
    key: "affiliate",
    type: "affiliate",
    document: program(
      "affiliate",
      "Affiliate program",
      "For whoever refers customers by a link or a name, and leaves the selling to you.",
      {
        criteria: { types: ["affiliate", "referral"], regions: [] },
        acknowledge: false,
        noticeDays: 30,
        ladder: ladder("affiliate-tiers", "Affiliate tiers", currency, {
          base,
          measures: ["deals", "won"],
          levels: [
            [plus, `any(deals >= 5, won >= 10000 ${currency})`],
            [pro, `all(deals >= 15, won >= 30000 ${currency})`],
          ],
          more: {
            reviews: { everyMonths: 1, demoteEveryMonths: 3, decidedAfterDays: 3, inForceAfterDays: 0 },
            graceDays: 0,
            warnDays: 14,
            minimumStayMonths: 3,
          },
        }),
        benefits: [
          benefit("share", "Share of the first year", "other", "percent", {
            [base]: "10",
            [plus]: "15",
            [pro]: "20",
          }),
          given("landing", "Landing page with your name", "other", [plus, pro]),
          benefit("support", "Answers", "support-level", "text", {
            [base]: "Within three days",
            [plus]: "Next business day",
            [pro]: "Same day",
          }),
          given("badge", "Partner badge", "badge", [plus, pro]),
        ],
        tracks: [
          mainTrack("Affiliates", { agreements: ["Affiliate terms"], content: ["Banners and texts"] }),
        ],
      },
    ),
  };
}

export function influencer(currency: string): Template {
  const [base, trusted, ambassador] = ["Listed", "Trusted voice", "Ambassador"] as const;
  return {
    key: "influencer",
    type: "influencer",
    document: program(
      "influencer",
      "Influencer program",
      "For consultants, analysts and authors, whose word helps to decide and who do not sell.",
      {
        ladder: ladder("influencer-tiers", "Influencer tiers", currency, {
          base,
          measures: ["assisted", "references", "certified"],
          levels: [
            [trusted, `any(assisted >= 100000 ${currency}, all(references >= 2, certified >= 1))`],
            [ambassador, `all(assisted >= 300000 ${currency}, references >= 4, certified >= 1)`],
          ],
          more: {
            reviews: { everyMonths: 6, demoteEveryMonths: 12, decidedAfterDays: 14, inForceAfterDays: 14 },
            minimumStayMonths: 12,
          },
        }),
        benefits: [
          benefit(
            "demo",
            "Licences to try and show",
            "demo-licences",
            "count",
            { [base]: "1", [trusted]: "3", [ambassador]: "10" },
            { period: "year", onRequest: true, validDays: 365 },
          ),
          given("roadmap", "Briefings before releases", "roadmap-access", [trusted, ambassador]),
          benefit(
            "fee",
            "Speaker's fees",
            "other",
            "money",
            { [trusted]: "1500", [ambassador]: "5000" },
            { currency, period: "year", onRequest: true, validDays: 365 },
          ),
          given("badge", "Named in our list of experts", "badge", [base, trusted, ambassador]),
        ],
        tracks: [
          mainTrack("Influencers", {
            agreements: ["Disclosure terms"],
            content: ["Facts and figures", "Picture library"],
          }),
        ],
      },
    ),
  };
}

export function advisor(currency: string): Template {
  const [base, approved, accredited, preferred] = [
    "In review",
    "Approved",
    "Accredited",
    "Preferred",
  ] as const;
  return {
    key: "advisor",
    type: "advisor",
    document: program(
      "advisor",
      "Advisor program",
      "For broker-dealers and advisors under supervision: due diligence first, and content that is released to them alone.",
      {
        noticeDays: 90,
        ladder: ladder("advisor-tiers", "Advisor tiers", currency, {
          base,
          measures: ["cleared", "certificates", "audit", "managed"],
          goodStanding: ["cleared >= 1"],
          levels: [
            // Before it is cleared an advisor is in the program, and is given nothing that is restricted.
            [approved, "cleared >= 1"],
            [accredited, "all(cleared >= 1, certificates >= 1, audit >= 1)"],
            [preferred, `all(cleared >= 1, certificates >= 3, audit >= 1, managed >= 1000000 ${currency})`],
          ],
          more: {
            reviews: { everyMonths: 1, demoteEveryMonths: 12, decidedAfterDays: 3, inForceAfterDays: 0 },
            graceDays: 90,
            minimumStayMonths: 12,
          },
        }),
        benefits: [
          given(
            "restricted",
            "Restricted factsheets and disclosure texts",
            "other",
            [approved, accredited, preferred],
            {
              description:
                "For advisors that are cleared, and for their clients alone where the law says so.",
            },
          ),
          given("research", "Research that is released to advisors", "other", [accredited, preferred], {
            onRequest: true,
            validDays: 365,
          }),
          benefit("support", "Compliance desk", "support-level", "text", {
            [base]: "Next business day",
            [approved]: "Next business day",
            [accredited]: "Same day",
            [preferred]: "Named officer",
          }),
          given("roadmap", "Briefings on products to come", "roadmap-access", [preferred]),
          given("badge", "Accreditation mark", "badge", [accredited, preferred]),
        ],
        tracks: [
          mainTrack("Advisors", {
            agreements: [
              "Advisor agreement",
              "Confidentiality agreement",
              "Anti-money-laundering declaration",
            ],
            content: ["Approved factsheets (restricted)", "Disclosure texts (restricted)"],
          }),
        ],
      },
    ),
  };
}
