import { z } from "zod";

/*
 * How the nouns that everyone shares look in JSON. Schemas here carry no transformation, so what is validated is
 * what is sent, in both directions.
 */

/** An exact amount: a decimal string with the currency's own number of digits, and the ISO 4217 code. */
export const MoneyJson = z
  .object({
    amount: z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,4})?$/, "Write an amount such as 1234.50.")
      .describe("Decimal string, never a float"),
    currency: z.string().regex(/^[A-Z]{3}$/, "Write a currency code such as EUR."),
  })
  .meta({ id: "Money" });
export type MoneyJson = z.infer<typeof MoneyJson>;

/** A calendar day, `2026-03-31`; that the day exists is checked where it is read. */
export const DayJson = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "Write a date such as 2026-03-31.")
  .meta({ id: "Day" });

/** A calendar month, `2026-03`; of the last year that is written with four digits none, since a month ends in the next. */
export const MonthJson = z
  .string()
  .regex(/^(?!9999)\d{4}-(0[1-9]|1[0-2])$/, "Write a month such as 2026-03.")
  .meta({ id: "Month" });

/** An instant, RFC 3339 in UTC. */
export const InstantJson = z.string().meta({ id: "Instant" });

/** A readable prefix and 32 hexadecimal digits, such as `opp_0199…`. */
export function idJson(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`), "This is not an id of the expected kind.")
    .meta({ description: `Id with the prefix ${prefix}_` });
}

/** What every list takes: where to go on, and how many (at most 200). */
export const ListQuery = z.object({
  cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
  limit: z.coerce.number().int().min(1).max(200).optional().describe("Rows in a page; 50 unless told"),
});

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
