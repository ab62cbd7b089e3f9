import { DealReceipt } from "../contract.ts";
import { isGenuine } from "./receipt.ts";

/** What of a registration's receipt people want to hear. */
export type DealVerdict = { ok: true; lines: string[]; publicKey: string } | { ok: false; reason: string };

/** Checks the receipt of a registration anywhere, without the installation that signed it; null when it is none. */
export function verifyDealReceipt(document: unknown): DealVerdict | null {
  const read = DealReceipt.safeParse(document);
  if (!read.success) return null;
  if (!isGenuine(read.data)) return { ok: false, reason: "the document is not what was signed" };
  const { number, receivedAt, customer, vendor, partner, rulesVersion } = JSON.parse(read.data.document);
  return {
    ok: true,
    publicKey: read.data.publicKey,
    lines: [
      `${vendor.name} received registration ${number} of ${partner.name} at ${receivedAt}.`,
      `Customer: ${customer.name}, ${customer.country}. Rules of engagement: version ${rulesVersion}.`,
    ],
  };
}
