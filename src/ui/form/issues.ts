import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { z } from "zod";
import { inReadersWords, teachWords } from "../i18n/serverWords.ts";
import type { ErrorsByField } from "./pointers.ts";

teachWords({
  patterns: {
    "Write at most {count} characters.": msg({ message: "Write at most {count} characters." }),
    "Amounts are in the vendor's currency, {currency}.": msg({
      message: "Amounts are in the vendor's currency, {currency}.",
    }),
    "{currency} has at most {count} digits after the point.": msg({
      message: "{currency} has at most {count} digits after the point.",
    }),
  },
  sentences: {
    "Give a reason.": msg`Give a reason.`,
    "Write something.": msg`Write something.`,
    "Write a whole number.": msg`Write a whole number.`,
    "Write a whole number of days.": msg`Write a whole number of days.`,
    "Write a name, or leave it out.": msg`Write a name, or leave it out.`,
    "At least 1 day.": msg`At least 1 day.`,
    "At least 1 month.": msg`At least 1 month.`,
    "Write a colour such as #125f69.": msg`Write a colour such as #125f69.`,
    "Write an amount such as 1234.50.": msg`Write an amount, with digits and one decimal sign.`,
    "Write a currency code such as EUR.": msg`Write a currency code such as EUR.`,
    "Write a date such as 2026-03-31.": msg`Choose a date.`,
    "Write a month such as 2026-03.": msg`Choose a month.`,
  },
});

/** What a schema found wrong, in the reader's words, by field. The first thing wrong with a field is enough. */
export function errorsFrom(issues: readonly z.core.$ZodIssue[], i18n: I18n): ErrorsByField {
  const errors: ErrorsByField = {};
  for (const issue of issues) errors[issue.path.map(String).join(".")] ??= sentence(issue, i18n);
  return errors;
}

function sentence(issue: z.core.$ZodIssue, i18n: I18n): string {
  if (!isStock(issue)) return inReadersWords(issue.message, i18n);
  return stockSentence(issue, i18n);
}

/** True for a sentence that the schema library made, which speaks of types rather than of what to do. */
function isStock(issue: z.core.$ZodIssue): boolean {
  return /^(Invalid|Too |Unrecognized)/.test(issue.message);
}

function stockSentence(issue: z.core.$ZodIssue, i18n: I18n): string {
  if (issue.input === undefined && issue.code !== "unrecognized_keys") return i18n._(msg`Fill this in.`);
  if (issue.code === "too_small" && issue.origin === "string") {
    const least = Number(issue.minimum);
    if (least <= 1) return i18n._(msg`Fill this in.`);
    return i18n._(msg`${plural(least, { one: "At least # character.", other: "At least # characters." })}`);
  }
  if (issue.code === "too_big" && issue.origin === "string") {
    const most = Number(issue.maximum);
    return i18n._(msg`${plural(most, { one: "At most # character.", other: "At most # characters." })}`);
  }
  if (issue.code === "too_small") return i18n._(msg`Not less than ${String(issue.minimum)}.`);
  if (issue.code === "too_big") return i18n._(msg`Not more than ${String(issue.maximum)}.`);
  if (issue.code === "invalid_format" && issue.format === "email") {
    return i18n._(msg`Write an e-mail address such as ana@example.com.`);
  }
  if (issue.code === "invalid_format" && issue.format === "url") {
    return i18n._(msg`Write an address such as https://example.com.`);
  }
  if (issue.code === "invalid_value" || issue.code === "invalid_union")
    return i18n._(msg`Choose one of the offered.`);
  return i18n._(msg`This does not fit here.`);
}
