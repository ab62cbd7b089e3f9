import { type Candidate, nearest } from "./distance.ts";
import { Fault, shown } from "./fault.ts";
import type { DomainValue } from "./kind.ts";
import { essence, folded } from "./words.ts";

/** Distinct unknown values of a field that are listed one by one; a column with more is mapped wrongly. */
export const maxUnknownValues = 500;
const maxSuggestions = 3;
/** Comparisons that the search for suggestions of one field may take, a fraction of a second's worth. */
const maxComparisons = 2_000_000;

/** A value that is none of the known ones. */
export interface UnknownValue {
  value: string;
  /** Rows that have it. */
  count: number;
  firstRow: number;
  /** Known values that it may be meant for, the closest first. */
  suggestions: DomainValue[];
}

/** A cell that was read as another value than it says. */
export interface TranslatedValue {
  value: string;
  target: string;
  /** Mapped in this import, or confirmed in an earlier one. */
  from: "mapping" | "memory";
}

/** Reads the cells of one column into the values of a domain, and keeps count of those that are not in it. */
export interface ValueReader {
  read(text: string, row: number): string | Fault;
  /** What was not known, the most frequent first; `more` is how many further distinct values there were. */
  unknown(): { values: UnknownValue[]; more: number };
  translated(): TranslatedValue[];
}

export interface ValueReaderOptions {
  /** What the field is called, for sentences. */
  label: string;
  domain: readonly DomainValue[];
  /** Cell to value, as this import's mapping says. */
  mapped: ReadonlyMap<string, string>;
  /** Cell to value, as people have confirmed before. */
  remembered: ReadonlyMap<string, string>;
}

/** How many different cells are kept with what they mean; beyond that each is looked up again. */
const maxKeptCells = 50_000;

export function createValueReader(options: ValueReaderOptions): ValueReader {
  const find = lookUp(options);
  const kept = new Map<string, string | Fault>();
  const unknown = new Map<string, { count: number; firstRow: number }>();
  const overflow = new Set<string>();
  const used = new Map<string, TranslatedValue>();
  const count = (value: string, row: number) => {
    const known = unknown.get(value);
    if (known !== undefined) known.count += 1;
    else if (unknown.size < maxUnknownValues) unknown.set(detached(value), { count: 1, firstRow: row });
    else if (overflow.size < maxKeptCells) overflow.add(detached(value));
  };
  return {
    read(text, row) {
      let result = kept.get(text);
      if (result === undefined) {
        const found = find(text);
        if (!(found instanceof Fault) && found.from !== null)
          used.set(text, { value: detached(text), target: found.value, from: found.from });
        result = found instanceof Fault ? found : found.value;
        if (kept.size < maxKeptCells) kept.set(detached(text), result);
      }
      if (result instanceof Fault) count(text, row);
      return result;
    },
    unknown: () => ({ values: suggested(unknown, options.domain), more: overflow.size }),
    translated: () => [...used.values()],
  };
}

interface Found {
  value: string;
  from: TranslatedValue["from"] | null;
}

/**
 * In this order: what the mapping says, a known value or its label as it is written, what people have confirmed
 * before, a known value or its label in another case. A name that two values share means neither.
 */
function lookUp({ label, domain, mapped, remembered }: ValueReaderOptions): (text: string) => Found | Fault {
  const values = new Set(domain.map((one) => one.value));
  const labels = new Map<string, string | null>();
  const words = new Map<string, string | null>();
  for (const { value, label: name } of domain) {
    if (name !== value) claim(labels, name, value);
    for (const text of new Set([folded(value), folded(name)])) claim(words, text, value);
  }
  const given = byWords(mapped, values);
  const confirmed = byWords(remembered, values);
  return (text) => {
    const key = folded(text);
    const fromMapping = given.get(key);
    if (fromMapping !== undefined) return { value: fromMapping, from: "mapping" };
    const written = values.has(text) ? text : labels.get(text);
    if (typeof written === "string") return { value: written, from: null };
    const fromMemory = confirmed.get(key);
    if (fromMemory !== undefined) return { value: fromMemory, from: "memory" };
    const value = written === null ? null : words.get(key);
    if (typeof value === "string") return { value, from: null };
    return value === null
      ? new Fault("ambiguous-value", `“${shown(text)}” is the name of more than one. Say which is meant.`)
      : new Fault(
          "unknown-value",
          `“${shown(text)}” is not known as ${label}. Say what it means, or correct it.`,
        );
  };
}

function claim(owners: Map<string, string | null>, name: string, value: string): void {
  const other = owners.get(name);
  owners.set(name, other === undefined || other === value ? value : null);
}

/** Cells by how people compare them; what points to a value that is no longer known is left out. */
function byWords(meanings: ReadonlyMap<string, string>, values: ReadonlySet<string>): Map<string, string> {
  const known = [...meanings].filter(([, target]) => values.has(target));
  return new Map(known.map(([source, target]) => [folded(source), target]));
}

function suggested(
  unknown: ReadonlyMap<string, { count: number; firstRow: number }>,
  domain: readonly DomainValue[],
): UnknownValue[] {
  const candidates: Candidate<DomainValue>[] = domain.flatMap((one) => {
    const names = new Set([essence(one.label), essence(one.value)]);
    return [...names].map((text) => ({ text, of: one }));
  });
  let left = maxComparisons;
  return [...unknown]
    .map(([value, { count, firstRow }]) => ({ value, count, firstRow }))
    .sort((a, b) => b.count - a.count || a.firstRow - b.firstRow)
    .map((one) => {
      left -= candidates.length;
      const found = left < 0 ? [] : nearest(essence(one.value), candidates, maxSuggestions * 2);
      return { ...one, suggestions: [...new Set(found)].slice(0, maxSuggestions) };
    });
}

/** A copy that does not keep the piece of the file alive that it was cut from. */
function detached(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
