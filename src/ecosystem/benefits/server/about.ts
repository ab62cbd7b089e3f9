import type { EventAbout } from "#platform/events/record.ts";
import { isCounted, type Measured, quantityWords } from "../quantity.ts";

/** A grant whose fate is told. */
export interface Told {
  id: string;
  partner_id: string;
  label: string;
  unit: Measured["unit"];
  counted_in: string;
  granted_quantity: bigint;
  consumed: bigint;
}

export function aboutOf({ id, partner_id }: { id: string; partner_id: string }): EventAbout {
  return { subject: { kind: "benefit-request", id }, partnerId: partner_id };
}

/** What every event of a request says: the benefit, and how much of it. */
export function told(row: { label: string; unit: Measured["unit"]; counted_in: string }, quantity: bigint) {
  return { label: row.label, quantity: isCounted(row) ? quantityWords(quantity, row.counted_in) : null };
}
