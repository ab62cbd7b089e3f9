/** Search params as plain text values: what the address says is what the page gets. */
export type SearchValues = Record<string, string>;

export function splitHref(href: string): { path: string; search: SearchValues } {
  const [path = "/", search = ""] = href.split("?");
  return { path, search: parseSearch(search) };
}

/** Reads a search string; of a name that is given twice, the last holds. */
export function parseSearch(search: string): SearchValues {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes a search string with its question mark; empty values are left out. */
export function stringifySearch(values: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
