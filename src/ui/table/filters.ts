import type { ListEndpoint } from "../api/query.ts";
import { formatDay, formatMonth } from "../format/time.ts";

interface BaseFilter {
  /** The name of the query parameter, in the address and in the API. */
  name: string;
  label: string;
}

/** Finds as one types; stands open in the bar. */
export interface SearchFilter extends BaseFilter {
  kind: "search";
}
/** One of a few. */
export interface SelectFilter extends BaseFilter {
  kind: "select";
  options: readonly { value: string; label: string }[];
}
/** A calendar month. */
export interface MonthFilter extends BaseFilter {
  kind: "month";
}
/** A day. */
export interface DayFilter extends BaseFilter {
  kind: "day";
}
/** Days from and until, both included; `name` and `toName` are the two parameters. */
export interface DaysFilter extends BaseFilter {
  kind: "days";
  toName: string;
}
/** From and to, as decimal texts; `name` and `toName` are the two parameters. */
export interface AmountFilter extends BaseFilter {
  kind: "amount";
  toName: string;
  currency: string;
}

/** One of many, found by typing, such as a partner. */
export interface LookupFilter extends BaseFilter {
  kind: "lookup";
  /** The list in which to look, and which of its parameters takes what is typed. */
  endpoint: ListEndpoint<{ id: string; name: string }>;
  searchParam: string;
  /** The name of what is chosen, once it is known. */
  chosen: string | undefined;
}

/** What a list may be narrowed by, as data. */
export type Filter =
  | SearchFilter
  | LookupFilter
  | SelectFilter
  | MonthFilter
  | DayFilter
  | DaysFilter
  | AmountFilter;

/** The names of all query parameters of some filters. */
export function filterNames(filters: readonly Filter[]): string[] {
  return filters.flatMap((filter) =>
    filter.kind === "amount" || filter.kind === "days" ? [filter.name, filter.toName] : [filter.name],
  );
}

/** What of the address belongs to a list: its filters and its sort, and nothing else that stands there. */
export function listValues(
  values: Readonly<Record<string, string>>,
  filters: readonly Filter[],
): Record<string, string> {
  const names = [...filterNames(filters), "sort"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
}

/** What a filter is set to, in words; null when it is not set. */
export function filterText(
  filter: Filter,
  values: Readonly<Record<string, string>>,
  locale: string,
): string | null {
  const value = values[filter.name] ?? "";
  if (filter.kind === "amount") {
    const to = values[filter.toName] ?? "";
    if (value === "" && to === "") return null;
    if (to === "") return `≥ ${value} ${filter.currency}`;
    if (value === "") return `≤ ${to} ${filter.currency}`;
    return `${value} – ${to} ${filter.currency}`;
  }
  if (filter.kind === "days") {
    const day = (text: string) => (text === "" ? "" : formatDay(locale, text));
    const until = values[filter.toName] ?? "";
    if (value === "" && until === "") return null;
    return `${day(value)} – ${day(until)}`.trim();
  }
  if (value === "") return null;
  if (filter.kind === "select")
    return filter.options.find((option) => option.value === value)?.label ?? value;
  if (filter.kind === "lookup") return filter.chosen ?? "…";
  if (filter.kind === "month") return formatMonth(locale, value, "short");
  return filter.kind === "day" ? formatDay(locale, value) : value;
}

/** A sort as the address and the API write it: `closedOn`, or `-closedOn` from the greatest down. */
export interface Sort {
  by: string;
  descending: boolean;
}

export function parseSort(text: string | undefined): Sort | null {
  if (!text) return null;
  return text.startsWith("-") ? { by: text.slice(1), descending: true } : { by: text, descending: false };
}

/**
 * The next sort when a column's head is pressed: up, down, as the list comes; with `greatestFirst`, as amounts are looked
 * at, down comes before up.
 */
export function nextSort(current: Sort | null, by: string, greatestFirst = false): string {
  if (current?.by !== by) return greatestFirst ? `-${by}` : by;
  if (current.descending !== greatestFirst) return "";
  return greatestFirst ? by : `-${by}`;
}
