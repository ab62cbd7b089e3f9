import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";
import type { ImportProblem } from "../contract.ts";

/** What is wrong, by the code of the problem: for groups, and for readers of other languages. */
const byCode: Readonly<Record<string, MessageDescriptor>> = {
  missing: msg`Empty, but needed`,
  "too-long": msg`The text is too long`,
  "unreadable-text": msg`The text has letters that cannot be kept`,
  "not-a-number": msg`Not a number`,
  "not-whole": msg`Not a whole number`,
  "below-zero": msg`Below zero`,
  "too-large": msg`Too large`,
  "too-many-digits": msg`More digits after the point than the currency has`,
  "ambiguous-number": msg`The number can be read in two ways`,
  "unknown-currency": msg`No currency that is in use`,
  "other-currency": msg`Not in the currency of this programme`,
  "two-amounts": msg`Two amounts in one currency`,
  "own-currency": msg`The programme's own currency, which has a column of its own`,
  "not-a-day": msg`Not a date`,
  "no-such-day": msg`There is no such day`,
  "ambiguous-day": msg`The day can be read in two ways`,
  "unknown-value": msg`Not known`,
  "ambiguous-value": msg`The name of more than one`,
  "cell-count": msg`The row has more or fewer cells than the first row`,
  "broken-quotes": msg`The quotes of the row are broken`,
  duplicate: msg`Another row goes by the same id`,
  "same-name": msg`There is one of this name already; this row adds another`,
  "unknown-parent": msg`Who stands above is neither known nor in the file`,
  "own-parent": msg`It cannot stand above itself`,
  "ambiguous-parent": msg`More than one is called so; its id is needed`,
  "parent-left-out": msg`Who stands above has a problem itself`,
  "hierarchy-cycle": msg`It would stand above itself`,
  "endless-parents": msg`The hierarchy above it has no end`,
  "parent-exists": msg`It has another master already`,
  "out-of-range": msg`Beyond what there can be`,
  rounded: msg`Two digits after the point are kept`,
  unknown: msg`Not known any more`,
  "two-holders": msg`Both a partner and a direct seller hold it`,
  "no-quantity": msg`A quantity is 1 or more`,
  "won-without-value": msg`Won, without a value`,
  "negative-value": msg`The value is below zero`,
  "absurd-value": msg`The value is larger than a deal can be`,
  "below-reversed": msg`The value is below what was reversed`,
  "won-without-day": msg`Won, without a day of close`,
  "lost-without-day": msg`Lost, without a day of close`,
  "open-with-day": msg`Open, with a day of close`,
  "closed-before-engaged": msg`Closed before it was engaged`,
  "closed-in-future": msg`Closed on a day that is still to come`,
};

/** What a group of problems has in common. */
export function groupTitle(i18n: I18n, { code, message }: Pick<ImportProblem, "code" | "message">): string {
  const words = byCode[code];
  return words ? i18n._(words) : message;
}

/** One problem as a sentence: the server's in English, in other languages by its code. */
export function problemText(i18n: I18n, problem: Pick<ImportProblem, "code" | "message">): string {
  return i18n.locale === "en" ? problem.message : groupTitle(i18n, problem);
}

teachWords({
  sentences: {
    "Say why its open deals may earn.": msg`Say why its open deals may earn.`,
    "It has opportunities.": msg`It has opportunities.`,
    "A partner sees it.": msg`A partner sees it.`,
    "Another account belongs to it.": msg`Another account belongs to it.`,
    "Its place in the hierarchy was changed since.": msg`Its place in the hierarchy was changed since.`,
    "People have access to it.": msg`People have access to it.`,
    "People are invited to it.": msg`People are invited to it.`,
    "It sees accounts.": msg`It sees accounts.`,
    "Opportunities have it in their lines.": msg`Opportunities have it in their lines.`,
    "It is used elsewhere since.": msg`It is used elsewhere since.`,
    "Somebody has changed it since.": msg`Somebody has changed it since.`,
    "Others that stay belong to it.": msg`Others that stay belong to it.`,
    "The file is empty.": msg`The file is empty.`,
    "The first row is empty. It has to hold the names of the columns.": msg`The first row is empty. It has to hold the names of the columns.`,
    "The file has the names of columns and no rows below them.": msg`The file has the names of columns and no rows below them.`,
    "This is an Excel workbook or another zip archive. Save the sheet as CSV and upload that.": msg`This is an Excel workbook or another zip archive. Save the sheet as CSV and upload that.`,
  },
});
