import { z } from "zod";
import { formatDecimal, isDecimal, parseDecimal } from "#platform/money/decimal.ts";

/*
 * What a parameter says, by its kind. The same form for what the program says to all and for what a place says
 * otherwise, so that the two can stand beside each other.
 */

export const Amount = z.strictObject({
  number: z.string().regex(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/, "Write plain digits, such as 45000 or 4.5."),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "Write a currency code such as EUR.")
    .nullable()
    .describe("None where a plain number is counted"),
});
export type Amount = z.infer<typeof Amount>;

export const ParameterValue = z
  .discriminatedUnion("kind", [
    z
      .strictObject({
        kind: z.literal("threshold"),
        amounts: z.array(Amount).min(1, "Write an amount.").max(12),
      })
      .describe("From where a level's requirement is met: one amount for each currency, or one number"),
    z.strictObject({
      kind: z.literal("benefit"),
      value: z.string().trim().min(1, "Write a value.").max(200).describe("In the benefit's own unit"),
    }),
    z.strictObject({
      kind: z.literal("days"),
      days: z.int("Write a whole number of days.").min(1, "At least 1 day.").max(730, "At most 730 days."),
    }),
    z.strictObject({
      kind: z.literal("references"),
      names: z
        .array(z.string().trim().min(1, "Write a name.").max(200))
        .max(50)
        .describe("What is asked or given there; none: nothing"),
    }),
  ])
  .meta({ id: "ParameterValue" });
export type ParameterValue = z.infer<typeof ParameterValue>;

/** Whether two values say the same: `60000` as much as `60000.00`, currencies and names in any order. */
export function isSame(one: ParameterValue, other: ParameterValue): boolean {
  return plain(one) === plain(other);
}

function plain(value: ParameterValue): string {
  switch (value.kind) {
    case "threshold":
      return value.amounts
        .map(({ number, currency }) => `${plainNumber(number)} ${currency ?? ""}`)
        .toSorted()
        .join();
    case "benefit":
      return plainNumber(value.value);
    case "days":
      return String(value.days);
    case "references":
      return JSON.stringify(value.names.toSorted());
  }
}

function plainNumber(text: string): string {
  return isDecimal(text) ? formatDecimal(parseDecimal(text)) : text;
}

/** As a file has it: `45000 USD or 41000 EUR`, `120`, `Partner agreement, Data processing`. */
export function inWords(value: ParameterValue): string {
  switch (value.kind) {
    case "threshold":
      return value.amounts
        .map(({ number, currency }) => (currency === null ? number : `${number} ${currency}`))
        .join(" or ");
    case "benefit":
      return value.value;
    case "days":
      return String(value.days);
    case "references":
      return value.names.join(", ");
  }
}
