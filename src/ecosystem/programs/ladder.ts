import { z } from "zod";

/* The tier ladder: what a program says about its levels. Immutable once published, and data, so that plans can read it. */

export const Label = z.string().trim().min(1, "Write a label.").max(80, "Write at most 80 characters.");
export const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Write a short key of small letters, digits and hyphens.");
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, "Write a currency code such as EUR.");
export const LevelName = z.string().trim().min(1, "Name the level.").max(40, "Write at most 40 characters.");

/**
 * The tiers of a programme: a partner has the highest level whose bound, inclusive, its measure in the window
 * reaches; `base` where it reaches none.
 */
export const Ladder = z
  .strictObject({
    format: z.literal("hanse-ladder/1"),
    name: Slug,
    label: Label,
    currency: CurrencyCode,
    measure: z.literal("won close value"),
    window: z.literal("previous calendar quarter"),
    base: LevelName,
    levels: z.array(z.strictObject({ level: LevelName, from: z.string() })).max(12),
  })
  .meta({ id: "Ladder" });
export type Ladder = z.infer<typeof Ladder>;

/** A published ladder: the document and the identity of its version. */
export interface LadderVersion {
  readonly id: string;
  readonly version: number;
  readonly ladder: Ladder;
}
