import { readFileSync, writeFileSync } from "node:fs";
import { readPipeline, readProducts, readTeams, rowOf } from "./export.ts";
import { type Earning, naiveEarnings } from "./naive-plan.ts";

export type Totals = { wins: number; commission: number; override: number };
/** Amounts in cents; months are the export's own, not shifted. */
export type ExpectedTotals = {
  currency: "USD";
  unit: "cents";
  total: Totals;
  months: Record<string, Totals & { masters: Record<string, Totals> }>;
};

const file = new URL("expected.json", import.meta.url);

/** The plan over the real export, added up by month and by month and master agent. */
export function computeTotals(): ExpectedTotals {
  const teams = readTeams();
  const earnings = naiveEarnings(readPipeline().map(rowOf), teams, readProducts());
  const masters = [...new Set(teams.map((team) => team.master))].sort();
  const belowOf = (master: string) =>
    new Set(teams.filter((team) => team.master === master).map((team) => team.agent));
  const months = [...new Set(earnings.map((line) => line.month))].sort().map((month) => {
    const lines = earnings.filter((line) => line.month === month);
    const perMaster = masters.map((master) => {
      const agents = belowOf(master);
      return [
        master,
        add(lines.filter((line) => line.partner === master || agents.has(line.partner))),
      ] as const;
    });
    return [month, { ...add(lines), masters: Object.fromEntries(perMaster) }] as const;
  });
  return { currency: "USD", unit: "cents", total: add(earnings), months: Object.fromEntries(months) };
}

/** The committed table. */
export function readTotals(): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function add(lines: readonly Earning[]): Totals {
  const sum = (component: Earning["component"]) =>
    Number(lines.reduce((cents, line) => cents + (line.component === component ? line.cents : 0n), 0n));
  const wins = new Set(lines.map((line) => line.opportunityId)).size;
  return { wins, commission: sum("commission"), override: sum("override") };
}

if (import.meta.main) writeFileSync(file, `${JSON.stringify(computeTotals(), undefined, 2)}\n`);
