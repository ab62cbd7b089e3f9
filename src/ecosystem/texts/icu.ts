/*
 * Messages with values and plurals, as translators write them (ICU MessageFormat): `{name}`, `{n, plural, one {# day}
 * other {# days}}`, `selectordinal`, `select`, and quoting by apostrophes. Pure.
 */

export type Part =
  | string
  | { kind: "value"; name: string }
  | { kind: "number" }
  | {
      kind: "choice";
      by: "plural" | "selectordinal" | "select";
      name: string;
      ways: ReadonlyMap<string, Part[]>;
    };

/** The most that choices may lie within each other. */
const maxDepth = 5;

/** A text that does not read, in a sentence. */
export class IcuFault extends Error {}

/** @throws IcuFault that says what to change, and where */
export function parse(text: string): Part[] {
  let at = 0;

  function message(depth: number, counted: boolean): Part[] {
    const parts: Part[] = [];
    let plain = "";
    const flush = () => {
      if (plain !== "") parts.push(plain);
      plain = "";
    };
    while (at < text.length) {
      const char = text[at];
      if (char === "}" && depth > 0) break;
      if (char === "}") throw fault("} has no {");
      if (char === "'") plain += quoted(counted);
      else if (char === "{") {
        flush();
        parts.push(placeholder(depth));
      } else if (char === "#" && counted) {
        flush();
        parts.push({ kind: "number" });
        at += 1;
      } else {
        plain += char;
        at += 1;
      }
    }
    flush();
    return parts;
  }

  /** Two apostrophes are one; one before a sign that means something quotes up to the next. */
  function quoted(counted: boolean): string {
    if (text[at + 1] === "'") {
      at += 2;
      return "'";
    }
    const signs = counted ? "{}#" : "{}";
    if (text[at + 1] === undefined || !signs.includes(text[at + 1] ?? "")) {
      at += 1;
      return "'";
    }
    let inner = "";
    for (at += 1; at < text.length; at += 1) {
      if (text[at] !== "'") inner += text[at];
      else if (text[at + 1] === "'") {
        inner += "'";
        at += 1;
      } else {
        at += 1;
        return inner;
      }
    }
    return inner;
  }

  function placeholder(depth: number): Part {
    const begun = at;
    at += 1;
    const name = word(/[\p{L}\p{N}_]/u);
    if (name === "") throw fault("{ is followed by no name", begun);
    blanks();
    if (text[at] === "}") {
      at += 1;
      return { kind: "value", name };
    }
    if (text[at] !== ",") throw fault("{ has no }", begun);
    at += 1;
    const by = word(/\p{L}/u);
    if (by !== "plural" && by !== "selectordinal" && by !== "select")
      throw new IcuFault(`{${name}, ${by}} is not known here: use plural, selectordinal or select.`);
    blanks();
    if (text[at] !== ",") throw fault(`{${name}, ${by} has no forms`, begun);
    at += 1;
    if (depth >= maxDepth) throw new IcuFault(`Choices lie within each other more than ${maxDepth} deep.`);
    return { kind: "choice", by, name, ways: waysOf(name, by, depth, begun) };
  }

  function waysOf(name: string, by: string, depth: number, begun: number): Map<string, Part[]> {
    const ways = new Map<string, Part[]>();
    for (;;) {
      blanks();
      if (text[at] === "}") break;
      if (at >= text.length) throw fault("{ has no }", begun);
      const key = word(/[\p{L}\p{N}_=-]/u);
      blanks();
      if (key === "" || text[at] !== "{") throw fault(`{${name}, ${by} has a form without {text}`, begun);
      if (ways.has(key)) throw new IcuFault(`{${name}} has the form ${key} twice.`);
      at += 1;
      ways.set(key, message(depth + 1, by !== "select"));
      if (text[at] !== "}") throw fault("{ has no }", begun);
      at += 1;
    }
    at += 1;
    return ways;
  }

  function word(letters: RegExp): string {
    blanks();
    let read = "";
    while (at < text.length && letters.test(text[at] ?? "")) {
      read += text[at];
      at += 1;
    }
    return read;
  }

  function blanks(): void {
    while (/\s/.test(text[at] ?? "")) at += 1;
  }

  function fault(what: string, where = at): IcuFault {
    return new IcuFault(`The text does not read: ${what} at character ${where + 1}.`);
  }

  return message(0, false);
}

/** The names of all values that a message speaks of. */
export function namesIn(parts: readonly Part[]): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    if (typeof part === "string" || part.kind === "number") continue;
    names.add(part.name);
    if (part.kind === "choice")
      for (const way of part.ways.values()) for (const name of namesIn(way)) names.add(name);
  }
  return names;
}

/** The forms that a language tells apart, such as `one` and `other`; by CLDR's rules. */
export function formsOf(language: string, by: "plural" | "selectordinal"): string[] {
  const type = by === "plural" ? "cardinal" : "ordinal";
  return new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories.toSorted(inUsualOrder);
}

const usual = ["zero", "one", "two", "few", "many", "other"];
const inUsualOrder = (a: string, b: string) => usual.indexOf(a) - usual.indexOf(b);

/** What is wrong with the choices of a message in a language: a form that the language needs, or one that it does not have. */
export function missingForms(parts: readonly Part[], language: string): string[] {
  const wrong: string[] = [];
  for (const part of parts) {
    if (typeof part === "string" || part.kind !== "choice") continue;
    const { by, name, ways } = part;
    if (by === "select") {
      if (!ways.has("other")) wrong.push(`{${name}} lacks the form other, which every choice needs.`);
    } else {
      const needed = formsOf(language, by);
      const missing = needed.filter((form) => !ways.has(form));
      const foreign = [...ways.keys()].filter((form) => !form.startsWith("=") && !needed.includes(form));
      if (missing.length > 0) {
        wrong.push(
          `${nameOf(language)} tells the forms ${listed(needed)} apart: {${name}} lacks ${listed(missing)}.`,
        );
      }
      if (foreign.length > 0)
        wrong.push(`${nameOf(language)} has no form ${listed(foreign)}: take it out of {${name}}.`);
    }
    for (const way of ways.values()) wrong.push(...missingForms(way, language));
  }
  return wrong;
}

export function nameOf(language: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}

/** `one, two and other` */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en").format(words);
}

/** The message with its values. A name without a value stays as it is written. */
export function render(
  parts: readonly Part[],
  values: Readonly<Record<string, string | number>>,
  locale: string,
  counted?: number,
): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if (part.kind === "number") return new Intl.NumberFormat(locale).format(counted ?? 0);
      const value = values[part.name];
      if (part.kind === "value") return value === undefined ? `{${part.name}}` : shown(value, locale);
      return render(
        wayFor(part, value, locale),
        values,
        locale,
        part.by === "select" ? counted : Number(value),
      );
    })
    .join("");
}

function shown(value: string | number, locale: string): string {
  return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
}

function wayFor(
  { by, ways }: Extract<Part, { kind: "choice" }>,
  value: string | number | undefined,
  locale: string,
): Part[] {
  const other = ways.get("other") ?? [];
  if (by === "select") return ways.get(String(value)) ?? other;
  const type = by === "plural" ? "cardinal" : "ordinal";
  const form = new Intl.PluralRules(locale, { type }).select(Number(value ?? 0));
  return ways.get(`=${value}`) ?? ways.get(form) ?? other;
}
