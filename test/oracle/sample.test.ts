import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessMorning } from "#app/demo/days.ts";
import { stories } from "#app/demo/registrations.ts";
import { readDomain } from "#ecosystem/matching/domain.ts";
import { partnerTypes } from "#ecosystem/partner-types/contract.ts";
import { partnersCsv, partnersOf } from "../../sample/build.ts";
import { demoDeals } from "../../sample/demo-deals.ts";
import { freeCustomers } from "../../sample/free-customers.ts";
import { furtherPartners } from "../../sample/further-partners.ts";
import personas from "../../sample/personas.json" with { type: "json" };
import { providerStories } from "../../sample/service-providers.ts";
import { readExport, readPipeline, readTeams, rowOf } from "./export.ts";
import { quarterOf } from "./naive-plan.ts";
import { naiveStatementState } from "./naive-statement.ts";

const sample = (file: string) => readFileSync(new URL(`../../sample/${file}`, import.meta.url), "utf8");
const teams = readTeams();

describe("partners.csv", () => {
  const partners = partnersOf(sample("crm/sales_teams.csv"));

  test("is what sample/build.ts makes of the sales teams", () => {
    expect(sample("partners.csv")).toBe(partnersCsv(sample("crm/sales_teams.csv")));
  });

  test("holds six master agents, then 35 sub-agents, each below its manager and in its office", () => {
    expect(partners.map((partner) => partner.type)).toEqual([
      ...Array<string>(6).fill("master agent"),
      ...Array<string>(35).fill("sub-agent"),
    ]);
    expect(new Set(partners.map((partner) => partner.external_id)).size).toBe(41);
    const subAgents = partners.slice(6).map(({ name, parent, territory }) => [name, parent, territory]);
    const listed = readExport("sales_teams.csv").map((team) => Object.values(team));
    expect(subAgents).toEqual(listed);
  });

  test("a master agent's territory is that of every agent below it", () => {
    const territoryOf = new Map(partners.map((partner) => [partner.name, partner.territory]));
    for (const partner of partners.slice(6)) expect(territoryOf.get(partner.parent)).toBe(partner.territory);
  });
});

describe("personas.json", () => {
  const byRole = new Map(personas.map((persona) => [persona.role, persona]));
  const masterOf = (role: string) => teams.find((team) => team.agent === byRole.get(role)?.partner)?.master;

  test("names one person for each role, at a reserved domain", () => {
    expect(personas.map((persona) => persona.role)).toEqual([
      "vendor admin",
      "channel manager",
      "finance",
      "finance controller",
      "direct seller",
      "master agent",
      "sub-agent",
      "competing sub-agent",
      "service provider",
      "service provider in Arabic",
    ]);
    expect(new Set(personas.map((persona) => persona.email)).size).toBe(personas.length);
    for (const persona of personas) expect(persona.email).toMatch(/^[a-z]+\.[a-z]+@hanse\.example$/);
  });

  test("the master agent is the master of the sub-agent and not of the competing one", () => {
    expect(masterOf("sub-agent")).toBe(byRole.get("master agent")?.partner);
    expect(masterOf("competing sub-agent")).toBeDefined();
    expect(masterOf("competing sub-agent")).not.toBe(byRole.get("master agent")?.partner);
  });

  test("the vendor's people share no name with an agent", () => {
    const names = new Set(teams.flatMap((team) => [team.agent, team.master]));
    const vendorPeople = personas.filter((persona) => persona.partner === undefined);
    expect(vendorPeople.filter((persona) => names.has(persona.name))).toEqual([]);
  });
});

describe("the further partners", () => {
  test("are of every type that the export lacks, with a main location each and names of their own", () => {
    const types = new Set(furtherPartners.flatMap((one) => one.types));
    const ofExport = ["master-agent", "sub-agent"];
    expect(partnerTypes.filter((type) => !types.has(type))).toEqual(ofExport);
    expect(new Set(furtherPartners.map(({ name }) => name)).size).toBe(furtherPartners.length);
    for (const { locations } of furtherPartners) expect(locations.length).toBeGreaterThan(0);
    const countries = new Set(
      furtherPartners.flatMap(({ locations }) => locations.map(({ country }) => country)),
    );
    expect(countries.size).toBeGreaterThan(12);
    for (const { name } of providerStories)
      expect(furtherPartners.find((one) => one.name === name)?.types).toContain("msp");
  });
});

