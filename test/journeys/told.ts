import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the set-up tells the journeys, which run in a process of their own. */
export interface Told {
  /** A folder for this run alone. */
  folder: string;
  /** Address of the demo. */
  demo: string;
  /** Address of the installation in which nobody is yet, and the token that its console told. */
  empty: string;
  setupToken: string;
}

export interface Persona {
  role: string;
  email: string;
  password: string;
  apiKey: string;
  partnerId?: string;
}

const variable = "HANSE_JOURNEYS";

export function tellJourneys(told: Told): void {
  process.env[variable] = JSON.stringify(told);
}

export function told(): Told {
  return JSON.parse(process.env[variable] ?? "{}");
}

/** Whom a visitor of the demo can be, as its `demo.json` says. */
export function persona(role: string): Persona {
  const { personas }: { personas: Persona[] } = JSON.parse(
    readFileSync(join(told().folder, "demo", "demo.json"), "utf8"),
  );
  const found = personas.find((one) => one.role === role);
  if (found === undefined) throw new Error(`The demo has no ${role}.`);
  return found;
}
