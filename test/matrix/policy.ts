import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { partnerRoles, type Role, vendorRoles } from "#ecosystem/people/roles.ts";
import type { Route } from "#platform/http/route.ts";

/**
 * How far a role's right reaches: everything of its vendor, what is its own, its own and its downline's, or nothing.
 * The table is written and reviewed by people, not made from the code: see test/policy.csv.
 */
export type Extent = "all" | "own" | "down" | "no";

const roles = [...vendorRoles, ...partnerRoles];
const extents: readonly string[] = ["all", "own", "down", "no"] satisfies Extent[];

/** The reviewed table: per act, or per route that is open to any member or to anybody, the extent of each role. */
export const policyTable: ReadonlyMap<string, ReadonlyMap<Role, Extent>> = read();

function read(): Map<string, Map<Role, Extent>> {
  const text = readFileSync(new URL("../policy.csv", import.meta.url), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const table = new Map<string, Map<Role, Extent>>();
  for (const line of data) {
    const act = line.act ?? "";
    if (act === "" || table.has(act))
      throw new Error(`policy.csv names the act "${act}" twice or not at all.`);
    table.set(act, new Map(roles.map((role) => [role, extentOf(act, role, line[role])])));
  }
  return table;
}

function extentOf(act: string, role: Role, word: string | undefined): Extent {
  if (!isExtent(word)) throw new Error(`policy.csv does not say what ${role} may do of ${act}.`);
  return word;
}

function isExtent(word: string | undefined): word is Extent {
  return word !== undefined && extents.includes(word);
}

/** The line of the table that governs a route. */
export function actOf(route: Route): string {
  if (route.access.kind === "act") return route.access.act;
  const access = route.access.kind === "member" ? "any-member" : "open";
  return `${access} ${route.endpoint.method} ${route.endpoint.path}`;
}
