import { isCountry } from "#platform/countries.ts";

/** Endings of countries that anybody in the world takes for the look of it. */
const worldwide: ReadonlySet<string> = new Set([
  "AI",
  "CC",
  "CO",
  "FM",
  "GG",
  "IO",
  "LY",
  "ME",
  "SH",
  "TO",
  "TV",
  "WS",
]);

/** The country that the ending of a site's address names; null where it names none. */
export function countryOfSite(typed: string): string | null {
  const host = typed
    .trim()
    .replace(/^[a-z]+:\/\//i, "")
    .split(/[/?#:]/)[0];
  const ending = /\.([a-z]{2})$/i.exec(host ?? "")?.[1]?.toUpperCase();
  if (ending === undefined || worldwide.has(ending)) return null;
  if (ending === "UK") return "GB";
  return isCountry(ending) ? ending : null;
}
