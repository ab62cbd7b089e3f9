import { setupI18n } from "@lingui/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formsOf, IcuFault, namesIn, parse, render } from "./icu.ts";
import { icuFaults } from "./text.ts";

const days = "{n, plural, one {# day} other {# days}} for {customer}";

test.each([
  ["en", { n: 1, customer: "Larix" }, "1 day for Larix"],
  ["en", { n: 1200, customer: "Larix" }, "1,200 days for Larix"],
])("in %s with %j it says %s", (locale, values, said) => {
  expect(render(parse(days), values, locale)).toBe(said);
});

test.each([
  [0, "صفر"],
  [1, "واحد"],
  [2, "اثنان"],
  [3, "3 قليل"],
  [11, "11 كثير"],
  [100, "100 غيره"],
])("Arabic counts %d as %s", (n, said) => {
  const text = "{n, plural, zero {صفر} one {واحد} two {اثنان} few {# قليل} many {# كثير} other {# غيره}}";
  expect(render(parse(text), { n }, "ar-u-nu-latn")).toBe(said);
});

test.each([
  ["{n", "The text does not read: { has no } at character 1."],
  ["a } b", "The text does not read: } has no { at character 3."],
  ["{}", "The text does not read: { is followed by no name at character 1."],
  ["{n, plural, one {a}", "The text does not read: { has no } at character 1."],
  ["{n, date}", "{n, date} is not known here: use plural, selectordinal or select."],
  ["{n, plural, one {a} one {b} other {c}}", "{n} has the form one twice."],
])("%s is refused: %s", (text, sentence) => {
  expect(() => parse(text)).toThrow(new IcuFault(sentence));
});

test.each([
  [
    "ar",
    "{n, plural, one {يوم} other {# أيام}}",
    "Arabic tells the forms zero, one, two, few, many, and other apart: {n} lacks zero, two, few, and many.",
  ],
  ["de", "{n, plural, one {# Tag}}", "German tells the forms one and other apart: {n} lacks other."],
  [
    "de",
    "{n, plural, one {# Tag} few {# Tage} other {# Tage}}",
    "German has no form few: take it out of {n}.",
  ],
  ["de", "{m}", "There is no value {m} here. There is {n}."],
  ["de", "Tage", "The text leaves out {n}."],
])("in %s %s cannot be taken: %s", (language, text, sentence) => {
  expect(icuFaults(text, language, new Set(["n"]))).toContain(sentence);
});

test("a plural with exactly what its language tells apart is taken, in every language", () => {
  fc.assert(
    fc.property(fc.constantFrom("en", "de", "ar", "pl", "ja", "cy", "fr"), (language) => {
      const text = `{n, plural, =0 {none} ${formsOf(language, "plural")
        .map((form) => `${form} {# ${form}}`)
        .join(" ")}}`;
      expect(icuFaults(text, language, new Set(["n"]))).toEqual([]);
    }),
  );
});

/** Texts of all kinds, of the parts that messages are made of. */
const message = fc.letrec<{ message: string; part: string }>((tie) => ({
  message: fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
  part: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constantFrom("word ", "it''s ", "'{'quoted'}' ", "100% ", "{who}", "{count}"),
    tie("message").map((inner) => `{count, plural, =3 {three} one {# ${inner}} other {#: ${inner}}}`),
    tie("message").map((inner) => `{who, select, Ada {she ${inner}} other {they ${inner}}}`),
    tie("message").map(
      (inner) => `{count, selectordinal, one {#st} two {#nd} few {#rd} other {#th ${inner}}}`,
    ),
  ),
})).message;

test("a message says what the catalogues' own engine makes of it", () => {
  fc.assert(
    fc.property(
      message,
      fc.integer({ min: 0, max: 120 }),
      fc.constantFrom("Ada", "Bo"),
      (text, count, who) => {
        const theirs = setupI18n({ locale: "en", messages: { en: {} } });
        const said = theirs._({ id: text || "empty", message: text || "empty", values: { count, who } });
        expect(render(parse(text || "empty"), { count, who }, "en")).toBe(said);
      },
    ),
  );
});

test("no text breaks the reader: it is read, or refused in a sentence", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."{}#', plurasect=01n\n") }), (text) => {
      try {
        namesIn(parse(text));
      } catch (error) {
        expect(error).toBeInstanceOf(IcuFault);
      }
    }),
  );
});
