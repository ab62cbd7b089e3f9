import { setupI18n } from "@lingui/core";
import { expect, test } from "vitest";
import { detailOf, inReadersWords, teachWords } from "./serverWords.ts";

teachWords({
  sentences: { "It has expired.": { id: "expired" } },
  patterns: {
    "{days} days of {what} are left (in all).": { id: "left" },
    "{what} is given.": { id: "given" },
  },
  problems: { late: { id: "late" } },
});
const german = setupI18n({
  locale: "de",
  messages: {
    de: {
      expired: "Es ist abgelaufen.",
      left: [
        "Von ",
        ["what"],
        " sind ",
        ["days", "plural", { one: ["#", " Tag"], other: ["#", " Tage"] }],
        " übrig.",
      ],
      given: [["what"], " wird gegeben."],
      late: "Zu spät.",
    },
  },
});

test.each([
  ["It has expired.", "Es ist abgelaufen."],
  ["1 days of Support are left (in all).", "Von Support sind 1 Tag übrig."],
  ["12 days of (a) + b are left (in all).", "Von (a) + b sind 12 Tage übrig."],
  ["3 days of 2026-12-24 are left (in all).", "Von 24.12.2026 sind 3 Tage übrig."],
  ["1500.00 EUR is given.", "1.500,00\u00a0€ wird gegeben."],
  ["12 days of Support are left in all.", "12 days of Support are left in all."],
  ["It: a. Something is given.", "It: a. Something wird gegeben."],
  ["Nobody taught this.", "Nobody taught this."],
])("%s reads %s", (english, said) => {
  expect(inReadersWords(english, german)).toBe(said);
});

test("a sentence that was taught says more than the type of its problem; a type more than English", () => {
  const say = (detail: string) => detailOf({ type: "late", detail }, german);
  expect(say("It has expired.")).toBe("Es ist abgelaufen.");
  expect(say("It is 12:00.")).toBe("Zu spät.");
});
