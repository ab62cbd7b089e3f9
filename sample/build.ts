import { readFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";

/** One row of the partner import: a master agent, or a sub-agent below one. */
export type PartnerRow = {
  name: string;
  type: "master agent" | "sub-agent";
  /** External id of the master agent above; empty for a master agent. */
  parent: string;
  territory: string;
  external_id: string;
};

type TeamRow = { sales_agent: string; manager: string; regional_office: string };

/**
 * The partners that a sales-team list describes: every manager first, in order of appearance, then every
 * agent. The export has no identifiers, so a partner's external id is its name.
 */
export function partnersOf(salesTeamsCsv: string): PartnerRow[] {
  const teams = Papa.parse<TeamRow>(salesTeamsCsv, { header: true, skipEmptyLines: true }).data;
  const territoryOfMaster = new Map(teams.map((team) => [team.manager, team.regional_office]));
  const masters = [...territoryOfMaster].map(([name, territory]) => masterAgent(name, territory));
  return [...masters, ...teams.map(subAgent)];
}

/** The partners as the CSV text of `partners.csv`, with a header and CRLF line ends like the export's files. */
export function partnersCsv(salesTeamsCsv: string): string {
  return `${Papa.unparse(partnersOf(salesTeamsCsv), { newline: "\r\n" })}\r\n`;
}

function masterAgent(name: string, territory: string): PartnerRow {
  return { name, type: "master agent", parent: "", territory, external_id: name };
}

function subAgent(team: TeamRow): PartnerRow {
  return {
    name: team.sales_agent,
    type: "sub-agent",
    parent: team.manager,
    territory: team.regional_office,
    external_id: team.sales_agent,
  };
}

if (import.meta.main) {
  const teams = readFileSync(new URL("crm/sales_teams.csv", import.meta.url), "utf8");
  writeFileSync(new URL("partners.csv", import.meta.url), partnersCsv(teams));
}
