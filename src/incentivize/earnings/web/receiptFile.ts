import type { Earning } from "../contract.ts";

/** A name for a receipt's file that tells it from its neighbours in a folder. */
export function receiptFileName({ period, kind, entry, opportunity }: Earning): string {
  const deal = (opportunity.externalId ?? opportunity.name).replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  const what = entry === "first" ? kind : `${kind}-${entry}`;
  return ["receipt", period, what, deal]
    .filter((part) => part !== "")
    .join("-")
    .concat(".json");
}
