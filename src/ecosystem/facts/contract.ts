/**
 * The value of won opportunities: an amount is added when one is won, and further amounts, below zero too, when its
 * value, owner or stage changes afterwards. Tiers are measured by it.
 */
export const wonValue = "won_value";

/** The kinds of facts that features record. A feature that measures something new adds its kind here. */
export type FactKind = typeof wonValue;
