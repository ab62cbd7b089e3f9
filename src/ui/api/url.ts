import type { Endpoint } from "#platform/http/endpoint.ts";

export type QueryValue = string | number | boolean | null | undefined | readonly string[];
export type QueryValues = Readonly<Record<string, QueryValue>>;

const base = "/api/v1";

/** The address of an endpoint: parameters filled in, empty query values left out, lists repeated. */
export function urlOf(endpoint: Endpoint, params: object = {}, query: object = {}): string {
  const values = new Map<string, unknown>(Object.entries(params));
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined || value === null) throw new Error(`${endpoint.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = searchOf(query);
  return `${base}${path}${search ? `?${search}` : ""}`;
}

/** Query values as a search string without its question mark, in a stable order. */
export function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") search.append(name, String(one));
    }
  }
  return search.toString();
}