describe("the demo's own deals", () => {
  const anyDay = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const onAnyDay = (check: (today: string) => void) =>
    fc.assert(
      fc.property(anyDay, (today) => check(today)),
      {
        examples: [
          ["2026-07-01"],
          ["2026-07-02"],
          ["2026-09-30"],
          ["2024-02-29"],
          ["2024-03-31"],
          ["2025-01-01"],
        ],
      },
    );

  test("lie within today's quarter and never after today, engaged before they close", () => {
    onAnyDay((today) => {
      for (const deal of demoDeals(today)) {
        for (const day of [deal.engage_date, deal.close_date].filter((each) => each !== "")) {
          expect(quarterOf(day)).toBe(quarterOf(today));
          expect(day <= today).toBe(true);
        }
        if (deal.close_date !== "") expect(deal.engage_date <= deal.close_date).toBe(true);
      }
    });
  });

  test("fill the columns of their stage as the export does", () => {
    for (const deal of demoDeals("2026-08-20")) {
      const filled = [deal.engage_date !== "", deal.close_date !== "", deal.close_value];
      const expected = {
        Won: [true, true, expect.stringMatching(/^[1-9]\d*$/)],
        Lost: [true, true, "0"],
        Engaging: [true, false, ""],
        Prospecting: [false, false, ""],
      }[deal.deal_stage];
      expect(filled).toEqual(expected);
    }
  });

  test("are twelve, marked, in every stage, with products, accounts and agents of the export", () => {
    const deals = demoDeals("2026-08-20");
    const known = (file: string, column: string) => new Set(readExport(file).map((line) => line[column]));
    expect(new Set(deals.map((deal) => deal.opportunity_id)).size).toBe(12);
    expect(deals.every((deal) => deal.opportunity_id.startsWith("DEMO-") && deal.origin === "demo")).toBe(
      true,
    );
    expect(new Set(deals.map((deal) => deal.deal_stage)).size).toBe(4);
    expect(deals.filter((deal) => !known("products.csv", "product").has(deal.product))).toEqual([]);
    expect(deals.filter((deal) => !known("accounts.csv", "account").has(deal.account))).toEqual([]);
    const owners = deals.map((deal) => deal.sales_agent).filter((owner) => owner !== "");
    expect(owners.filter((owner) => !teams.some((team) => team.agent === owner))).toEqual([]);
    const taken = new Set(readPipeline().map((line) => line.opportunity_id));
    expect(deals.filter((deal) => taken.has(deal.opportunity_id))).toEqual([]);
  });

  test("belong to the personas' partners and, three of them, to the direct seller alone", () => {
    const deals = demoDeals("2026-08-20");
    const countOf = (owner: string) => deals.filter((deal) => deal.sales_agent === owner).length;
    expect([countOf("Darcel Schlecht"), countOf("Vicki Laflamme"), countOf("Gladys Colclough")]).toEqual([
      5, 3, 1,
    ]);
    const seller = personas.find((persona) => persona.role === "direct seller")?.email;
    const direct = deals.filter((deal) => deal.sales_agent === "");
    expect(direct.map((deal) => deal.seller)).toEqual([seller, seller, seller]);
  });

  test("on any day a win of theirs is held or still to come", () => {
    onAnyDay((today) => {
      const wins = demoDeals(today)
        .map(rowOf)
        .filter((deal) => deal.stage === "Won" && deal.agent !== "");
      expect(naiveStatementState(wins, today).some((win) => win.state === "held")).toBe(true);
    });
  });

  test("the one that closes with the last month is never paid, so it can be reversed before payment", () => {
    onAnyDay((today) => {
      const [win] = naiveStatementState(
        demoDeals(today)
          .filter((deal) => deal.opportunity_id === "DEMO-0002")
          .map(rowOf),
        today,
      );
      expect(win?.state).not.toBe("paid");
    });
  });
});

describe("the customers that nobody has", () => {
  test("are three, and neither the export, nor the demo's own deals, nor its registrations name one", () => {
    const taken = [
      ...readExport("accounts.csv").map(({ account }) => account),
      ...readPipeline().map(({ account }) => account),
      ...demoDeals("2026-08-20").map(({ account }) => account),
      ...stories.map(({ customer }) => customer),
    ].map((name) => name?.toLowerCase());
    expect(freeCustomers).toHaveLength(3);
    for (const { name, website } of freeCustomers) {
      expect(taken).not.toContain(name.toLowerCase());
      // A registration takes it: it names one company.
      expect(readDomain(website)).toEqual({ names: "company", domain: website });
    }
  });
});

describe("the demo's business days", () => {
  const week = [...Array(7).keys()].map((n) => Temporal.PlainDate.from("2026-11-16").add({ days: n }));

  test("are Monday to Friday; what a weekend would bring stays in its order", () => {
    const mornings = week.map((day) => businessMorning(day));
    const days = mornings.map((at) => at.toZonedDateTimeISO("UTC").dayOfWeek);
    expect(days).toEqual([1, 2, 3, 4, 5, 5, 5]);
    expect(mornings.map(String)).toEqual(mornings.map(String).toSorted());
    expect(new Set(mornings.map(String)).size).toBe(7);
  });
});
