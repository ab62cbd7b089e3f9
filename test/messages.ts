import { readFileSync } from "node:fs";

/** What a catalogue lacks: texts of the pages that it does not say in its language. */
export interface Untranslated {
  /** All texts of the catalogue, as the source has them. */
  texts: string[];
  missing: string[];
}

/**
 * Reads the catalogue of a locale. English is the source, so it lacks nothing.
 * @throws Error when there is no such catalogue
 */
export function untranslated(locale: string): Untranslated {
  const path = new URL(`../src/app/web/locales/${locale}.po`, import.meta.url);
  const entries = readFileSync(path, "utf8").split(/\n\n+/).slice(1);
  const pairs = entries
    .filter((entry) => !entry.startsWith("#~"))
    .map((entry) => ({ text: field(entry, "msgid"), said: field(entry, "msgstr") }))
    .filter(({ text }) => text !== "");
  return {
    texts: pairs.map(({ text }) => text),
    missing: pairs.filter(({ said }) => said === "").map(({ text }) => text),
  };
}

/** A field's text, which may go on over several quoted lines. */
function field(entry: string, name: "msgid" | "msgstr"): string {
  const match = new RegExp(`^${name} ((?:"(?:[^"\\\\]|\\\\.)*"\\n?)+)`, "m").exec(entry);
  return (match?.[1] ?? "")
    .split("\n")
    .map((line) => (line === "" ? "" : String(JSON.parse(line))))
    .join("");
}
