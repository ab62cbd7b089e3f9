import { countries } from "../countries.ts";
import type { DomainValue } from "./kind.ts";

/** What cells of countries can mean: the countries by name, and then under the other names that files give them. */
export const countryValues: readonly DomainValue[] = [
  ...countries
    .map(({ code, name }) => ({ value: code, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, "en")),
  ...countries.flatMap(({ code, alpha3, otherNames }) =>
    [...otherNames, alpha3].map((label) => ({ value: code, label })),
  ),
];
